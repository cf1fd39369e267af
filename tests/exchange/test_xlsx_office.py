"""The workbook in an office program that is not ours: opened without repair, printed on A4, formulas that hold."""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from composer.compose import compose
from composer.exchange.filled import read_filled
from composer.exchange.filled.json import raw_of
from composer.exchange.workbook.book import form_workbook
from composer.exchange.workbook.formats import cell_format
from composer.exchange.workbook.patterns import simple_pattern
from composer.exchange.workbook.text import put
from composer.exchange.workbook.told import telling
from composer.exchange.workbook.validation import only_options
from composer.exchange.xlsx import package_to_xlsx
from composer.forms.fill import fill
from composer.forms.told import told
from composer.model.element import Rule
from composer.model.package import ThemePackage
from composer.model.theme import Library
from composer.values import format_ids, value_format
from tests.exchange.awkward import awkward_package
from tests.exchange.office import Office
from tests.exchange.samples import sample
from tests.shipped import THEMES

AWKWARD = "=1+1<&>“🍜”'\""
TODAY = date(2026, 11, 25)

Made = tuple[Path, dict[str, ThemePackage], Office]


@pytest.fixture(scope="module")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The workbooks of the shipped themes, blank and filled, and of an awkward one, with their PDF (the blank ones) and
    their way through LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    office = Office(folder)
    packages = {theme: compose(library.themes[theme], library.catalogue) for theme in THEMES}
    for theme, package in packages.items():
        (folder / f"{theme}.xlsx").write_bytes(package_to_xlsx(package, library.catalogue))
        filled = form_workbook(package, library.catalogue, sample(package.form))
        (folder / f"{theme}-filled.xlsx").write_bytes(filled)
    packages["awkward"], catalogue = awkward_package(AWKWARD)
    (folder / "awkward.xlsx").write_bytes(package_to_xlsx(packages["awkward"], catalogue))
    office.convert([folder / f"{name}.xlsx" for name in packages], "pdf", folder / "pdf")
    office.convert(sorted(folder.glob("*.xlsx")), "xlsx", folder / "again")
    return folder, packages, office


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", [*THEMES, "awkward"])
def test_every_page_is_a4(made: Made, name: str) -> None:
    pages = PdfReader(made[0] / "pdf" / f"{name}.pdf").pages
    assert {tuple(sorted(round(float(side)) for side in page.mediabox[2:])) for page in pages} == {(595, 842)}


@pytest.mark.parametrize("name", THEMES)
def test_every_label_and_material_is_printed(made: Made, name: str) -> None:
    printed = squeezed("".join(page.extract_text() for page in PdfReader(made[0] / "pdf" / f"{name}.pdf").pages))
    package = made[1][name]
    assert [row.label for row in package.form.rows if squeezed(row.label) not in printed] == []
    assert [row.name for row in package.materials if squeezed(row.name) not in printed] == []


@pytest.mark.parametrize("name", [*THEMES, "awkward"])
def test_nothing_is_repaired_or_lost(made: Made, name: str) -> None:
    ours = load_workbook(made[0] / f"{name}.xlsx")
    theirs = load_workbook(made[0] / "again" / f"{name}.xlsx")
    assert ours.sheetnames == theirs.sheetnames
    for sheet in ours:
        again = theirs[sheet.title]
        values = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        kept = {cell.coordinate: cell.value for row in again.iter_rows() for cell in row if cell.value is not None}
        assert kept == values
        assert {area.coord for area in again.merged_cells.ranges} == {area.coord for area in sheet.merged_cells.ranges}
        assert again.protection.sheet == sheet.protection.sheet
        count = sum(len(list(one.sqref.ranges)) for one in sheet.data_validations.dataValidation)
        assert (sum(len(list(one.sqref.ranges)) for one in again.data_validations.dataValidation) > 0) == (count > 0)
    assert set(theirs.defined_names) >= set(ours.defined_names)


