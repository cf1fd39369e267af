"""Two packages side by side in the lines of a terminal."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from composer.model.figures import FIGURE_NAMES
from composer.model.package import FIGURES
from composer.why.compare import Difference, Reason
from composer.why.facts import ATTRIBUTES, Part
from composer.why.figures import said
from composer.why.whatif import Stuck, WhatIf


def what_if_text(found: WhatIf) -> str:
    """What is supposed, the figures of both packages, and every difference with its cause."""
    return "\n".join(_lines(found))


def _lines(found: WhatIf) -> Iterator[str]:
    yield f"{found.theme.name}：如果"
    yield from (f"  {number}. {change.text}" for number, change in enumerate(found.changes, 1))
    if found.before is None or found.after is None:
        yield from _ways(found)
    if found.before is None and found.after is None:
        return
    if found.before and found.after and not found.differences:
        yield "没有任何不同"
        return
    yield from _table(found)
    for part, group in groupby(found.differences, key=lambda one: one.part):
        new_figure = found.before is None and part is Part.FIGURE  # the table says it
        if part is not Part.ANSWER and not new_figure:
            yield part.label
            yield from (_fields if part is Part.FIELD else _differences)(group)


def _ways(found: WhatIf) -> Iterator[str]:
    """Both sides, where one at least leads nowhere: what stands in the way, and what the changes do to that."""
    if found.before is None:
        yield "现在走不通"
        yield from _stuck(found.stuck_before)
    if found.after is not None:
        yield f"改了以后走得通了，因为第 {_numbers(found.opened_by)} 条"
    elif found.before is not None:
        yield f"就编不出套餐了，因为第 {_numbers(found.broken_by)} 条"
        yield from _stuck(found.stuck)
    elif found.stuck == found.stuck_before:
        yield "改了以后还是走不通：挡在那里的一点没变"
    else:
        yield "改了以后还是走不通，只是挡着的变了"
        yield from (f"  不再挡着：“{bar.name}”（{bar.subject}）：{bar.reason}" for bar in found.cleared)
        yield from _stuck(found.stuck)


def _stuck(stuck: Stuck) -> Iterator[str]:
    for bar in stuck.obstacles:
        yield f"  “{bar.name}”（{bar.subject}）：{bar.reason}{f'（{bar.place}）' if bar.place else ''}"
    yield from (f"  只要{way.text}，就走得通" for way in stuck.ways)


def _numbers(changes: Iterable[int]) -> str:
    return "、".join(str(one + 1) for one in changes)


def _table(found: WhatIf) -> Iterator[str]:
    rows = [("一件事", "现在", "如果")]
    for name in FIGURES:
        sides = [
            said(name, getattr(package.measures, name)[1]) if package else "走不通"
            for package in (found.before, found.after)
        ]
        rows.append((FIGURE_NAMES[name].name, sides[0], sides[1]))
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    """Columns that a terminal gives to `text`."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _differences(group: Iterable[Difference]) -> Iterator[str]:
    for one in group:
        yield f"  {_sign(one)} {one.name}{_values(one)}"
        yield f"      {_because(one.reason)}"


def _fields(group: Iterable[Difference]) -> Iterator[str]:
    """Fields that came, went or changed by the same cause in one line."""
    lists: dict[tuple[str, str], list[str]] = {}
    for one in group:
        lists.setdefault((_sign(one), _by(one.reason)), []).append(one.name)
    for (sign, by), names in lists.items():
        yield f"  {sign} {len(names)} 栏：{'、'.join(names)}"
        yield f"      {by}"


def _sign(one: Difference) -> str:
    return "＋" if one.before is None else "－" if one.after is None else "～"


def _values(one: Difference) -> str:
    if one.before is None or one.after is None:
        return ""
    changed = (f"{ATTRIBUTES[name]} {value} ⇒ {one.after[name]}" for name, value in one.before.items())
    return f"：{'；'.join(changed)}"


def _because(reason: Reason | None) -> str:
    return f"{_by(reason)}：{reason.text}" if reason else ""


def _by(reason: Reason | None) -> str:
    if reason is None or reason.together:
        return "因为几条合在一起"
    return f"因为第 {_numbers(reason.changes)} 条"
