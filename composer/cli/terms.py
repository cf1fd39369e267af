"""What a command is told beside the answers."""

from collections.abc import Iterable

from pydantic import ValidationError

from composer.errors import AnswerError, Finding
from composer.model.objective import Measure, Objective, Over
from composer.nearest import nearest
from composer.wording import shortened


def read_objectives(words: Iterable[str]) -> tuple[Objective, ...]:
    """Objectives from words such as `fees` or `days-promised:sum`; raises AnswerError with every one that is none."""
    found, findings = [], []
    for word in words:
        measure, _, over = word.strip().partition(":")
        try:
            found.append(Objective.model_validate({"measure": measure, **({"over": over} if over else {})}))
        except ValidationError:
            findings.append(Finding("objective-unknown", shortened(word), "没有这个目标", _way_out(measure, over)))
    if findings:
        raise AnswerError(findings)
    return tuple(found)


def read_front(words: str) -> tuple[Objective, ...]:
    """The two objectives of `A,B`; raises AnswerError where there are not two different ones."""
    pair = read_objectives(words.split(","))
    if len({(one.measure, one.over) for one in pair}) != 2 or len(pair) != 2:
        way_out = "请写两个不同的目标，中间用逗号，如 days-promised,fees"
        raise AnswerError([Finding("front-two", shortened(words), "取舍要在两个目标之间比", way_out)])
    return pair


def _way_out(measure: str, over: str) -> str:
    measures = [str(one) for one in Measure]
    if measure not in measures:
        near = nearest(measure, measures)
        return f"是不是 {near}" if near else f"可选：{'、'.join(measures)}"
    if over not in [str(one) for one in Over]:
        return f"冒号后可以写 {'、'.join(Over)}"
    return "stages 只能沿 critical-path 计算，materials 只能用 sum"
