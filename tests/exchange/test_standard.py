"""材料清单规范 as a workbook and as JSON."""

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from composer.exchange.standard import standard_to_json, standard_to_xlsx
from composer.exchange.workbook.page import A3, A4
from composer.inventory import MaterialStandard, material_standard
from composer.inventory.model import Verdict
from composer.model.theme import Library
from tests.examples import demand, item
from tests.examples import library as small_library

SHEETS = ["共享复用材料清单", "材料供需表", "建议取消或优化", "来源"]
HEAD = 3

HIGHEST = 300
"""Points of a row that would have to be higher than a row can be (409), were its text not made smaller."""


@pytest.fixture(scope="module")
def standard(library: Library) -> MaterialStandard:
    return material_standard(library)


@pytest.fixture(scope="module")
def made(standard: MaterialStandard, library: Library) -> bytes:
    return standard_to_xlsx(standard, library.catalogue.sources)


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(BytesIO(made))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows below the headings, by heading."""
    heads = [str(cell.value) for cell in sheet[HEAD]]
    return [dict(zip(heads, values, strict=True)) for values in sheet.iter_rows(HEAD + 1, values_only=True)]


def test_each_list_has_its_sheet_with_all_rows(book: Workbook, standard: MaterialStandard) -> None:
    assert book.sheetnames == SHEETS
    counts = [len(rows(book[name])) for name in SHEETS[:3]]
    assert counts == [len(standard.reuses), len(standard.supplies), len(standard.reviews)]


PAPERS = dict(zip(SHEETS, (A4, A3, A3, A4), strict=True))
WIDTHS = {A4: 841.9, A3: 1190.6}
"""Points of paper across."""


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_ready_to_be_printed_sorted_and_filtered(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", PAPERS[name])
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
    assert not sheet.protection.sheet


@pytest.mark.parametrize("name", SHEETS)
def test_a_printed_sheet_is_black_and_as_large_as_a_letter_but_in_the_highest_rows(book: Workbook, name: str) -> None:
    sheet = book[name]
    cells = [cell for row in sheet.iter_rows(HEAD) for cell in row]
    assert {cell.font.color.rgb for cell in cells} == {"001A1A1A"}
    highest = {number for number, row in sheet.row_dimensions.items() if (row.height or 0) > HIGHEST}
    assert {cell.font.size for cell in cells if cell.row not in highest} == {10.5}
    assert len(highest) < len(sheet.row_dimensions) / 10
    wide = sum((one.width * 7 + 5) * 0.75 for one in sheet.column_dimensions.values())
    room = WIDTHS[PAPERS[name]] - (sheet.page_margins.left + sheet.page_margins.right) * 72
    assert wide <= room + 1


def test_counts_are_numbers(book: Workbook, standard: MaterialStandard) -> None:
    first = rows(book["材料供需表"])[0]
    assert (first["材料"], first["事项数"]) == ("营业执照", standard.supplies[0].items)


def test_the_withdrawn_notice_is_first_of_what_is_to_go(book: Workbook) -> None:
    first = rows(book["建议取消或优化"])[0]
    assert first["建议"] == Verdict.CANCEL
    assert first["材料（部门的叫法）"] == "《企业名称预先核准通知书》"
    assert "企业名称自主申报，不再预先核准" in str(first["为什么这样建议"])


def test_the_same_lists_give_the_same_bytes(made: bytes, standard: MaterialStandard, library: Library) -> None:
    assert standard_to_xlsx(standard, library.catalogue.sources) == made


def test_content_that_looks_like_a_formula_stays_text() -> None:
    kinds = [{"id": "paper", "name": "=1+1"}]
    requires = [demand("paper", name="@SUM(A1)", shared=True, issuer="+cmd")]
    content = small_library([item("i", "want", requires=requires)], ["want"], kinds=kinds)
    book = load_workbook(BytesIO(standard_to_xlsx(material_standard(content), content.catalogue.sources)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "@"))] != []
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "@")))


def test_an_office_program_prints_every_material_on_a4_or_a3(
    made: bytes, standard: MaterialStandard, tmp_path: Path
) -> None:
    (tmp_path / "standard.xlsx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [shutil.which("soffice") or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path),
         str(tmp_path / "standard.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = PdfReader(tmp_path / "standard.pdf").pages
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(842, 595), (1191, 842)}
    printed = "".join("".join(page.extract_text().split()) for page in pages)
    assert [row.name for row in standard.supplies if "".join(row.name.split()) not in printed] == []


def test_json_names_each_demand_once_and_rows_point_at_it(standard: MaterialStandard) -> None:
    data = json.loads(standard_to_json(standard))
    known = [one["id"] for one in data["demands"]]
    assert len(known) == len(set(known)) == data["requirements"]
    named = [name for row in (*data["reuses"], *data["supplies"]) for name in row["demands"]]
    assert set(named) == set(known) == {row["demand"] for row in data["reviews"]}
    assert MaterialStandard.model_validate(data) == standard
