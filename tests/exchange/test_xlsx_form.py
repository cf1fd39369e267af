"""The workbook: every row is there, what is filled in is checked, and it is ready for paper."""

import os
import subprocess
import sys
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

import composer.exchange.forms  # noqa: F401  (fills its registry)
from composer.compose import compose
from composer.exchange.workbook.book import form_workbook
from composer.exchange.workbook.form_sheet import FORM_SHEET
from composer.exchange.workbook.formats import cell_format, fits
from composer.exchange.workbook.list_sheets import MAPPING_SHEET, MATERIALS_SHEET
from composer.exchange.xlsx import package_to_xlsx
from composer.forms.naming import datum_of, input_name
from composer.forms.order import parts_of
from composer.model.package import FieldRow, FieldSource, MergedForm, ThemePackage
from composer.model.theme import Catalogue, Library
from composer.model.value import ValueType
from composer.outputs import FORM_FILES, FORMATS
from composer.situations.worlds import worlds
from composer.values import format_ids
from composer.wording import chinese_number
from tests.exchange.awkward import awkward_package
from tests.shipped import THEMES

AWKWARD = {
    "formula": "=1+1",
    "plus": "+1",
    "minus": "-1",
    "at": "@SUM(A1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "quotes": "“引”'号'\"双\",逗号",
    "angle brackets": "<b>&amp;</b> & ]]>",
    "emoji": "餐🍜馆👩‍🍳",
    "control characters": "甲\x00\x0b\x1f乙\ufffe",
    "looks like an error": "#N/A",
    "looks like a number": "007",
    "500 characters": "很长的名称" * 100,
}


Books = dict[str, list[tuple[ThemePackage, Workbook]]]


def opened(package: ThemePackage, catalogue: Catalogue) -> Workbook:
    return load_workbook(BytesIO(package_to_xlsx(package, catalogue)))


@pytest.fixture(scope="module")
def books(library: Library) -> Books:
    """For each theme its ordinary package, and another of one theme, with their workbooks."""
    found: Books = {}
    for name in THEMES:
        theme, catalogue = library.themes[name], library.catalogue
        last = 120 if name == "open-restaurant" else 1
        packages = [compose(theme, catalogue, given) for given in islice(worlds(theme, catalogue), 0, last, 100)]
        found[name] = [(package, opened(package, catalogue)) for package in packages]
    return found


def inputs(workbook: Workbook, row: FieldRow, sheet: str = FORM_SHEET) -> list[str]:
    """Addresses of the cells of a sheet that take a row."""
    wanted = [name for name in workbook.defined_names if (found := datum_of(name)) and found[0] == row.id]
    places = [place for name in wanted for place in workbook.defined_names[name].destinations]
    areas = [workbook[title][address.replace("$", "")] for title, address in places if title == sheet]
    return [cell.coordinate for area in areas for (cell,) in (area if isinstance(area, tuple) else ((area,),))]


def further(workbook: Workbook) -> list[Worksheet]:
    return [sheet for sheet in workbook if sheet.title.startswith("续表")]


def validation_of(sheet: Worksheet, cell: str) -> DataValidation:
    found: list[DataValidation] = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    assert len(found) == 1
    return found[0]


def texts(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


@pytest.mark.parametrize("theme", THEMES)
def test_every_row_that_the_applicant_fills_has_its_unlocked_cells_and_no_other_cell_is_unlocked(
    books: Books, theme: str
) -> None:
    for package, workbook in books[theme]:
        sheets = [workbook[FORM_SHEET], *further(workbook)]
        named: dict[str, set[str]] = {sheet.title: set() for sheet in sheets}
        for group in package.form.groups:
            for row in group.rows:
                if row.source is FieldSource.APPLICANT:
                    counts = {sheet.title: len(inputs(workbook, row, sheet.title)) for sheet in sheets}
                    assert counts.pop(FORM_SHEET) == (min(group.max_rows, 10) if group.repeats else 1)
                    assert sum(counts.values()) == (min(max(group.max_rows, 10), 1000) - 10 if group.repeats else 0)
                    for sheet in sheets:
                        named[sheet.title].update(inputs(workbook, row, sheet.title))
        for sheet in sheets:
            assert named[sheet.title] <= unlocked(sheet) <= named[sheet.title] | covered(sheet, named[sheet.title])
            assert sheet.protection.sheet
            assert sheet.protection.password is None


def unlocked(sheet: Worksheet) -> set[str]:
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.has_style]
    return {cell.coordinate for cell in cells if not cell.protection.locked}


