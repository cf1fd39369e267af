"""What a command is told beside the answers."""

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import ValidationError

from composer.cli.parameters import listed
from composer.errors import AnswerError, Finding, UsageError
from composer.model.objective import Measure, Objective, Over
from composer.nearest import nearest
from composer.wording import shortened

_NO_FILES = (
    "--front 只列出取舍，不写文件",
    "请去掉其中一个；看中一种后，用 --objective 再编一次，写出它的文件",
)
_ALONE: Final[Mapping[str, tuple[str, str]]] = {
    "--objective": ("--front 已经写了目标，不能再写 --objective", "请只留一个"),
    "--out": _NO_FILES,
    "--format": _NO_FILES,
}
"""Options that are about one package and so cannot stand beside `--front`: why, and the way out."""


def refuse_beside_front(front: str | None, options: Mapping[str, object]) -> None:
    """Raises UsageError where `--front` stands with an option that is about one package."""
    clashing = [name for name, given in options.items() if given is not None] if front is not None else []
    if clashing:
        raise UsageError(Finding("usage-together", f"--front {name}", *_ALONE[name]) for name in clashing)


def chosen_objectives(objective: str | None, front: str | None) -> tuple[Objective, ...] | None:
    """Those of `--objective` or of `--front`, None where neither is given; raises AnswerError."""
    if front is not None:
        return read_front(front)
    return None if objective is None else read_objectives(objective)


def read_objectives(words: str) -> tuple[Objective, ...]:
    """Objectives from a list such as `fees,days-promised:sum`; raises AnswerError with all that is wrong in it."""
    found = _objectives(words)
    if not found:
        way_out = f"请写上目标，几个之间用逗号，可选：{_listed(Measure)}"
        raise AnswerError([Finding("objective-empty", shortened(words.strip()), "没有写目标", way_out)])
    said = list(map(_said, found))
    twice = [word for number, word in enumerate(listed(words)) if said[number] in said[:number]]
    if twice:
        reason, way_out = "这个目标写了不止一次，后面的不起作用", "请只留一次"
        raise AnswerError(Finding("objective-twice", word, reason, way_out) for word in sorted(set(twice)))
    return found


def read_front(words: str) -> tuple[Objective, ...]:
    """The two objectives of `A,B`; raises AnswerError where there are not two different ones."""
    pair = _objectives(words)
    if len(set(map(_said, pair))) != 2 or len(pair) != 2:
        way_out = "请写两个不同的目标，中间用逗号，如 days-promised,fees"
        raise AnswerError([Finding("front-two", shortened(words.strip()), "取舍要在两个目标之间比", way_out)])
    return pair


def _objectives(words: str) -> tuple[Objective, ...]:
    found, findings = [], []
    for word in listed(words):
        measure, _, over = word.partition(":")
        try:
            found.append(Objective.model_validate({"measure": measure, **({"over": over} if over else {})}))
        except ValidationError:
            findings.append(Finding("objective-unknown", shortened(word), "没有这个目标", _way_out(measure, over)))
    if findings:
        raise AnswerError(findings)
    return tuple(found)


def _said(one: Objective) -> str:
    return f"{one.measure}:{one.over}"


def _listed(words: Iterable[str]) -> str:
    return "、".join(map(str, words))


def _way_out(measure: str, over: str) -> str:
    measures = [str(one) for one in Measure]
    if measure not in measures:
        near = nearest(measure, measures)
        return f"是不是 {near}" if near else f"可选：{_listed(measures)}"
    if over not in [str(one) for one in Over]:
        return f"冒号后可以写 {_listed(Over)}"
    return "stages 只能沿 critical-path 计算，materials 只能用 sum"
