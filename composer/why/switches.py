"""Conditions as reasons: which answers made one hold, or kept it from holding."""

from collections.abc import Iterator, Mapping

from composer.model.condition import All, Any_, Chosen, Condition, Not, atoms
from composer.model.situation import Answers, Question
from composer.situations.conditions import describe, holds


def off(condition: Condition | None, answers: Answers, questions: Mapping[str, Question]) -> str:
    """Why `condition` does not hold: "只有“经营主体类型”选“公司”时才需要，这次选的是“个体工商户”"."""
    mentioned = {one.question for one in atoms(condition)}
    said = _answered(condition, answers, questions, False)
    if len(mentioned) == 1:
        said = said.removeprefix(f"“{_plain(questions[mentioned.pop()])}”").replace("选了", "选的是", 1)
    return f"只有{describe(condition, questions)}时才需要，这次{said.removeprefix('这次')}"


def on(condition: Condition | None, answers: Answers, questions: Mapping[str, Question]) -> str | None:
    """Why `condition` holds: "“经营主体类型”选了“公司”"; None where there is no condition."""
    return None if condition is None else _answered(condition, answers, questions, True)


def deciding(condition: Condition | None, answers: Answers, wanted: bool) -> Iterator[Chosen]:
    """The choices that make `condition` what it is under `answers`; none where it is not `wanted`."""
    if condition is None or holds(condition, answers) is not wanted:
        return
    match condition:
        case Chosen():
            yield condition
        case Not(part=part):
            yield from deciding(part, answers, not wanted)
        case All(parts=parts) | Any_(parts=parts):
            for part in parts:
                yield from deciding(part, answers, wanted)


def _answered(condition: Condition | None, answers: Answers, questions: Mapping[str, Question], wanted: bool) -> str:
    asked = dict.fromkeys(one.question for one in deciding(condition, answers, wanted))
    return "，".join(said_answer(questions[name], answers.get(name)) for name in asked)


def said_answer(question: Question, chosen: tuple[str, ...] | None) -> str:
    """The answer to a question as a clause; None where it was not asked."""
    text = _plain(question)
    if chosen is None:
        return f"“{text}”这次没有问到"
    if not chosen:
        return f"“{text}”一项也没有选"
    labels = "、".join(f"“{option.label}”" for option in question.options if option.id in chosen)
    return f"“{text}”选了{labels}"


def _plain(question: Question) -> str:
    return question.text.rstrip("？?")
