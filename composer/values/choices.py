"""Options that were picked: by label or by code, with ticks and separators as people and forms write them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from composer.texts import simplified
from composer.values.faults import FaultCode, Unreadable, shown
from composer.values.tidying import plain
from composer.values.types import ValueSpec

_TICKED = "☑☒✓✔√■●☻▣◉"
"""Marks of what is chosen. ☒ is one of them: it is what a ticked box of a word processor looks like."""
_EMPTY = "☐□○◯▢"
_MARK = re.compile(f"[{_TICKED}{_EMPTY}]")
_BOXED = re.compile(r"[\[(] ?([xXvV√✓✔*]?) ?[\])]")
_SELECTORS = re.compile("[\ufe0e\ufe0f]")
_SEPARATORS = re.compile(r"[、,;/|\n]+")
_YES = frozenset(["是", "对", "有", "同意", "y", "yes", "on", "true", "1", *_TICKED])
_NO = frozenset(
    ["否", "不", "不是", "不对", "无", "没有", "不同意", "n", "no", "off", "false", "0", "×", "✗", "✘", *_EMPTY]
)


@lru_cache(maxsize=65536)
def _key(text: str) -> str:
    """`text` without what spelling alone makes different: blanks, full width, traditional characters, capitals."""
    return simplified(_SEPARATORS.sub("、", plain(text))).replace(" ", "").casefold().strip("、")


class _Index:
    """The codes that a spelling may mean. A code goes before the label of another option."""

    def __init__(self, spec: ValueSpec) -> None:
        self.by_code: dict[str, set[str]] = {}
        self.by_label: dict[str, set[str]] = {}
        for code, label in spec.options:
            self.by_code.setdefault(_key(code), set()).add(code)
            self.by_label.setdefault(_key(label), set()).add(code)
        self.longest = 1 + max(key.count("、") for key in (*self.by_code, *self.by_label))

    def get(self, key: str) -> set[str]:
        return self.by_code.get(key) or self.by_label.get(key) or set()


_index = lru_cache(maxsize=1024)(_Index)


def read_choices(raw: object, spec: ValueSpec) -> tuple[str, ...]:
    """The codes of what is picked, in the order of the options, each once. Raises Unreadable."""
    texts = [_text(one, spec) for one in (raw if isinstance(raw, list | tuple) else (raw,))]
    picked = {code for text in texts for code in _picked(text, spec)}
    return tuple(code for code in spec.codes if code in picked)


def read_choice(raw: object, spec: ValueSpec) -> str | None:
    """The code of the one option that is picked; None where none of them is ticked. Raises Unreadable."""
    picked = read_choices(raw, spec)
    if len(picked) > 1:
        labels = "、".join(spec.codes[code] for code in picked[:5])
        raise Unreadable(FaultCode.CHOICE_SEVERAL, f"这里只能选一项，选了{labels}，请只留一项")
    return picked[0] if picked else None


def read_yes_or_no(raw: object) -> bool:
    """是 or 否, in one of many ways. Raises Unreadable."""
    text = _text(raw)
    ticked = [label for label, ticked in _ticks(_marked(text)) if ticked and label]
    said = _key(ticked[0] if len(ticked) == 1 else _marked(text))
    if said in _YES or said in _NO:
        return said in _YES
    raise Unreadable(FaultCode.NOT_YES_OR_NO, f"{shown(text)}看不出是“是”还是“否”，请填“是”或“否”")


def _text(raw: object, spec: ValueSpec | None = None) -> str:
    """`raw` as it would be typed. A number that is no code stands for the one that has its value: 1 for 01."""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if not isinstance(raw, int):
        return str(raw)
    text = str(raw) if abs(raw) < 10**30 else "…"
    if spec is None or _index(spec).get(_key(text)):
        return text
    same = [code for code in spec.codes if re.fullmatch("0[0-9]+", code) and int(code) == raw]
    return same[0] if len(same) == 1 else text


def _picked(text: str, spec: ValueSpec) -> Iterable[str]:
    if text in spec.codes:
        return [text]
    exact = [code for code, label in spec.options if label == text]
    if len(exact) == 1:
        return exact
    marked = _marked(text)
    if not _MARK.search(marked):
        return _named(marked, text, spec)
    ticked = [label for label, ticked in _ticks(marked) if ticked]
    return [code for label in ticked for code in _named(label, text, spec, only_first=True)]


def _marked(text: str) -> str:
    """`text` in one form, with boxes for [x] and ( )."""
    plained = plain(_SELECTORS.sub("", text).replace("\n", "、"))
    return _BOXED.sub(lambda box: "☑" if box[1] else "☐", plained)


def _ticks(text: str) -> Iterator[tuple[str, bool]]:
    """Labels, and whether each is ticked; none where there is no mark. Marks stand before labels or behind them."""
    marks = list(_MARK.finditer(text))
    before = bool(marks) and not text[: marks[0].start()].strip(" 、,;")
    for index, mark in enumerate(marks):
        start = marks[index - 1].end() if index else 0
        end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        label = text[mark.end() : end] if before else text[start : mark.start()]
        yield label.strip(" 、,;"), mark[0] in _TICKED


def _named(label: str, raw: str, spec: ValueSpec, *, only_first: bool = False) -> Iterable[str]:
    """The options that `label` names, between separators or blanks; behind one mark only the first is meant."""
    index = _index(spec)
    keys = list(_split(_key(label), index))
    if not all(index.get(key) for key in keys):
        keys = [_key(word) for word in re.split(r"[ 、,;]+", label)]
        keys = keys[:1] if only_first and all(index.get(key) for key in keys) else keys
    for key in keys:
        if not index.get(key):
            labels = "、".join(list(spec.codes.values())[:8]) + ("等" if len(spec.codes) > 8 else "")
            raise Unreadable(FaultCode.CHOICE_UNKNOWN, f"{shown(raw)}不在选项里，请从{labels}中选")
        if len(index.get(key)) > 1:
            raise Unreadable(FaultCode.CHOICE_UNCLEAR, f"{shown(raw)}分不清是哪一个选项，请填选项的代码")
    return [code for key in keys for code in index.get(key)]


def _split(text: str, index: _Index) -> Iterator[str]:
    """Names between separators; a name that holds a separator itself is kept whole, the longest first."""
    parts = text.split("、")
    at = 0
    while at < len(parts):
        ends = range(min(len(parts), at + index.longest), at, -1)
        end = next((end for end in ends if index.get("、".join(parts[at:end]))), at + 1)
        yield "、".join(parts[at:end])
        at = end
