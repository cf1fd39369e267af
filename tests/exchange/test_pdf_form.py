"""The one table as a PDF: what stands in it, in which fields, and that it is read back as what was written."""

import io
import re
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from composer.compose import compose
from composer.exchange.acroform.appearance import Room, drawn
from composer.exchange.acroform.glyphs import MISSING, input_font
from composer.exchange.acroform.naming import datum_of_field, field_name
from composer.exchange.acroform.widgets import Fields
from composer.exchange.filled import read_filled
from composer.exchange.filled.json import raw_of
from composer.exchange.forms.pdf import form_to_pdf
from composer.exchange.schema import version_of
from composer.forms.fill import fill
from composer.forms.raw import stamp_of
from composer.forms.specs import must_be_filled
from composer.model.package import FieldRow, FieldSource, MergedForm, Planned, ThemePackage
from composer.model.theme import Library
from tests.exchange.awkward import awkward_package
from tests.forms.filling import CATALOGUE, documents, item_of, merged_forms

THEMES = ("close-company", "newborn", "open-company", "open-restaurant")


def package_of(form: MergedForm, library: Library) -> ThemePackage:
    """A package with this table, for items that it serves."""
    items = tuple(Planned(item=item_of(one), stage=1, requires=(), why="") for one in form.originals)
    some = compose(library.themes["newborn"], library.catalogue)
    return some.model_copy(update={"form": form, "items": items, "asked": (), "answers": {}})


def fields_of(data: bytes) -> dict[str, Any]:
    return dict(PdfReader(io.BytesIO(data)).get_fields() or {})


def asked(package: ThemePackage) -> list[FieldRow]:
    return [row for row in package.form.rows if row.source is FieldSource.APPLICANT]


def read_back(package: ThemePackage, data: bytes) -> tuple[Any, list[tuple[str, int | None, str]]]:
    """The values of a filled PDF, and its faults by row, line and kind."""
    filled = fill(package.form, read_filled(data, "表.pdf"))
    return filled.document, [(fault.row, fault.entry, fault.code) for fault in filled.faults]


def meant(package: ThemePackage, document: Mapping[str, Any]) -> tuple[Any, list[tuple[str, int | None, str]]]:
    """The same of the part of the document that an applicant fills."""
    keys = {group.id: {row.element.key for row in asked(package) if row in group.rows} for group in package.form.groups}
    own: dict[str, Any] = {}
    for group, held in document.items():
        lines = [
            {key: value for key, value in line.items() if key in keys[group]}
            for line in (held if isinstance(held, list) else [held])
        ]
        own[group] = list(filter(None, lines)) if isinstance(held, list) else lines[0]
    filled = fill(package.form, raw_of(own))
    return filled.document, [(fault.row, fault.entry, fault.code) for fault in filled.faults]


@pytest.mark.parametrize("theme", THEMES)
def test_every_datum_that_is_asked_has_its_fields_and_no_other_has(library: Library, theme: str) -> None:
    package = compose(library.themes[theme], library.catalogue)
    fields = fields_of(form_to_pdf(package, library.catalogue, {}))
    found = {place[0] for name in fields if (place := datum_of_field(name.partition(".")[0]))}
    assert found == {row.id for row in asked(package)}


