"""All answers that a theme can be given, each once: a question that is not asked takes no part."""

from collections.abc import Iterator
from itertools import combinations

from composer.model.situation import Answers, Question
from composer.model.theme import Catalogue, Theme
from composer.situations.conditions import holds


def worlds(theme: Theme, catalogue: Catalogue) -> Iterator[Answers]:
    """Every combination of answers to the questions that are asked under it, defaults first."""
    yield from _extend(theme, catalogue, 0, {})


def _extend(theme: Theme, catalogue: Catalogue, index: int, answers: Answers) -> Iterator[Answers]:
    if index == len(theme.questions):
        yield answers
        return
    asked = theme.questions[index]
    if not holds(asked.when, answers):
        yield from _extend(theme, catalogue, index + 1, answers)
        return
    question = catalogue.questions[asked.question]
    ordinary = asked.default if asked.default is not None else question.ordinary
    for choice in sorted(_choices(question), key=lambda choice: choice != ordinary):
        yield from _extend(theme, catalogue, index + 1, {**answers, question.id: choice})


def _choices(question: Question) -> Iterator[tuple[str, ...]]:
    ids = [option.id for option in question.options]
    if not question.multiple:
        yield from ((one,) for one in ids)
        return
    for size in range(len(ids) + 1):
        yield from combinations(ids, size)
