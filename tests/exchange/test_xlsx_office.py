"""The workbook in an office program that is not ours: opened without repair, printed on A4, formulas that hold."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from composer.compose import compose
from composer.exchange.workbook.patterns import simple_pattern
from composer.exchange.workbook.validation import only_options
from composer.exchange.xlsx import package_to_xlsx
from composer.model.package import ThemePackage
from composer.model.theme import Library
from tests.exchange.awkward import awkward_package
from tests.shipped import THEMES

OFFICE = shutil.which("soffice") or ""
AWKWARD = "=1+1<&>“🍜”'\""


def convert(folder: Path, to: str, out: Path) -> None:
    """Convert every workbook of `folder` with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    books = map(str, sorted(folder.glob("*.xlsx")))
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", to, "--outdir", str(out), *books],
        check=True,
        capture_output=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, ThemePackage]]:
    """The workbooks of the shipped themes and of an awkward one, with their PDF and their way through LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    packages = {theme: compose(library.themes[theme], library.catalogue) for theme in THEMES}
    for theme, package in packages.items():
        (folder / f"{theme}.xlsx").write_bytes(package_to_xlsx(package, library.catalogue))
    packages["awkward"], catalogue = awkward_package(AWKWARD)
    (folder / "awkward.xlsx").write_bytes(package_to_xlsx(packages["awkward"], catalogue))
    convert(folder, "pdf", folder / "pdf")
    convert(folder, "xlsx", folder / "again")
    return folder, packages


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", [*THEMES, "awkward"])
def test_every_page_is_a4(made: tuple[Path, dict[str, ThemePackage]], name: str) -> None:
    pages = PdfReader(made[0] / "pdf" / f"{name}.pdf").pages
    assert {tuple(sorted(round(float(side)) for side in page.mediabox[2:])) for page in pages} == {(595, 842)}


@pytest.mark.parametrize("name", THEMES)
def test_every_label_and_material_is_printed(made: tuple[Path, dict[str, ThemePackage]], name: str) -> None:
    printed = squeezed("".join(page.extract_text() for page in PdfReader(made[0] / "pdf" / f"{name}.pdf").pages))
    package = made[1][name]
    assert [row.label for row in package.form.rows if squeezed(row.label) not in printed] == []
    assert [row.name for row in package.materials if squeezed(row.name) not in printed] == []


@pytest.mark.parametrize("name", [*THEMES, "awkward"])
def test_nothing_is_repaired_or_lost(made: tuple[Path, dict[str, ThemePackage]], name: str) -> None:
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
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for number, (formula, value, _) in enumerate(cases, start=1):
        sheet.cell(number, 1, value).number_format = "@"
        sheet.cell(number, 2, f"={formula(f'A{number}')}")
    workbook.save(tmp_path / "formulas.xlsx")
    convert(tmp_path, "csv", tmp_path)
    rows = list(csv.reader((tmp_path / "formulas.csv").read_text(encoding="utf-8").splitlines()))
    assert [row[1] for row in rows] == [str(right).upper() for _, _, right in cases]