def test_a_field_says_its_label_how_to_fill_it_and_whether_it_must_be(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    fields = fields_of(form_to_pdf(package, library.catalogue, {}))
    assert fields["datum-newborn-birth_date"]["/TU"] == (
        "新生儿出生日期：年-月-日，如 2026-03-01；填了居民身份证号码的可以不填"
    )
    for row in asked(package):
        field = fields[field_name(row.id, 1 if row.element.object.repeats else None)]
        assert row.label in field["/TU"]
        if row.spec.type not in ("多选",):
            assert bool(field.get("/Ff", 0) & 2) == must_be_filled(row)


def test_lengths_are_bounded_where_the_form_bounds_them(library: Library) -> None:
    package = compose(library.themes["open-company"], library.catalogue)
    with pikepdf.open(io.BytesIO(form_to_pdf(package, library.catalogue, {}))) as pdf:
        bounded = {str(one.T): int(one.MaxLen) for one in pdf.Root.AcroForm.Fields if "/MaxLen" in one}
    assert bounded["datum-enterprise-scope"] == 2000


def test_the_file_is_titled_tagged_a4_and_in_chinese(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    with pikepdf.open(io.BytesIO(form_to_pdf(package, library.catalogue, {}))) as pdf:
        assert str(pdf.docinfo.Title) == "出生“一件事”办理登记表（新生儿出生一件事）"
        assert str(pdf.Root.Lang).startswith("zh")
        assert {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages} == {(0, 0, 595, 842)}
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Form"]
        widgets = sum(1 for page in pdf.pages for one in page.obj.get("/Annots", []) if "/StructParent" in one)
        assert len(elements) == widgets > 60
    pages = PdfReader(io.BytesIO(form_to_pdf(package, library.catalogue, {}))).pages
    assert all(f"第 {number} 页，共 {len(pages)} 页" in page.extract_text() for number, page in enumerate(pages, 1))
    assert all("新生儿出生一件事" in page.extract_text() for page in pages)


def test_what_others_fill_is_shown_without_a_field(library: Library) -> None:
    package = compose(library.themes["open-restaurant"], library.catalogue)
    data = form_to_pdf(package, library.catalogue, {"enterprise": {"uscc": "114507210081153718"}})
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    others = [row for row in package.form.rows if row.source is not FieldSource.APPLICANT]
    assert others
    assert [row.label for row in others if row.label not in text.replace("\n", "")] == []


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=2, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_back_for_a_shipped_theme(library: Library, theme: str, data: st.DataObject) -> None:
    package = compose(library.themes[theme], library.catalogue)
    document = data.draw(documents(package.form))
    made = form_to_pdf(package, library.catalogue, document)
    assert read_back(package, made) == meant(package, document)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read_back_for_any_form(library: Library, data: st.DataObject) -> None:
    package = package_of(data.draw(merged_forms()), library)
    document = data.draw(documents(package.form))
    made = form_to_pdf(package, CATALOGUE, document)
    assert read_back(package, made) == meant(package, document)
    assert read_filled(made, "表.pdf").stamp == stamp_of(package, version_of(package, CATALOGUE))


def test_a_blank_table_has_ten_lines_or_as_many_as_there_may_be(library: Library) -> None:
    package = compose(library.themes["open-company"], library.catalogue)
    lines = read_filled(form_to_pdf(package, library.catalogue, {}), "表.pdf").entries
    most = {group.id: group.max_rows for group in package.form.groups if group.repeats}
    assert {group: len(entries) for group, entries in lines.items()} == {
        group: min(10, count) for group, count in most.items()
    }


def test_more_lines_than_a_blank_table_has_all_stand_in_it(library: Library) -> None:
    package = compose(library.themes["open-company"], library.catalogue)
    document = {"shareholder": [{"name": f"股东{number}"} for number in range(1, 24)]}
    made = form_to_pdf(package, library.catalogue, document)
    assert read_back(package, made)[0]["shareholder"] == document["shareholder"]


def test_words_that_no_form_ought_to_have_are_set_as_they_are() -> None:
    package, catalogue = awkward_package("=1+1<&>“#[*]$\\”'\"")
    data = form_to_pdf(package, catalogue, {})
    text = re.sub(r"[\s\u200b]", "", "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    assert "=1+1<&>“#[*]$\\”'\"" in text


def test_the_same_values_give_the_same_bytes(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    document = {"newborn": {"name": "张𠮷龘", "sex": "女"}}
    made = form_to_pdf(package, library.catalogue, document)
    form_to_pdf(package, library.catalogue, {"newborn": {"name": "另一个"}})
    assert form_to_pdf(package, library.catalogue, document) == made


def test_every_usual_sign_is_in_the_font_with_a_code_of_its_own() -> None:
    codes = input_font().codes
    assert [sign for sign in "·—“”‘’《》〔〕（），。、；：？！￥×℃㎡①⑩éü张玥喆䶮" if sign not in codes] == []
    assert len(codes) == len(set(codes.values())) > 6763
    assert input_font().encoded("・―") == input_font().encoded("·—")


def test_a_sign_outside_the_usual_ones_is_taken_into_the_font_and_one_that_it_lacks_is_marked() -> None:
    assert "龘" not in input_font(["张"]).codes
    font = input_font(["龘", "🍜"])
    assert font.encoded("🍜") == font.encoded(MISSING) != font.encoded("龘")


@given(text=st.text("甲乙 abc，\n0123", max_size=400), width=st.floats(30, 250), height=st.floats(20, 70))
def test_all_of_a_text_is_drawn(text: str, width: float, height: float) -> None:
    font = input_font()
    shown = "".join(re.findall("<([0-9A-F]*)> Tj", drawn(text, Room(width, height), font, several_lines=True)))
    assert shown == font.encoded(text.replace("\n", ""))


def test_a_link_that_is_no_input_stays_a_link() -> None:
    page = pikepdf.new()
    page.add_blank_page()
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.com")),
    )
    page.pages[0].obj.Annots = pikepdf.Array([page.make_indirect(link)])
    Fields(page, {}, input_font()).lay("印记")
    assert page.pages[0].obj.Annots[0].Subtype == "/Link"
