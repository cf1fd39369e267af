"""Why a question is asked, and everything that its answer decides."""

from collections.abc import Iterator

from composer.errors import Place
from composer.model.condition import Condition, atoms
from composer.model.item import ServiceItem
from composer.model.policy import ways
from composer.model.theme import AskedQuestion
from composer.policies.mentions import conditions_of
from composer.situations.conditions import describe, holds
from composer.why.model import Cause, Effect, Explanation, Thing
from composer.why.scene import Scene
from composer.why.switches import off, on, said_answer


def explain_question(thing: Thing, scene: Scene) -> Explanation:
    """Whether it is asked under these answers and why, and each part of the theme that looks at its answer."""
    question = scene.catalogue.questions[thing.id]
    asked = next((one for one in scene.theme.questions if one.question == thing.id), None)
    effects = tuple(_effects(thing.id, scene))
    if asked is None:
        cause = Cause(text=f"“{scene.theme.name}”不问这个问题")
        return Explanation(thing=thing, present=False, summary=cause.text, causes=(cause,), effects=effects)
    if thing.id not in scene.case.answers:
        said = off(asked.when, scene.case.answers, scene.catalogue.questions).replace("才需要", "才问", 1)
        cause = Cause(text=said, place=asked.at)
        return Explanation(thing=thing, present=False, summary=cause.text, causes=(cause,), effects=effects)
    decides = f"它决定下面 {len(effects)} 处" if effects else "它现在什么也不决定"
    return Explanation(
        thing=thing,
        present=True,
        summary=f"{decides}；{said_answer(question, scene.case.answers[thing.id])}",
        causes=tuple(_because(asked, scene)),
        effects=effects,
    )


def _because(asked: AskedQuestion, scene: Scene) -> Iterator[Cause]:
    said = on(asked.when, scene.case.answers, scene.catalogue.questions)
    if said:
        yield Cause(text=f"{said}，所以要问", place=asked.at)


def _effects(question: str, scene: Scene) -> Iterator[Effect]:
    """What the theme makes depend on the question: its own lists, and the items and forms that it may use."""
    for kind, ref, name, condition, at in _conditions(scene):
        if condition is not None and any(atom.question == question for atom in atoms(condition)):
            yield Effect(
                kind=kind,
                id=ref,
                name=name,
                when=describe(condition, scene.catalogue.questions),
                holds=holds(condition, scene.case.answers),
                place=at.of("when") if at else None,
            )


def _conditions(scene: Scene) -> Iterator[tuple[str, str, str, Condition | None, Place | None]]:
    """Every condition of the theme with what stands under it: kind, id, name, place."""
    theme, catalogue = scene.theme, scene.catalogue
    for want in theme.wants:
        yield "结果", want.material, scene.material_name(want.material), want.when, want.at
    for candidate in theme.items:
        yield "事项", candidate.item, scene.item_name(candidate.item), candidate.when, candidate.at
    for asked in theme.questions:
        yield "问题", asked.question, catalogue.questions[asked.question].text, asked.when, asked.at
    for policy in theme.policies:
        for condition in conditions_of(policy):
            yield "改革举措", policy.id, f"“{policy.name}”（{ways(policy)}）", condition, policy.at
    items = [catalogue.items[candidate.item] for candidate in theme.items]
    for item in items:
        yield from _of_item(item)
    for name in dict.fromkeys(item.form for item in items if item.form):
        form = catalogue.forms[name]
        for section in form.sections:
            yield "表单", form.id, f"《{form.name}》的“{section.name}”", section.when, section.at
            for field in section.fields:
                yield "字段", field.element, f"《{form.name}》的“{field.label}”", field.when, field.at


def _of_item(item: ServiceItem) -> Iterator[tuple[str, str, str, Condition | None, Place | None]]:
    for requirement in item.requires:
        if requirement.withdrawn is None:
            ref, name = requirement.any_of[0], f"“{item.name}”要的“{requirement.name}”"
            yield "材料", ref, name, requirement.when, requirement.at
            if requirement.commitment is not None:
                letter = requirement.commitment
                yield "承诺", letter.material, f"代替{name}的《{letter.name}》", letter.when, letter.at
    for label, statements in (
        ("法定时限", item.limits.statutory),
        ("承诺时限", item.limits.promised),
        ("等候时间", item.limits.waiting),
        ("费用", item.fee),
        ("到场次数", item.trips),
    ):
        for one in statements:
            yield label, item.id, f"“{item.name}”：{one.text}", one.when, one.at
