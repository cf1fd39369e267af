"""All answers that a theme can be given, each once: a question that is not asked takes no part."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from composer.model.situation import Answers, Question
from composer.model.theme import AskedQuestion, Catalogue, Theme
from composer.situations.conditions import holds


def worlds(theme: Theme, catalogue: Catalogue) -> Iterator[Answers]:
    """Every combination of answers to the questions that are asked under it, those nearest to the ordinary one first.

    First the ordinary answers, then what is one step away from them, then two: a step is another option of a single
    choice, or one option more or less of a multiple choice. So every option comes early, however many worlds follow.
    """
    questions = [(asked, catalogue.questions[asked.question]) for asked in theme.questions]
    for steps in range(_most_steps(questions) + 1):
        yield from _extend(questions, {}, steps)


_Rest = Sequence[tuple[AskedQuestion, Question]]


def _most_steps(rest: _Rest) -> int:
    return sum(len(question.options) if question.multiple else 1 for _, question in rest)


def _extend(rest: _Rest, answers: Answers, steps: int) -> Iterator[Answers]:
    """`answers` with answers to the questions in `rest`, exactly `steps` away from the ordinary ones."""
    if steps > _most_steps(rest):
        return
    if not rest:
        yield answers
        return
    asked, question = rest[0]
    if not holds(asked.when, answers):
        yield from _extend(rest[1:], answers, steps)
        return
    for taken in range(steps + 1):
        for choice in _choices(question, asked.ordinary(question), taken):
            yield from _extend(rest[1:], {**answers, question.id: choice}, steps - taken)


def _choices(question: Question, ordinary: tuple[str, ...], steps: int) -> Iterator[tuple[str, ...]]:
    """Answers to one question that are `steps` away from its ordinary one."""
    ids = [option.id for option in question.options]
    if steps == 0:
        yield ordinary
    elif question.multiple:
        for turned in combinations(ids, steps):
            yield tuple(one for one in ids if (one in ordinary) != (one in turned))
    elif steps == 1:
        yield from ((one,) for one in ids if (one,) != ordinary)
