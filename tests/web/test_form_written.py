"""What was written comes back from the fields of a page as it was: whatever the form, whatever the values."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.exchange.filled.json import raw_of as raw_of_json
from composer.forms.fill import fill
from tests.forms.filling import documents, merged_forms
from web.forms.written import from_raw, raw_of, read_fields

TODAY = date(2026, 3, 1)


def _unsigned(document: dict[str, Any]) -> dict[str, Any]:
    """Without what is signed by hand, for which a page has no field."""
    signed = "seal"

    def line(held: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in held.items() if key != signed}

    return {group: [*map(line, held)] if isinstance(held, list) else line(held) for group, held in document.items()}


@given(st.data())
@settings(max_examples=60)
def test_values_survive_the_fields_of_a_page(data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    raw = raw_of_json(_unsigned(data.draw(documents(form))))
    meant = fill(form, raw, TODAY)
    sent = list(from_raw(form, raw).fields())
    assert fill(form, raw_of(form, read_fields(form, sent)), TODAY).document == meant.document


@given(st.data())
@settings(max_examples=60)
def test_fields_stand_still_once_they_were_carried(data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    names = [f"{prefix}.{row.id}".replace("-", "_") for row in form.rows for prefix in ("datum", "row1", "row7")]
    sent = data.draw(st.lists(st.tuples(st.sampled_from(names), st.text(max_size=5)), max_size=20))
    carried = list(read_fields(form, sent).fields())
    assert list(read_fields(form, carried).fields()) == carried
