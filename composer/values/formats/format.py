"""What one format is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ValueFormat:
    """How one kind of code is written.

    `pattern` (ECMA-262) is matched by every valid value, once it is tidied; it has `max_length` code points at most.
    `tidy` gives the one spelling of what people write, and leaves alone what it does not understand. `fault` says of a
    tidied text what is wrong and what to do, in Chinese, or None. `exact`: the pattern says all that `fault` says.
    `unborn` says of a valid text that it lies after a given day.
    """

    id: str
    name: str
    pattern: str
    max_length: int
    example: str
    tidy: Callable[[str], str]
    fault: Callable[[str], str | None]
    exact: bool = True
    unborn: Callable[[str, date], str | None] | None = None


def lacking(text: str, digits: int, name: str, check: str) -> str | None:
    """That a code of a fixed length is too short or too long; None when it is not."""
    if len(text) == digits:
        return None
    less = "只有" if len(text) < digits else "有"
    return f"{name}应为{digits}位，这里{less}{len(text)}位，请{check}"


def stranger(text: str, allowed: str) -> str | None:
    """The first character of `text` that is none of the class `allowed`, quoted; None when there is none."""
    found = re.search(f"[^{allowed}]", text)
    return f"“{found[0]}”" if found else None