def test_formulas_of_validations_hold_for_what_is_right_and_only_for_that(tmp_path: Path) -> None:
    code, digits = simple_pattern("^[0-9A-HJ-NPQRTUWXY]{18}$"), simple_pattern("^[0-9]{4,6}$")
    assert code is not None
    assert digits is not None
    options = ("基本养老保险", "养老", '带"引号"')
    cases = [
        (code.formula, "91110000MA01ABCD2X", True),
        (code.formula, "91110000MA01ABCD2I", False),
        (code.formula, "91110000ma01abcd2x", False),
        (code.formula, "91110000MA01ABCD2", False),
        (digits.formula, "100000", True),
        (digits.formula, "1000", True),
        (digits.formula, "10000a", False),
        (digits.formula, "1000000", False),
        (lambda cell: only_options(cell, options), '基本养老保险、带"引号"', True),
        (lambda cell: only_options(cell, options), "养老", True),
        (lambda cell: only_options(cell, options), "基本养老保险、医疗", False),
    ]
    assert computed(tmp_path, [(formula, value) for formula, value, _ in cases]) == [
        str(right).upper() for _, _, right in cases
    ]


def computed(folder: Path, cases: list[tuple[Callable[[str], str], str]]) -> list[str]:
    """What LibreOffice makes of formulas of a cell that holds a text."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for number, (formula, value) in enumerate(cases, start=1):
        put(sheet.cell(number, 1), value)
        sheet.cell(number, 1).number_format = "@"
        sheet.cell(number, 2, f"={formula(f'A{number}').removeprefix('=')}")
    workbook.save(folder / "formulas.xlsx")
    Office(folder).convert([folder / "formulas.xlsx"], "csv:Text - txt - csv (StarCalc):44,34,76", folder)
    rows = csv.reader((folder / "formulas.csv").read_text(encoding="utf-8").splitlines())
    return [row[1] for row in rows]


RIGHT = {
    "resident-id": ("11010519491231002X", "11010519491231002x"),
    "identity-number": ("11010519491231002X", "E12345678", "H12345678", "军字第1234567号", "E1234567890123456X"),
    "uscc": ("114507210081153718", "91110000600037341L", "91110000600037341l"),
    "mobile": ("13812345678", "19999999999"),
    "phone": ("13812345678", "010-62771234", "0731-88888888-801"),
    "landline": ("010-62771234", "0731-8888888-1"),
    "postcode": ("100084", "010010"),
    "email": ("name@example.com", "a.b+c@mail.example.com.cn"),
    "bank-card": ("6222021234567890128", "6222 0212 3456 7890 128"),
    "bank-account": ("1001-2345-6789", "62220"),
    "region": ("110105",),
    "year": ("2026", "1800"),
}
WRONG = {
    "resident-id": ("110105194912310021", "11010519491331002X", "1101051949123100", "1101051949123100甲X", "E12345678"),
    "identity-number": ("110105194912310021", "123"),
    "uscc": ("114507210081153719", "91110000600037341O", "9111000060003734"),
    "mobile": ("1381234567", "23812345678", "1381234567a", "12812345678"),
    "phone": ("62771234", "电话010-62771234"),
    "landline": ("13812345678", "62771234"),
    "postcode": ("000000", "10008", "10008a"),
    "email": ("name", "name@example", "a@b@c.com", "@example.com"),
    "bank-card": ("6222021234567890127", "622202"),
    "bank-account": ("账号1001", "12"),
    "region": ("11010", "1101ab"),
    "year": ("1799", "26", "２０２６"),
}


def test_formulas_of_formats_take_what_is_right_and_refuse_what_is_wrong(tmp_path: Path) -> None:
    cases = [
        (cell_format(id), text, right)
        for right, texts in ((True, RIGHT), (False, WRONG))
        for id in texts
        for text in texts[id]
    ]
    found = computed(tmp_path, [(own.formula, text) for own, text, _ in cases if own and own.formula])
    assert len(found) == len(cases)
    assert [text for (_, text, right), said in zip(cases, found, strict=True) if (said == "TRUE") != right] == []


def test_the_examples_of_formulas_are_right_and_wrong_by_the_rules_too() -> None:
    assert {id for id in format_ids() if (own := cell_format(id)) and own.formula} == set(RIGHT)
    for id, texts in RIGHT.items():
        assert [text for text in texts if value_format(id).fault(value_format(id).tidy(text))] == []
    for id in ("resident-id", "identity-number", "uscc", "bank-card", "postcode", "email", "mobile"):
        assert all(value_format(id).fault(value_format(id).tidy(text)) for text in WRONG[id])


def test_a_citizens_number_tells_in_a_sheet_what_it_tells_here(tmp_path: Path) -> None:
    numbers = ("11010519491231002X", "110105194912310038", "E12345678", "")
    cases = [(rule, number) for rule in Rule for number in numbers]
    found = computed(tmp_path, [(lambda cell, rule=rule: telling(rule, cell), number) for rule, number in cases])  # type: ignore[misc]
    days = {"1949-12-31", "12/31/49", "1949/12/31", "12/31/1949"}
    for (rule, number), said in zip(cases, found, strict=True):
        known = told(rule, number) or ""
        assert said == known or (rule is Rule.BIRTH_DATE and known == "1949-12-31" and said in days)


@pytest.mark.parametrize("theme", THEMES)
def test_what_was_filled_is_the_same_after_libreoffice_saved_it(made: Made, theme: str) -> None:
    folder, packages, _ = made
    form = packages[theme].form
    meant = fill(form, raw_of(sample(form)), TODAY)
    assert meant.faults == ()
    for place in (folder, folder / "again"):
        raw = read_filled((place / f"{theme}-filled.xlsx").read_bytes(), "filled.xlsx")
        filled = fill(form, raw, TODAY)
        assert filled == meant
        assert raw.stamp is not None
        assert (raw.stamp.theme, raw.stamp.answers) == (theme, packages[theme].answers)


def test_a_person_fills_the_restaurant_form_in_libreoffice_and_changes_its_sheets(made: Made) -> None:
    folder, packages, office = made
    steps = [
        ("type", "datum.enterprise.name", "小明餐馆"),
        ("type", "datum.enterprise.employee_count", "5"),
        ("type", "datum.enterprise.funds", "12.5"),
        ("type", "datum.operator.name", "王小明"),
        ("type", "datum.operator.identity_type", "居民身份证"),
        ("type", "datum.operator.identity_number", "11010519491231002X"),
        ("type", "datum.operator.postcode", "010010"),
        ("type", "datum.declaration.date", "2026-3-1"),
        ("type", "datum.premises.address", "=1+1"),
        ("type", "row1.food_worker.name", "甲"),
        ("type", "row2.food_worker.name", "丙"),
        ("insert above", "row2.food_worker.name"),
        ("type below", "row1.food_worker.name", "乙"),
        ("delete", "row5.food_worker.name"),
        ("type", "row11.food_worker.name", "丁"),
        ("type below", "row11.food_worker.name", "戊"),
        ("rename", "一张表单", "我的'表"),
        ("move", "我的'表"),
    ]
    office.fill(folder / "open-restaurant.xlsx", folder / "typed.xlsx", steps)
    raw = read_filled((folder / "typed.xlsx").read_bytes(), "typed.xlsx")
    document = fill(packages["open-restaurant"].form, raw, TODAY).document
    assert document["enterprise"] == {"name": "小明餐馆", "employee-count": 5, "funds": 12.5}
    assert document["operator"] == {
        "name": "王小明",
        "sex": "女",
        "identity-type": "居民身份证",
        "identity-number": "11010519491231002X",
        "postcode": "010010",
    }
    assert document["declaration"] == {"date": "2026-03-01"}
    assert document["premises"] == {"address": "=1+1"}
    assert [line["name"] for line in document["food-worker"]] == ["甲", "乙", "丙", "丁", "戊"]
    assert raw.strays == ()
