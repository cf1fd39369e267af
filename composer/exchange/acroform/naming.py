"""Names of fields: those of `composer.forms.naming`, with `-` for the dot, which in a PDF leads to fields below."""

from composer.forms.naming import STAMP_NAME, datum_of, input_name
from composer.model.element import ElementRef

STAMP_FIELD = STAMP_NAME
"""A hidden field that carries the stamp: fields outlive a save in any program, properties of a file do not."""


def field_name(row: ElementRef, entry: int | None = None) -> str:
    """`datum-enterprise-name`, of line 3 of a repeating group `row3-shareholder-name`."""
    return input_name(row, entry).replace(".", "-")


def datum_of_field(name: str) -> tuple[ElementRef, int | None] | None:
    """The row that `field_name` gave this name, and the line; None where it is no such name."""
    return datum_of(name.replace("-", "."))
