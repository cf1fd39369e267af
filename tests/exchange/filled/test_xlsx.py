"""Filled workbooks as people and programs leave them, down to the raw values."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Protection
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName

from composer.errors import UsageError
from composer.exchange.filled import read_filled
from composer.exchange.filled.xlsx import read
from composer.forms.raw import RawForm, Stamp

SHEET = "一张表单"
NAMES = {"datum.firm.name": "B1", "datum.firm.day": "B2"}
TABLE = {
    f"row{entry}.owner.{key}": f"{column}{9 + entry}"
    for entry in (1, 2, 3)
    for column, key in (("B", "name"), ("C", "share"))
}


def workbook(cells: dict[str, Any], names: dict[str, str] | None = None) -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    for address, value in cells.items():
        sheet[address] = value
        sheet[address].protection = Protection(locked=False)
    for name, address in (names or NAMES).items():
        means = address if "!" in address or "." in address else f"'{SHEET}'!{absolute(address)}"
        book.defined_names[name] = DefinedName(name, attr_text=means)
    return book


def absolute(address: str) -> str:
    return re.sub("([A-Z]+)([0-9]+)", r"$\1$\2", address)


def saved(book: Workbook, *changes: tuple[str, str, str]) -> bytes:
    """The bytes of a workbook, with texts of its parts replaced (part, old, new)."""
    held, changed = BytesIO(), BytesIO()
    book.save(held)
    with ZipFile(held) as source, ZipFile(changed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode()
            for part, old, new in changes:
                if part == name:
                    assert old in content, content
                    content = content.replace(old, new)
            target.writestr(name, content)
    return changed.getvalue()


def raw_of(cells: dict[str, Any], names: dict[str, str] | None = None) -> RawForm:
    return read(saved(workbook(cells, names)), "a.xlsx")


def name_of(raw: RawForm) -> Any:
    return raw.cells["firm.name"].raw


def lines(raw: RawForm, group: str = "owner") -> list[dict[str, Any]]:
    return [{ref.partition(".")[2]: cell.raw for ref, cell in entry.items()} for entry in raw.entries.get(group, ())]


def test_each_datum_has_its_value_and_its_place() -> None:
    raw = raw_of({"B1": "小明公司", "B2": date(2026, 3, 1)})
    assert {ref: (cell.raw, cell.place) for ref, cell in raw.cells.items()} == {
        "firm.name": ("小明公司", "一张表单 B1"),
        "firm.day": (date(2026, 3, 1), "一张表单 B2"),
    }


def test_a_sheet_that_was_renamed_and_moved_is_known_by_its_names() -> None:
    book = workbook({"B1": "小明公司"})
    book.create_sheet("我的笔记", 0)["A1"] = "别的事"
    book[SHEET].title = "老板'的表"
    for named in book.defined_names.values():
        named.attr_text = named.attr_text.replace(SHEET, "老板''的表")
    raw = read(saved(book), "a.xlsx")
    assert (name_of(raw), raw.cells["firm.name"].place, raw.strays) == ("小明公司", "老板'的表 B1", ())


@pytest.mark.parametrize(
    "means", ["一张表单!$B$1", "$一张表单.$B$1", "'一张表单'!B1", "$'一张表单'.$B$1:.$C$1", "一张表单!$B$1:$C$1"]
)
def test_names_are_read_as_every_program_writes_them(means: str) -> None:
    assert name_of(raw_of({"B1": "名"}, {"datum.firm.name": means})) == "名"


def test_names_in_capitals_and_names_that_only_the_sheet_knows_are_read() -> None:
    book = workbook({"B1": "名"}, {"DATUM.Firm.Day": "B2"})
    book[SHEET].defined_names["datum.firm.name"] = DefinedName("datum.firm.name", attr_text=f"{SHEET}!$B$1")
    assert set(read(saved(book), "a.xlsx").cells) == {"firm.name", "firm.day"}


def test_a_datum_whose_row_was_deleted_is_said_to_have_no_cell_left() -> None:
    raw = raw_of({"B1": "名"}, {"datum.firm.name": "B1", "datum.firm.day": f"{SHEET}!#REF!"})
    assert (raw.cells["firm.day"].raw, raw.cells["firm.day"].place) == (None, "原来的格已经删去")


def test_of_two_copies_of_a_sheet_the_one_that_says_something_counts_and_what_differs_is_kept_beside() -> None:
    book = workbook({"B2": "甲"})
    copy = book.copy_worksheet(book[SHEET])
    copy.title = "一张表单 (2)"
    copy["B1"], copy["B2"] = "名", "乙"
    for name, address in NAMES.items():
        copy.defined_names[name] = DefinedName(name, attr_text=f"'{copy.title}'!{absolute(address)}")
    raw = read(saved(book), "a.xlsx")
    assert (name_of(raw), raw.cells["firm.day"].raw) == ("名", "甲")
    assert [(cell.raw, cell.place) for cell in raw.strays] == [("乙", "一张表单 (2) B2")]


@pytest.mark.parametrize(
    ("written", "shown_as", "raw"),
    [
        ("１２３", "@", "１２３"),
        (13812345678, "General", 13812345678),
        ("13812345678", "@", "13812345678"),
        (110105194912310000, "0", 1.1010519491231e17),
        (0.07, "General", 0.07),
        (0.05, "0%", "5%"),
        (0.1234, "0.00%", "12.34%"),
        (84, "000000", "000084"),
        (True, "General", True),
        ("TRUE", "@", "TRUE"),
        (46082, "yyyy-mm-dd", date(2026, 3, 1)),
        (46082, '[$-804]yyyy"年"m"月"d"日";@', date(2026, 3, 1)),
        (46082, "[$-404]e/m/d", date(2026, 3, 1)),
        (46082, "mmm-yy", date(2026, 3, 1)),
        (46082.5, "yyyy-mm-dd", datetime(2026, 3, 1, 12)),
        (46082, "yyyy/m/d h:mm", datetime(2026, 3, 1)),
        (46082.354166666664, "yyyy-mm-dd hh:mm", datetime(2026, 3, 1, 8, 30)),
        (59, "yyyy-mm-dd", date(1900, 2, 28)),
        (60, "yyyy-mm-dd", 60),
        (61, "yyyy-mm-dd", date(1900, 3, 1)),
        (-5, "yyyy-mm-dd", -5),
        (0.395833333333333, "h:mm", "09:30"),
        (46082, "General", 46082),
        (46082, '0.0 "days"', 46082),
        ("2026年3月1日", "yyyy-mm-dd", "2026年3月1日"),
        ("_x0041_", "@", "A"),
        ("_x005F_x0041_", "@", "_x0041_"),
        ("第一行\n第二行", "@", "第一行\n第二行"),
        ("#N/A", "General", "#N/A"),
    ],
)  # fmt: skip
def test_a_cell_says_what_a_person_sees_in_it(written: Any, shown_as: str, raw: Any) -> None:
    book = workbook({"B1": written})
    book[SHEET]["B1"].number_format = shown_as
    found = name_of(read(saved(book), "a.xlsx"))
    assert (found, type(found)) == (raw, type(raw))


def test_days_of_the_1904_system_are_the_same_days_and_bare_numbers_are_not_taken_for_days() -> None:
    book = workbook({"B1": 5, "B2": date(2026, 3, 1)})
    book.epoch = CALENDAR_MAC_1904
    raw = read(saved(book), "a.xlsx")
    assert (name_of(raw), raw.cells["firm.day"].raw) == ("5", date(2026, 3, 1))


def test_a_text_of_several_fonts_is_one_text() -> None:
    bold = TextBlock(InlineFont(b=True), "小明")
    assert name_of(raw_of({"B1": CellRichText(bold, "公司")})) == "小明公司"


def test_a_formula_is_what_it_came_to_and_an_error_where_nobody_computed_it() -> None:
    book = workbook({"B1": "=1+1", "B2": '=""'})
    part = "xl/worksheets/sheet1.xml"
    assert read(saved(book), "a.xlsx").cells["firm.name"].raw == "#VALUE!"
    computed = saved(book, (part, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>"))
    assert name_of(read(computed, "a.xlsx")) == 2
    empty = saved(book, (part, 'r="B1" s="1"><f>1+1</f><v></v>', 'r="B1" s="1" t="str"><f>1+1</f><v></v>'))
    assert name_of(read(empty, "a.xlsx")) is None


def test_lines_are_read_in_order_and_empty_ones_are_none() -> None:
    raw = raw_of({"B10": "甲", "C10": 1, "B12": "丙"}, TABLE)
    assert lines(raw) == [{"name": "甲", "share": 1}, {"name": "丙", "share": None}]
    assert raw.entries["owner"][1]["owner.share"].place == "一张表单 C12"


def test_a_line_that_was_put_in_between_is_a_line() -> None:
    moved = {
        name: f"{address[0]}{int(address[1:]) + 1}" if name[3] != "1" else address for name, address in TABLE.items()
    }
    raw = raw_of({"B10": "甲", "B11": "新", "C11": 2, "B12": "乙"}, moved)
    assert [line["name"] for line in lines(raw)] == ["甲", "新", "乙"]
    assert raw.strays == ()


def test_a_line_whose_rows_were_deleted_leaves_the_others() -> None:
    left = TABLE | {"row2.owner.name": f"{SHEET}!#REF!", "row2.owner.share": f"{SHEET}!#REF!"}
    assert [line["name"] for line in lines(raw_of({"B10": "甲", "B12": "丙"}, left))] == ["甲", "丙"]


def test_a_name_of_many_cells_holds_many_lines_and_goes_on_below_them() -> None:
    names = {"row1.owner.name": "B2:B4", "row1.owner.share": "C2:C4"}
    raw = raw_of({f"B{row}": f"第{row}行" for row in (2, 4, 5, 6, 9)}, names)
    assert [line["name"] for line in lines(raw)] == ["第2行", "第4行", "第5行", "第6行"]
    assert [cell.raw for cell in raw.strays] == ["第9行"]


def test_ten_thousand_lines_are_all_read() -> None:
    book = workbook({}, {"row1.owner.name": "B1:B1000", "row1.owner.share": "C1:C1000"})
    for number in range(10_000):
        book[SHEET].append([None, f"人{number}", number])
    found = lines(read(saved(book), "a.xlsx"))
    assert (len(found), found[-1]) == (10_000, {"name": "人9999", "share": 9999})


def test_what_is_merged_down_a_column_counts_for_each_line_that_says_something_itself() -> None:
    book = workbook({"B10": "甲", "C10": 5, "B11": "乙"}, TABLE)
    book[SHEET].merge_cells("C10:C12")
    assert lines(read(saved(book), "a.xlsx")) == [{"name": "甲", "share": 5}, {"name": "乙", "share": 5}]


def test_what_is_merged_across_two_data_belongs_to_the_first() -> None:
    book = workbook({"B10": "甲"}, TABLE)
    book[SHEET].merge_cells("B10:C10")
    assert lines(read(saved(book), "a.xlsx")) == [{"name": "甲", "share": None}]


def test_what_was_written_into_open_cells_without_a_name_or_off_the_page_is_kept_beside() -> None:
    book = workbook({"B1": "名", "B5": "多出来的"})
    sheet = book[SHEET]
    sheet["A1"], sheet["H3"] = "名称", "旁边的话"
    sheet.print_area = "A1:C20"
    book.create_sheet("草稿")["A1"] = "草稿"
    raw = read(saved(book), "a.xlsx")
    assert [(cell.raw, cell.place) for cell in raw.strays] == [("旁边的话", "一张表单 H3"), ("多出来的", "一张表单 B5")]


def test_the_stamp_is_read_and_one_that_is_none_is_none() -> None:
    book = workbook({"B1": "名"})
    stamp = Stamp("open-restaurant", {"agent": ("in-person",)}, "0123456789abcdef")
    book.custom_doc_props.append(StringProperty(name="onething-form", value=stamp.written()))
    assert read(saved(book), "a.xlsx").stamp == stamp
    assert raw_of({"B1": "名"}).stamp is None


def test_a_strict_workbook_is_read() -> None:
    main, strict = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    parts = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")
    data = saved(workbook({"B1": "名"}), *((part, main, strict) for part in parts))
    assert name_of(read(data, "a.xlsx")) == "名"


def refusal(data: bytes) -> str:
    with pytest.raises(UsageError) as error:
        read_filled(data, "表.xlsx")
    return str(error.value)


def packed(**parts: bytes) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_a_workbook_without_names_of_a_table_is_none() -> None:
    assert refusal(saved(workbook({"B1": "名"}, {"Something": "B1"}))) == (
        "错误 [filled-no-form] 表.xlsx：这个工作簿不是一张表单：里面没有表单的格名。"
        "请用本站给的表填写，不要把内容复制到新的工作簿里。"
    )


@pytest.mark.parametrize("means", ["'[别的.xlsx]一张表单'!$B$1", "[1]一张表单!$B$1", "没有的表!$B$1", "#REF!"])
def test_names_that_lead_out_of_the_workbook_lead_to_nothing(means: str) -> None:
    assert "filled-no-form" in refusal(saved(workbook({"B1": "名"}, {"datum.firm.name": means})))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", "</worksheet>", ""),
        ("xl/worksheets/sheet1.xml", "<worksheet", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet"),
        ("xl/worksheets/sheet1.xml", 'r="B1"', 'r="一"'),
        ("xl/workbook.xml", "<sheets>", "<sheets"),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml"),
    ],
)
def test_a_damaged_workbook_is_called_so(part: str, old: str, new: str) -> None:
    assert refusal(saved(workbook({"B1": "名"}), (part, old, new))) == (
        "错误 [filled-damaged] 表.xlsx：工作簿已损坏，打不开。请用原来的程序打开，另存一份再交。"
    )


def test_a_file_cut_short_is_called_damaged() -> None:
    data = saved(workbook({"B1": "名"}))
    assert refusal(data[:-100]) == (
        "错误 [filled-damaged] 表.xlsx：文件已损坏，打不开。请用原来的程序打开，另存一份再交。"
    )


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("composer.exchange.filled.opening.MOST_UNPACKED", 1 << 20)
    bomb = packed(**{"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b"0" * (1 << 20)})
    assert len(bomb) < 10_000
    assert refusal(bomb) == "错误 [filled-too-big] 表.xlsx：展开后超过 200 MB。这不像填好的表，请检查来源。"


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("xl/vbaProject.bin", "[filled-macro] 表.xlsx：文件里有宏。请另存为不带宏的 .xlsx 或 .docx 再交。"),
        ("xl/macrosheets/sheet1.xml", "[filled-macro] 表.xlsx：文件里有宏。请另存为不带宏的 .xlsx 或 .docx 再交。"),
        (
            "content.xml",
            "[filled-unknown] 表.xlsx：这是 OpenDocument 文件（.ods、.odt）。请另存为 .xlsx 或 .docx 再交。",
        ),
        ("xl/workbook.bin", "[filled-unknown] 表.xlsx：这是二进制工作簿（.xlsb）。请另存为 .xlsx 再交。"),
        ("something", "[filled-unknown] 表.xlsx：认不出这是什么文件。请交填好的 .xlsx、.docx、.pdf 或 .json。"),
    ],
)
def test_other_archives_are_refused_by_what_they_are(part: str, message: str) -> None:
    assert refusal(packed(**{part: b""})) == f"错误 {message}"


def test_a_locked_or_old_file_is_refused() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 100) == (
        "错误 [filled-locked] 表.xlsx：文件设了密码，或是旧格式（.xls、.doc、.et、.wps）。"
        "请取消密码，另存为 .xlsx 或 .docx 再交。"
    )
    locked = bytearray(packed(**{"xl/workbook.xml": b"x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(locked)) == "错误 [filled-locked] 表.xlsx：文件设了密码。请取消密码，另存一份再交。"
