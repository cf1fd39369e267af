"""The one table filled to the brim: writing it in each format, and reading it back."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

import composer.exchange.forms  # noqa: F401  (fills its registry)
from benchmarks.timing import Row, in_turn
from composer.compose import compose
from composer.exchange.filled import read_filled
from composer.forms.specs import spec_of
from composer.model.package import FieldRow, FieldSource, MergedForm, ThemePackage
from composer.model.theme import Library
from composer.model.value import ValueType
from composer.outputs import FORM_FILES

GOAL = 300
_LINES = 500
_VALUES: dict[ValueType, Any] = {
    ValueType.DATE: "2026-03-01",
    ValueType.DATE_TIME: "2026-03-01T08:30",
    ValueType.MONTH: "2026-03",
    ValueType.PERIOD: "2026-01-01/2028-12-31",
    ValueType.INTEGER: 12,
    ValueType.NUMBER: 12.5,
    ValueType.AMOUNT: 120000.5,
    ValueType.BOOLEAN: True,
}


def rows(library: Library) -> Iterator[Row]:
    """Writing and reading of the theme that takes most values, each of its tables filled as far as it goes."""
    package, document = fullest(library)
    count = sum(len(line) for held in document.values() for line in (held if isinstance(held, list) else [held]))
    for name, file in FORM_FILES.items():
        data = file.make(package, library.catalogue, document)
        peer: Callable[[], object] | None = (lambda data=data: load_workbook(BytesIO(data))) if name == "xlsx" else None
        writing, _ = in_turn(lambda file=file: file.make(package, library.catalogue, document), None, 7)
        reading, theirs = in_turn(lambda data=data, file=file: read_filled(data, file.filename), peer, 7)
        blank, _ = in_turn(lambda file=file: file.make(package, library.catalogue, {}), None, 7)
        yield Row(f"{name}, blank, written", blank, GOAL)
        yield Row(f"{name}, {count:,} values, written", writing, GOAL)
        yield Row(f"{name}, {count:,} values, read", reading, GOAL, "openpyxl, values alone" if peer else "", theirs)


def fullest(library: Library) -> tuple[ThemePackage, dict[str, Any]]:
    """The package of a theme's ordinary answers that takes most values, and a document with all of them."""
    packages = [compose(theme, library.catalogue) for theme in library.themes.values()]
    package = max(packages, key=lambda one: sum(_cells(one.form)))
    return package, filled(package.form)


def _cells(form: MergedForm) -> Iterator[int]:
    return (len(group.rows) * (min(group.max_rows, _LINES) if group.repeats else 1) for group in form.groups)


def filled(form: MergedForm) -> dict[str, Any]:
    """A value for everything that is asked."""
    document: dict[str, Any] = {}
    for group in form.groups:
        line = {row.element.key: value(row) for row in group.rows if row.source is FieldSource.APPLICANT}
        if line:
            document[group.id] = [line] * min(group.max_rows, _LINES) if group.repeats else line
    return document


def value(row: FieldRow) -> Any:
    """A value of the kind that a row takes."""
    spec = spec_of(row)
    if row.options:
        return list(row.options[:2]) if spec.type is ValueType.CHOICES else row.options[0]
    if spec.value_format:
        return spec.value_format.example
    return _VALUES.get(spec.type, "民族大道100号"[: spec.longest])
