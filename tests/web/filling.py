"""What a person writes into the inputs of the one table: one good text for every row that asks for one."""

from composer.forms.naming import input_name
from composer.forms.specs import is_written, spec_of
from composer.model.package import FieldRow, MergedForm
from composer.model.value import ValueType

IDENTITY = "11010519491231002X"


def example(row: FieldRow) -> str:
    """A good text for `row`; blank where it follows from another one."""
    spec = spec_of(row)
    if row.derived:
        return ""
    match spec.type:
        case ValueType.DATE:
            return "2026年3月1日"
        case ValueType.DATE_TIME:
            return "2026-03-01 08:30"
        case ValueType.INTEGER | ValueType.NUMBER | ValueType.AMOUNT:
            return "3"
        case ValueType.CHOICE | ValueType.CHOICES:
            return row.options[0]
        case _ if row.spec.format == "identity-number":
            return IDENTITY
        case _ if spec.value_format:
            return spec.value_format.example
        case _:
            return f"甲{row.element.key}"[: spec.longest or 20]


def filled_fields(form: MergedForm) -> list[tuple[str, str]]:
    """The fields of pages on which everything is written, one line a group."""
    return [
        (input_name(row.id, 1 if group.repeats else None), example(row))
        for group in form.groups
        for row in group.rows
        if is_written(row)
    ]
