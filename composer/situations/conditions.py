"""Conditions: whether they hold, whether they ever can, and how to say them."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, product
from math import prod

from composer.model.condition import All, Any_, Chosen, Condition, Not, atoms
from composer.model.situation import Answers, Question

MAX_WORLDS = 20_000


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether `condition` is true under `answers`; no condition always is."""
    match condition:
        case None:
            return True
        case Chosen(question=question, options=options):
            chosen = answers.get(question, ())
            return any(option in chosen for option in options)
        case All(parts=parts):
            return all(holds(part, answers) for part in parts)
        case Any_(parts=parts):
            return any(holds(part, answers) for part in parts)
        case Not(part=part):
            return not holds(part, answers)


def satisfiable(condition: Condition, questions: Mapping[str, Question]) -> bool | None:
    """Whether some answers make `condition` true; None when it mentions too much to be tried out."""
    tried = answers_told_apart(condition, questions)
    return None if tried is None else any(holds(condition, answers) for answers in tried)


def answers_told_apart(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Answers] | None:
    """Answers to the questions that `condition` mentions; None when they are more than `MAX_WORLDS`.

    Only the options that it mentions are told apart: a single choice takes one of them or another,
    each of a multiple choice's is taken or not.
    """
    mentioned: dict[str, set[str]] = {}
    for atom in atoms(condition):
        mentioned.setdefault(atom.question, set()).update(atom.options)
    axes = {name: _axis(questions[name], sorted(options)) for name, options in mentioned.items()}
    if prod(size for size, _ in axes.values()) > MAX_WORLDS:
        return None
    tried = product(*(chosen for _, chosen in axes.values()))
    return (dict(zip(axes, world, strict=True)) for world in tried)


def _axis(question: Question, options: list[str]) -> tuple[int, Iterator[tuple[str, ...]]]:
    """How many answers to `question` differ in these `options`, and the answers."""
    if not question.multiple:
        return 1 + len(options), iter([(), *((option,) for option in options)])
    subsets = (combinations(options, size) for size in range(len(options) + 1))
    return 2 ** len(options), chain.from_iterable(subsets)


def describe(condition: Condition | None, questions: Mapping[str, Question]) -> str:
    """The condition as a Chinese phrase: "经营主体类型：公司"."""
    match condition:
        case None:
            return "总是"
        case Chosen(question=name, options=options):
            question = questions[name]
            labels = "或".join(f"“{_label(question, option)}”" for option in options)
            return f"勾选{labels}" if question.multiple else f"“{question.text.rstrip('？?')}”选{labels}"
        case All(parts=parts):
            return "，且".join(describe(part, questions) for part in parts)
        case Any_(parts=parts):
            return "，或".join(describe(part, questions) for part in parts)
        case Not(part=part):
            return f"不是（{describe(part, questions)}）"


def _label(question: Question, option_id: str) -> str:
    option = question.option(option_id)
    return option.label if option else option_id
