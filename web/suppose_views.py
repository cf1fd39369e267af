"""What may be supposed of a case, in the data of the form that supposes it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from composer.model.item import ServiceItem
from composer.model.package import Case
from composer.model.policy import ways
from composer.model.theme import Catalogue
from composer.why import Scene
from composer.why.whatif import WhatIf
from web.service import Asked


@dataclass(frozen=True)
class Choice:
    """Something that may be supposed, and whether it is."""

    id: str
    name: str
    note: str
    chosen: bool


def at_hand(found: WhatIf, case: Case, chosen: Collection[str]) -> tuple[Choice, ...]:
    """The documents that an applicant might have already: what items of the package issue.

    Without a package: those that would clear the way, and what the candidates of the case issue.
    """
    openers = [one for way in found.stuck_before.ways for one in way.materials]
    choices = {one.id: Choice(one.id, one.name, "有了它就可能走得通", one.id in chosen) for one in openers}
    for item in _items(found, case):
        note = f"{'这次' if found.before else '能'}由“{item.name}”办出"
        for result in item.results:
            choices.setdefault(result.material, Choice(result.material, result.name, note, result.material in chosen))
    return tuple(choices.values())


def left_out(found: WhatIf, case: Case, chosen: Collection[str]) -> tuple[Choice, ...]:
    """The items of the package, or without one the candidates of the case, any of which may be left out."""
    reasons = {one.item.id: one.why for one in found.before.items} if found.before else {}
    return tuple(
        Choice(item.id, item.name, reasons.get(item.id, ""), item.id in chosen) for item in _items(found, case)
    )


def _items(found: WhatIf, case: Case) -> list[ServiceItem]:
    return [one.item for one in found.before.items] if found.before else list(case.items)


@dataclass(frozen=True)
class OtherAnswer:
    """A question with its answer as it is and the options; of a multiple choice those to be ticked are chosen."""

    id: str
    text: str
    multiple: bool
    now: str
    options: tuple[Choice, ...]


def other_answers(asked: Asked, catalogue: Catalogue, supposed: Mapping[str, Iterable[str]]) -> tuple[OtherAnswer, ...]:
    """Every question of the theme, also those that are asked only after another answer."""
    views = []
    for one in asked.theme.questions:
        question = catalogue.questions[one.question]
        answer = asked.answers.get(question.id)
        now = one.ordinary(question) if answer is None else answer
        chosen = tuple(supposed.get(question.id, now if question.multiple else ()))
        labels = "、".join(option.label for option in question.options if option.id in now) or "一项也没有选"
        views.append(
            OtherAnswer(
                id=question.id,
                text=question.text,
                multiple=question.multiple,
                now=labels if answer is not None else "现在没有问到",
                options=tuple(Choice(each.id, each.label, "", each.id in chosen) for each in question.options),
            )
        )
    return tuple(views)


def switches(scene: Scene, supposed: Mapping[str, bool]) -> tuple[OtherAnswer, ...]:
    """Every policy of the theme, whether it is in force now, and what is supposed of it."""
    applied = {policy.id for policy in scene.policies}
    return tuple(
        OtherAnswer(
            id=policy.id,
            text=f"{policy.name}（{ways(policy)}）",
            multiple=False,
            now="采用" if policy.id in applied else "没有采用",
            options=tuple(
                Choice(key, name, "", supposed.get(policy.id) is wanted)
                for key, name, wanted in (("on", "采用", True), ("off", "不采用", False))
            ),
        )
        for policy in scene.theme.policies
    )
