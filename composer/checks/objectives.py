"""Objectives of a theme: each once, because a second mention of the same changes nothing."""

from collections.abc import Iterator

from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.model.theme import Library


@CHECKS.register("objectives")
def objectives(library: Library) -> Iterator[Finding]:
    """`objective-twice`."""
    for theme in library.themes.values():
        seen = set()
        for one in theme.objectives:
            if (one.measure, one.over) in seen:
                reason = f"目标 {one.measure} 写了不止一次，后面的不起作用"
                yield Finding("objective-twice", theme.id, reason, "请只留一次", one.at)
            seen.add((one.measure, one.over))
