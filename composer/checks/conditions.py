"""Conditions can come true, and mention only what the theme asks before."""

from collections.abc import Iterable, Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding, Severity
from composer.model.condition import Condition, atoms
from composer.model.theme import Catalogue, Library, Theme
from composer.policies.mentions import conditions_of
from composer.situations.conditions import satisfiable


@CHECKS.register("conditions")
def conditions(library: Library) -> Iterator[Finding]:
    """`condition-never`, `condition-not-asked`, `question-order` and `question-useless`."""
    for subject, condition in _all_conditions(library):
        if satisfiable(condition, library.catalogue.questions) is False:
            reason = "这个条件自相矛盾，永远不会成立"
            yield Finding("condition-never", subject, reason, "请检查 all 里的几个选项能否同时选中", condition.at)
    for theme in library.themes.values():
        yield from _asked(theme, library.catalogue)


def _all_conditions(library: Library) -> Iterator[tuple[str, Condition]]:
    for item_id in library.catalogue.items:
        for condition in _of_item(item_id, library.catalogue):
            yield item_id, condition
    for theme in library.themes.values():
        for condition in _of_theme(theme):
            yield theme.id, condition
        yield from _of_policies(theme)


def _of_item(item_id: str, catalogue: Catalogue) -> Iterator[Condition]:
    item = catalogue.items[item_id]
    for requirement in item.requires:
        yield from _given((requirement.when, requirement.commitment.when if requirement.commitment else None))
    stated = (*item.limits.statutory, *item.limits.promised, *item.limits.waiting, *item.fee, *item.trips)
    yield from _given(one.when for one in stated)
    if item.form:
        for section in catalogue.forms[item.form].sections:
            yield from _given((section.when, *(field.when for field in section.fields)))


def _of_theme(theme: Theme) -> Iterator[Condition]:
    for rows in (theme.questions, theme.wants, theme.items):
        yield from _given(one.when for one in rows)


def _of_policies(theme: Theme) -> Iterator[tuple[str, Condition]]:
    return ((policy.id, condition) for policy in theme.policies for condition in conditions_of(policy))


def _given(maybe: Iterable[Condition | None]) -> Iterator[Condition]:
    return (condition for condition in maybe if condition is not None)


def questions_used(theme: Theme, catalogue: Catalogue) -> frozenset[str]:
    """The questions that some condition of the theme, its items or its policies mentions."""
    return frozenset(atom.question for _, one in _with_subjects(theme, catalogue) for atom in atoms(one))


def _with_subjects(theme: Theme, catalogue: Catalogue) -> Iterator[tuple[str, Condition]]:
    """Every condition that decides something in the theme, with the id of what it belongs to."""
    yield from ((theme.id, condition) for condition in _of_theme(theme))
    yield from _of_policies(theme)
    for candidate in theme.items:
        yield from ((candidate.item, condition) for condition in _of_item(candidate.item, catalogue))


def _asked(theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    asked = {one.question for one in theme.questions}
    mentioned: set[str] = set()
    conditions = list(_with_subjects(theme, catalogue))
    for subject, condition in conditions:
        for atom in atoms(condition):
            mentioned.add(atom.question)
            if atom.question not in asked:
                reason = f"条件用到问题 {atom.question}，主题 {theme.id} 却没有问它"
                place = atom.at.of_key(atom.question) if atom.at else None
                yield Finding("condition-not-asked", subject, reason, f"请在 {theme.id} 的 questions 里加上它", place)
    before: set[str] = set()
    for one in theme.questions:
        for atom in atoms(one.when):
            if atom.question in asked and atom.question not in before:
                reason = f"问题 {one.question} 取决于排在它后面的 {atom.question}"
                yield Finding("question-order", theme.id, reason, "请把被依赖的问题放在前面", one.at)
        before.add(one.question)
        if one.question not in mentioned:
            reason = f"问题 {one.question} 不影响任何事项、材料或结果"
            yield Finding("question-useless", theme.id, reason, "请删去这个问题", one.at, Severity.WARNING)