def covered(sheet: Worksheet, named: set[str]) -> set[str]:
    """Cells that are merged with one of `named`."""
    areas = [area.coord for area in sheet.merged_cells.ranges if area.coord.split(":")[0] in named]
    return {cell.coordinate for area in areas for cells in sheet[area] for cell in cells}


@pytest.mark.parametrize("theme", THEMES)
def test_rows_that_come_by_themselves_are_named_and_take_no_input(books: Books, theme: str) -> None:
    for package, workbook in books[theme]:
        for row in package.form.rows:
            if row.source is not FieldSource.APPLICANT:
                assert input_name(row.id) not in workbook.defined_names
                assert any(text.startswith(row.label) for text in texts(workbook[FORM_SHEET]))


@pytest.mark.parametrize("theme", THEMES)
def test_cells_accept_what_the_row_may_be_and_say_so(books: Books, theme: str) -> None:
    kinds = {
        ValueType.CHOICE: "list",
        ValueType.CHOICES: "custom",
        ValueType.DATE: "date",
        ValueType.DATE_TIME: "date",
        ValueType.INTEGER: "whole",
        ValueType.NUMBER: "custom",
        ValueType.AMOUNT: "custom",
        ValueType.BOOLEAN: "list",
        ValueType.SIGNATURE: None,
    }
    package, workbook = books[theme][0]
    for row in package.form.rows:
        if row.source is not FieldSource.APPLICANT:
            continue
        own = cell_format(row.spec.format)
        codes = row.spec.patterns or (own and own.formula)
        text = "custom" if codes else "textLength" if row.spec.max_length or own else None
        sheets = [workbook[FORM_SHEET], *further(workbook)]
        for sheet, cell in [(one, cell) for one in sheets for cell in inputs(workbook, row, one.title)[:12]]:
            validation = validation_of(sheet, cell)
            assert validation.type == kinds.get(row.spec.type, text)
            assert validation.prompt
            assert validation.showInputMessage
            assert validation.showErrorMessage == (validation.type is not None)


def test_lists_offer_exactly_the_options(books: Books) -> None:
    package, workbook = books["newborn"][0]
    lists = [row for row in package.form.rows if row.options and row.source is FieldSource.APPLICANT]
    assert lists
    for row in lists:
        validation = validation_of(workbook[FORM_SHEET], inputs(workbook, row)[0])
        name, area = str(validation.formula1).split("!")
        offered = [cell.value for (cell,) in workbook[name.strip("'")][area.replace("$", "")]]
        assert tuple(offered) == row.options


