"""Content controls (w:sdt) that take the data of the one table.

They stand within a paragraph and take rich text: LibreOffice 7.4 writes plain-text controls and those around
paragraphs back three times over, and Word lets people press Enter in these, which long text needs.
"""

from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from composer.documents.text import paragraph, run
from composer.documents.xml import Element, w, w14
from composer.exchange.controls.names import block_name, bookmark_name, list_of, tag
from composer.exchange.controls.names import title as title_of
from composer.exchange.controls.placeholders import placeholder
from composer.forms.specs import spec_of
from composer.model.package import FieldRow
from composer.model.value import ValueType
from composer.values import Value, written

TICKED, EMPTY = "☑", "☐"
_BOX_FONT = "Segoe UI Symbol"
_FIRST_ID = 100_000
_YES_OR_NO = ("是", "否")


class Controls:
    """Makes the controls of one document, numbered in the order of `rows`."""

    def __init__(self, rows: Sequence[FieldRow]) -> None:
        self._rows = rows
        self._numbers = {row.id: number for number, row in enumerate(rows, start=1)}
        self._made = 0

    @property
    def properties(self) -> dict[str, str]:
        """Properties of the document that tell which datum has which number."""
        return list_of(self._rows)

    @property
    def building_blocks(self) -> list[Element]:
        """What empty controls show, for the program to show it again when one is emptied."""
        return [_building_block(block_name(number), placeholder(row)) for number, row in enumerate(self._rows, start=1)]

    def inputs(self, row: FieldRow, value: Value | None, entry: int | None) -> list[Element]:
        """What a paragraph has to hold for `row` to be filled: one control, or one an option of several."""
        if row.spec.type is ValueType.CHOICES and row.options:
            return list(self._boxes(row, value, entry))
        kind = _kind(row, value)
        shown = run(placeholder(row), "PlaceholderText") if value is None else run(written(value, spec_of(row)))
        return self._control(row, row.label, entry, 0, shown, kind, is_empty=value is None)

    def _boxes(self, row: FieldRow, value: Value | None, entry: int | None) -> Iterator[Element]:
        chosen = value if isinstance(value, list | tuple) else ()
        for number, option in enumerate(row.options, start=1):
            ticked = option in chosen
            states = (("checkedState", TICKED), ("uncheckedState", EMPTY))
            kind = w14(
                "checkbox",
                w14("checked", val=int(ticked)),
                *(w14(name, val=f"{ord(sign):04X}", font=_BOX_FONT) for name, sign in states),
            )
            shown = run(TICKED if ticked else EMPTY, "FormBox")
            yield from self._control(row, option, entry, number, shown, [kind], is_empty=False)
            yield run(f" {option}" + ("　" if number < len(row.options) else ""))

    def _control(
        self,
        row: FieldRow,
        title: str,
        entry: int | None,
        option: int,
        shown: Element,
        kind: Sequence[Element],
        is_empty: bool,
    ) -> list[Element]:
        self._made += 1
        number = self._numbers[row.id]
        properties = [w("alias", val=title_of(title))]
        if name := tag(row, entry):
            properties.append(w("tag", val=name))
        properties.append(w("id", val=_FIRST_ID + self._made))
        properties.append(w("lock", val="sdtLocked"))
        properties.append(w("placeholder", w("docPart", val=block_name(number))))
        if is_empty:
            properties.append(w("showingPlcHdr"))
        properties += kind
        start = w("bookmarkStart", id=self._made, name=bookmark_name(number, entry, option))
        return [start, w("sdt", w("sdtPr", *properties), w("sdtContent", shown)), w("bookmarkEnd", id=self._made)]


def _kind(row: FieldRow, value: Value | None) -> list[Element]:
    """What sort of control it is; none for text."""
    written_as = row.spec.type
    if written_as is ValueType.DATE:
        return [_date(value)]
    if written_as is ValueType.BOOLEAN:
        return [_drop_down(_YES_OR_NO)]
    if written_as is ValueType.CHOICE and row.options:
        return [_drop_down(row.options)]
    return []


def _date(value: Value | None) -> Element:
    return w(
        "date",
        w("dateFormat", val="yyyy'年'M'月'd'日'"),
        w("lid", val="zh-CN"),
        w("storeMappedDataAs", val="date"),
        w("calendar", val="gregorian"),
        **({} if value is None else {"fullDate": f"{value}T00:00:00Z"}),
    )


def _drop_down(options: Sequence[str]) -> Element:
    return w("dropDownList", *(w("listItem", displayText=option, value=option) for option in options))


def _building_block(name: str, text: str) -> Element:
    properties = w(
        "docPartPr",
        w("name", val=name),
        w("category", w("name", val="General"), w("gallery", val="placeholder")),
        w("types", w("type", val="bbPlcHdr")),
        w("behaviors", w("behavior", val="content")),
        w("guid", val=f"{{{str(uuid5(NAMESPACE_URL, f'{name}:{text}')).upper()}}}"),
    )
    return w("docPart", properties, w("docPartBody", paragraph("Normal", run(text, "PlaceholderText"))))
