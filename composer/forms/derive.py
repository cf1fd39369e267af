"""Rows that follow from others: a citizen's number tells the birth date and the sex, so they are not asked again."""

from collections.abc import Mapping

from composer.model.package import Derived, FieldRow, FieldSource

ALWAYS = frozenset({"resident-id"})
"""Formats of which every valid value tells what may be derived."""


def derived(rows: Mapping[str, FieldRow]) -> Mapping[str, FieldRow]:
    """`rows` by element, with each that follows from another marked; one that always does is no longer asked."""
    return {ref: _marked(row, rows) for ref, row in rows.items()}


def _marked(row: FieldRow, rows: Mapping[str, FieldRow]) -> FieldRow:
    if row.source is not FieldSource.APPLICANT or not row.element.trait.derived:
        return row
    found = []
    for one in row.element.trait.derived:
        teller = rows.get(f"{row.element.object.id}.{one.of}")
        if teller is not None and teller.source is not FieldSource.DEPARTMENT:
            always = teller.spec.format in ALWAYS and (teller.required or not row.required)
            found.append(Derived(rule=one.rule, of=teller.id, always=always))
    source = FieldSource.COMPUTED if any(one.always for one in found) else row.source
    return row.model_copy(update={"derived": tuple(found), "source": source}) if found else row