def test_text_cells_keep_long_numbers_and_formulas_as_typed(books: Books) -> None:
    package, workbook = books["open-company"][0]
    for row in package.form.rows:
        if row.spec.type is ValueType.TEXT and row.source is FieldSource.APPLICANT:
            assert {workbook[FORM_SHEET][cell].number_format for cell in inputs(workbook, row)} == {"@"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_mapping_lists_every_original_place_of_every_row(books: Books, theme: str) -> None:
    for package, workbook in books[theme]:
        rows = list(workbook[MAPPING_SHEET].iter_rows(min_row=3, values_only=True))
        expected = [
            (row.label, package.form.originals[use.form].sections[use.section].name, use.label)
            for row in package.form.rows
            for use in row.uses
        ]
        assert [(row[1], row[6], str(row[7]).removeprefix("* ")) for row in rows] == expected


@pytest.mark.parametrize("theme", THEMES)
def test_the_materials_are_all_listed(books: Books, theme: str) -> None:
    for package, workbook in books[theme]:
        listed = texts(workbook[MATERIALS_SHEET])
        assert all(row.name in listed or f"{row.name}（可不交）" in listed for row in package.materials)


@pytest.mark.parametrize("theme", THEMES)
def test_every_sheet_is_ready_for_a4(books: Books, theme: str) -> None:
    _, workbook = books[theme][0]
    for name in (FORM_SHEET, MAPPING_SHEET, MATERIALS_SHEET, *(sheet.title for sheet in further(workbook))):
        sheet = workbook[name]
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert "&P" in str(sheet.oddFooter.center.text)


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_any_text_arrives_as_text(text: str) -> None:
    package, catalogue = awkward_package(text)
    data = package_to_xlsx(package, catalogue)
    workbook = load_workbook(BytesIO(data))
    for sheet in workbook:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert all(cell.value is None for row in sheet.iter_rows() for cell in row if cell.data_type == "n")
    shown = text.replace("\r", "\n")
    for illegal in "\x00\x0b\x1f\ufffe":
        shown = shown.replace(illegal, "\ufffd")
    assert workbook[FORM_SHEET]["A1"].value == shown
    assert workbook[MAPPING_SHEET]["D3"].value == shown


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text_when_edited(text: str) -> None:
    package, catalogue = awkward_package(text)
    workbook = load_workbook(BytesIO(package_to_xlsx(package, catalogue)))
    assert workbook[MAPPING_SHEET]["D3"].quotePrefix


def test_prompts_and_headers_keep_to_the_lengths_that_workbooks_allow() -> None:
    package, catalogue = awkward_package("🍜" * 500)
    sheet = opened(package, catalogue)[FORM_SHEET]
    for one in sheet.data_validations.dataValidation:
        lengths = [
            len(text.encode("utf-16-le")) // 2 for text in (one.promptTitle, one.errorTitle, one.prompt, one.error)
        ]
        assert lengths[0] <= 32
        assert lengths[1] <= 32
        assert max(lengths) <= 255
    assert len(str(sheet.oddHeader.right.text).encode("utf-16-le")) // 2 <= 255


def test_a_package_without_forms_still_gives_a_workbook(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    empty = MergedForm(name="没有表", groups=(), conflicts=(), originals={}, serves={})
    workbook = opened(package.model_copy(update={"form": empty}), library.catalogue)
    assert workbook.sheetnames == [FORM_SHEET, MAPPING_SHEET, MATERIALS_SHEET]


def test_no_time_is_written_and_no_date_differs(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    with ZipFile(BytesIO(package_to_xlsx(package, library.catalogue))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in packed.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_the_same_package_gives_the_same_bytes_in_another_process(library: Library) -> None:
    script = (
        "import sys, hashlib; from tests.exchange.awkward import awkward_package;"
        "from composer.exchange.xlsx import package_to_xlsx;"
        "print(hashlib.sha256(package_to_xlsx(*awkward_package('名'))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_formulas_of_validations_are_no_longer_than_a_workbook_takes(books: Books) -> None:
    for id in format_ids():
        own = cell_format(id)
        assert own
        assert own.formula is None or fits(own.formula("AB1234")), id
    sheets = [sheet for packages in books.values() for _, workbook in packages for sheet in workbook]
    validations = [one for sheet in sheets for one in sheet.data_validations.dataValidation]
    assert max(len(str(one.formula1)) for one in validations) <= 255


def test_each_part_of_the_form_has_its_heading_above_its_groups(books: Books) -> None:
    for package, workbook in books["open-restaurant"]:
        said = texts(workbook[FORM_SHEET])
        headings = [f"{chinese_number(at)}、{part}" for at, (part, _) in enumerate(parts_of(package.form), start=1)]
        assert [text for text in said if text in headings] == headings


def test_xlsx_is_registered_as_a_format_and_as_a_file_to_fill() -> None:
    assert FORMATS["xlsx"].make is package_to_xlsx
    assert FORM_FILES["xlsx"].make is form_workbook
