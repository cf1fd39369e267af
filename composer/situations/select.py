"""**select** (情形): answers switch items, requirements, limits, fees and fields on or off."""

from collections.abc import Iterable

from composer.model.condition import Condition
from composer.model.form import Form
from composer.model.item import Limits, Requirement, ServiceItem, Stated
from composer.model.package import Case, Dropped, DroppedKind
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme, Want
from composer.situations.answers import Given, Resolved, resolve_answers
from composer.situations.conditions import describe, holds

KEPT = 256
"""How many narrowed forms of one catalogue are remembered."""


def select(theme: Theme, catalogue: Catalogue, given: Given) -> Case:
    """Narrow `theme` as it stands to what the answers leave; raises AnswerError for answers that cannot be."""
    return narrow(theme, catalogue, resolve_answers(theme, catalogue, given))


def narrow(theme: Theme, catalogue: Catalogue, resolved: Resolved) -> Case:
    """Narrow `theme` to what resolved answers leave."""
    dropped = list(resolved.dropped)
    kept = _Narrow(catalogue, resolved.answers, dropped)
    items = tuple(kept.items(theme))
    names = dict.fromkeys(item.form for item in items if item.form)
    forms = {name: kept.form(catalogue.forms[name]) for name in names}
    return Case(
        theme=theme,
        answers=resolved.answers,
        asked=resolved.asked,
        wants=tuple(kept.wants(theme)),
        items=items,
        forms={name: form for name, form in forms.items() if form.sections},
        dropped=tuple(dropped),
    )


class _Narrow:
    """Keeps what holds under one set of answers and notes what does not."""

    def __init__(self, catalogue: Catalogue, answers: Answers, dropped: list[Dropped]) -> None:
        self.catalogue, self.answers, self.dropped = catalogue, answers, dropped

    def items(self, theme: Theme) -> Iterable[ServiceItem]:
        for candidate in theme.items:
            item = self.catalogue.items[candidate.item]
            if holds(candidate.when, self.answers):
                yield self.item(item)
            else:
                self.drop(DroppedKind.ITEM, item.id, item.name, None, self.only_if(candidate.when))

    def wants(self, theme: Theme) -> Iterable[Want]:
        for want in sorted(theme.wants, key=lambda want: want.material):
            if holds(want.when, self.answers):
                yield want
            else:
                name = self.catalogue.material(want.material).name
                self.drop(DroppedKind.WANT, want.material, name, None, self.only_if(want.when))

    def item(self, item: ServiceItem) -> ServiceItem:
        limits = Limits(
            statutory=self.stated(item.limits.statutory),
            promised=self.stated(item.limits.promised),
            waiting=self.stated(item.limits.waiting),
            at=item.limits.at,
        )
        return item.model_copy(
            update={
                "requires": tuple(self.requirements(item)),
                "limits": limits,
                "fee": self.stated(item.fee),
                "trips": self.stated(item.trips),
            }
        )

    def requirements(self, item: ServiceItem) -> Iterable[Requirement]:
        for requirement in item.requires:
            ref = requirement.any_of[0]
            if requirement.withdrawn is not None:
                self.drop(DroppedKind.REQUIREMENT, ref, requirement.name, item.id, requirement.withdrawn)
            elif not holds(requirement.when, self.answers):
                self.drop(DroppedKind.REQUIREMENT, ref, requirement.name, item.id, self.only_if(requirement.when))
            elif requirement.commitment and not holds(requirement.commitment.when, self.answers):
                yield requirement.model_copy(update={"commitment": None})
            else:
                if requirement.commitment:
                    reason = f"以《{requirement.commitment.name}》的承诺代替"
                    self.drop(DroppedKind.REQUIREMENT, ref, requirement.name, item.id, reason)
                yield requirement

    def stated(self, statements: tuple[Stated, ...]) -> tuple[Stated, ...]:
        """The first statement that holds, or none."""
        return next(((one,) for one in statements if holds(one.when, self.answers)), ())

    def form(self, form: Form) -> Form:
        """The form without the sections and fields that the answers switch off; what was made before is given again."""
        narrowed = self.catalogue.narrowed
        key = (form.id, *(holds(when, self.answers) for when in form.conditions))
        known: tuple[Form, list[Dropped]] | None = narrowed.get(key)
        if known is None:
            if len(narrowed) >= KEPT:
                narrowed.clear()
            kept = _Narrow(self.catalogue, self.answers, [])
            known = narrowed[key] = (kept.form_anew(form), kept.dropped)
        self.dropped += known[1]
        return known[0]

    def form_anew(self, form: Form) -> Form:
        """The form so narrowed, whether or not it was made before."""
        sections = []
        for section in form.sections:
            fields = []
            for field in section.fields:
                against = [when for when in (section.when, field.when) if not holds(when, self.answers)]
                if against:
                    self.drop(DroppedKind.FIELD, field.element, field.label, None, self.only_if(against[0]))
                else:
                    fields.append(field)
            if fields:
                sections.append(section.model_copy(update={"fields": tuple(fields)}))
        return form.model_copy(update={"sections": tuple(sections)})

    def only_if(self, condition: Condition | None) -> str:
        return f"只有{describe(condition, self.catalogue.questions)}时才需要"

    def drop(self, kind: DroppedKind, ref: str, name: str, item: str | None, reason: str) -> None:
        self.dropped.append(Dropped(kind=kind, id=ref, name=name, item=item, reason=reason))
