"""What may be supposed of a case, in the data of the form that supposes it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from composer.model.package import ThemePackage
from composer.model.policy import ways
from composer.model.theme import Catalogue
from web.service import Asked


@dataclass(frozen=True)
class Choice:
    """Something that may be supposed, and whether it is."""

    id: str
    name: str
    note: str
    chosen: bool


def at_hand(package: ThemePackage, chosen: Collection[str]) -> tuple[Choice, ...]:
    """The documents that items of the package issue, which an applicant might have already."""
    results = {result.material: (result.name, planned) for planned in package.items for result in planned.item.results}
    return tuple(
        Choice(ref, name, f"这次由“{planned.item.name}”办出", ref in chosen) for ref, (name, planned) in results.items()
    )


def left_out(package: ThemePackage, chosen: Collection[str]) -> tuple[Choice, ...]:
    """The items of the package, any of which may be left out."""
    return tuple(Choice(one.item.id, one.item.name, one.why, one.item.id in chosen) for one in package.items)


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


def switches(package: ThemePackage, supposed: Mapping[str, bool]) -> tuple[OtherAnswer, ...]:
    """Every policy of the theme, whether it is in force now, and what is supposed of it."""
    applied = {policy.id for policy in package.policies}
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
        for policy in package.theme.policies
    )
