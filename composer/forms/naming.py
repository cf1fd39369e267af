"""What a place for a datum is called in files to fill: names of cells, tags of controls, names of PDF fields."""

import re

from composer.model.element import ElementRef

STAMP_NAME = "onething-form"
"""Property of a file that carries its stamp (`composer.forms.raw.Stamp`)."""

_NAME = re.compile(r"(?:datum|row([1-9][0-9]{0,4}))\.([a-z0-9_]+(?:\.[a-z0-9_]+){1,2})")


def input_name(row: ElementRef, entry: int | None = None) -> str:
    """`datum.enterprise.name`, of line 3 of a repeating group `row3.shareholder.name`.

    A hyphen becomes `_`, for a name of cells has none.
    """
    prefix = "datum" if entry is None else f"row{entry}"
    return f"{prefix}.{row.replace('-', '_')}"


def datum_of(name: str) -> tuple[ElementRef, int | None] | None:
    """The row that `input_name` gave this name, and the line; None where it is no such name."""
    match = _NAME.fullmatch(name.lower())
    if match is None:
        return None
    return match[2].replace("_", "-"), int(match[1]) if match[1] else None
