"""Why a datum stands in the one form, who gives it, and why one is not asked."""

from collections.abc import Iterator

from composer.model.form import Field, FieldUse, Form, Section
from composer.model.item import ServiceItem
from composer.model.package import FieldRow, FieldSource
from composer.model.policy import Merged, ways
from composer.policies.forms import is_taken_from
from composer.situations.conditions import holds
from composer.why.model import Cause, Explanation, Step, StepKind, Thing, Use
from composer.why.passed_over import why_without
from composer.why.scene import Scene
from composer.why.switches import off, on
from composer.why.uses import Uses


def explain_field(thing: Thing, scene: Scene) -> Explanation:
    """Every original form that the row fills with the chain of wants above it, or why no form here asks the datum."""
    row = next((one for one in scene.package.form.rows if one.id == thing.id), None) if scene.package else None
    if row is None:
        causes = tuple(_not_asked(thing, scene))
        return Explanation(thing=thing, present=False, summary=causes[0].text, causes=causes)
    return Explanation(
        thing=thing,
        present=True,
        summary=_summary(row, scene),
        uses=tuple(_uses(row, scene)),
        causes=tuple(dict.fromkeys(_because(row, scene))),
    )


def _summary(row: FieldRow, scene: Scene) -> str:
    forms = "".join(f"《{scene.catalogue.forms[name].name}》" for name in dict.fromkeys(use.form for use in row.uses))
    return f"{forms}要填它；{_giver(row, scene)}"


def _giver(row: FieldRow, scene: Scene) -> str:
    carried = row.element.provided_by
    if row.source is FieldSource.CHAIN and carried is not None:
        return f"由前面办出的“{scene.material_name(carried)}”带出，不用您填"
    if row.source is FieldSource.COMPUTED:
        return "由填好的其他项得出，不用您填"
    return "由部门填写" if row.source is FieldSource.DEPARTMENT else "由您填写，一次填好，各张表都用"


def _uses(row: FieldRow, scene: Scene) -> Iterator[Use]:
    uses = Uses(scene)
    serves = scene.package.form.serves if scene.package else {}
    for use in row.uses:
        for item_id in serves[use.form]:
            item = scene.planned[item_id]
            yield Use(chain=(*uses.shortest(item_id), _form_step(item, use, scene)), supply=_giver(row, scene))


def _form_step(item: ServiceItem, use: FieldUse, scene: Scene) -> Step:
    form, section, field = _original(use, scene)
    conditions = (on(when, scene.case.answers, scene.catalogue.questions) for when in (section.when, field.when))
    return Step(
        kind=StepKind.FORM,
        id=use.form,
        name=form.name,
        text=f"“{item.name}”的《{form.name}》要填“{use.label}”",
        place=field.at,
        source=form.source,
        certain=form.certain,
        because="，".join(filter(None, conditions)) or None,
    )


def _original(use: FieldUse, scene: Scene) -> tuple[Form, Section, Field]:
    form = scene.case.forms[use.form]
    section = form.sections[use.section]
    return form, section, section.fields[use.field]


def _because(row: FieldRow, scene: Scene) -> Iterator[Cause]:
    for use in row.uses:
        form, section, field = _original(use, scene)
        yield from _carried(form, section, use, scene)
        for when, at in ((section.when, section.at), (field.when, field.at)):
            said = on(when, scene.case.answers, scene.catalogue.questions)
            if said:
                yield Cause(text=f"{said}，所以《{form.name}》要填“{use.label}”", place=at)


def _carried(form: Form, section: Section, use: FieldUse, scene: Scene) -> Iterator[Cause]:
    """The policies by which the application took over this section from the form of an item that is merged."""
    for policy in scene.policies:
        for name in policy.items if isinstance(policy, Merged) else ():
            original = scene.written.items[name].form
            if original and is_taken_from(section, scene.written.forms[original]):
                merged = f"{ways(policy)}“{policy.name}”并入了“{scene.item_name(name)}”"
                yield Cause(text=f"{merged}，《{form.name}》也填它的“{use.label}”", place=policy.at)


def _not_asked(thing: Thing, scene: Scene) -> Iterator[Cause]:
    said = False
    planned = {item.form for item in scene.planned.values()}
    for form in sorted(scene.catalogue.forms.values(), key=lambda form: form.id not in planned):
        for section in form.sections:
            for field in section.fields:
                if field.element == thing.id:
                    for cause in _why_not(form, section, field, scene):
                        said = True
                        yield cause
    if not said:
        yield Cause(text=f"“{scene.theme.name}”的表单都不填它")


def _why_not(form: Form, section: Section, field: Field, scene: Scene) -> Iterator[Cause]:
    """Why one field of the catalogue is not asked here; nothing where the theme has no item with that form."""
    answers, questions = scene.case.answers, scene.catalogue.questions
    if any(item.form == form.id for item in scene.planned.values()):
        against = next((when for when in (section.when, field.when) if not holds(when, answers)), None)
        if against is not None:
            yield Cause(text=f"《{form.name}》有“{field.label}”，但{off(against, answers, questions)}", place=field.at)
        return
    for item_id in scene.candidates:
        item = scene.catalogue.items[item_id]
        if item.form == form.id:
            taken = scene.taker(item_id)
            text = f"“{item.name}”的《{form.name}》要填它，但这次不办：{why_without(item, scene)}"
            yield Cause(text=text, place=(taken and taken.at) or field.at)
