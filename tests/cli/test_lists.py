"""Workbooks as offices make them: titles above the headings, several sheets, merged cells, old formats."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.cli.test_materials import read, written

Rows = Sequence[Sequence[str | None]]

ITEMS = [["事项", "部门", "材料名称"], ["食品经营许可", "市监局", "申请表"], [None, None, "承诺书"],
         ["排水许可", "水务局", "申请表"], [None, None, "承诺书"]]  # fmt: skip


def book(path: Path, sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> Path:
    """A workbook of `sheets`, the cells `merged` in the first."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for address in merged:
        made.worksheets[0].merge_cells(address)
    made.save(path)
    return path


def test_a_merged_cell_counts_for_each_of_its_rows_and_stays_in_the_result(onething, tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx", {"清单": ITEMS}, ["A2:A3", "B2:B3", "A4:A5", "B4:B5"])
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv")
    assert done.code == 0
    assert done.err.splitlines()[0] == (
        "合并的单元格有 4 处（A2:A3、B2:B3、A4:A5、B4:B5），每一处的内容都算在它的各行上"
    )
    assert [(row["事项"], row["部门"], row["cluster"]) for row in read(tmp_path / "out.csv")] == [
        ("食品经营许可", "市监局", "application#食品经营许可"), ("食品经营许可", "市监局", "pledge#食品经营许可"),
        ("排水许可", "水务局", "application#排水许可"), ("排水许可", "水务局", "pledge#排水许可"),
    ]  # fmt: skip


def test_a_merged_cell_makes_no_rows_below_the_last_or_between_tall_ones(onething, tmp_path: Path) -> None:
    rows = [["item", "name", "x"], ["甲事", "身份证", "1"], [None, None, None], ["乙事", "护照", "2"]]
    source = book(tmp_path / "in.xlsx", {"清单": rows}, ["A2:A3", "B2:B3", "C2:C3", "A4:A900"])
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [(row["item"], row["name"], row["flags"]) for row in read(tmp_path / "out.csv")] == [
        ("甲事", "身份证", ""), ("", "", "空名称"), ("乙事", "护照", "")
    ]  # fmt: skip


def test_headings_of_two_rows_are_read_by_what_stands_lowest(onething, tmp_path: Path) -> None:
    rows = [["材料名称", "份数", None], [None, "原件", "复印件"], ["身份证", "1", "2"]]
    source = book(tmp_path / "in.xlsx", {"清单": rows}, ["A1:A2", "B1:C1"])
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    (row,) = read(tmp_path / "out.csv")
    assert (row["材料名称"], row["原件"], row["复印件"], row["cluster"]) == ("身份证", "1", "2", "resident-id-card")


def test_a_cell_merged_across_columns_is_what_its_first_column_says(onething, tmp_path: Path) -> None:
    rows = [["name", "item"], ["一、身份类", None], ["身份证", "甲事"]]
    source = book(tmp_path / "in.xlsx", {"清单": rows}, ["A2:B2"])
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv")
    assert "合并" not in done.err
    assert [row["item"] for row in read(tmp_path / "out.csv")] == ["", "甲事"]


TITLED = [["申报材料汇总表", None], [None, None], ["编号", "材料名称"], ["1", "身份证"]]


def test_the_headings_may_stand_on_another_row_and_what_is_above_is_said_not_to_be_read(
    onething, tmp_path: Path
) -> None:
    source = book(tmp_path / "in.xlsx", {"清单": TITLED}, ["A1:B1"])
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--header-row", "3")
    assert done.err.splitlines() == [
        "表头是第 3 行，上面的没有读", f"1 行，1 个不同的名称，1 样材料：{tmp_path / 'out.csv'}"
    ]  # fmt: skip
    assert [row["材料名称"] for row in read(tmp_path / "out.csv")] == ["身份证"]


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ";"), ("utf-16-le", "\t"), ("utf-8", ",")])
def test_the_headings_of_a_text_may_stand_on_another_row(
    onething, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    source = written(tmp_path / "in.csv", [["申报材料,汇总表"], *TITLED[2:]], encoding, delimiter)
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--header-row", "2")
    assert done.code == 0
    assert [row["材料名称"] for row in read(tmp_path / "out.csv")] == ["身份证"]


def test_a_sheet_is_chosen_by_its_name_and_the_others_are_named(onething, tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx", {"说明": [["x"]], "材料": [["name"], ["身份证"]], "旧的": []})
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--sheet", "材料")
    assert done.err.splitlines()[0] == "只读了工作表“材料”，没有读：说明、旧的"
    assert [row["name"] for row in read(tmp_path / "out.csv")] == ["身份证"]


def test_a_formula_of_a_sheet_that_is_not_read_is_in_nobodys_way(onething, tmp_path: Path) -> None:
    source = book(tmp_path / "in.xlsx", {"材料": [["name"], ["身份证"]], "合计": [["=1+1"]]})
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0


@pytest.mark.parametrize(
    ("sheets", "words", "told"),
    [
        ({"空": [], "材料": [["name"]], "旧的": []}, [],
         "错误 [list-empty] {path}：工作表“空”是空的，没有表头。工作表“材料”的第 1 行像是表头，请用 --sheet 材料。"),
        ({"空": [], "旧的": []}, [],
         "错误 [list-empty] {path}：工作表“空”是空的，没有表头。第一行请写列名，至少有一列 name；还有工作表：旧的，"
         "请用 --sheet 写明读哪一张。"),
        ({"材料": [["name"], ["身份证"]]}, ["--header-row", "9"],
         "错误 [list-empty] {path}：工作表“材料”从第 9 行起是空的，没有表头。第 1 行像是表头，请用 --header-row 1。"),
        ({"清单": TITLED}, [],
         "{path}:1:1: 错误 [list-column] 工作表“清单”没有材料名称这一列，只有：申报材料汇总表。"
         "第 3 行像是表头，请用 --header-row 3。"),
        ({"说明": [["一、总则"]], "材料 (2)": TITLED}, [],
         "{path}:1:1: 错误 [list-column] 工作表“说明”没有材料名称这一列，只有：一、总则。"
         "工作表“材料 (2)”的第 3 行像是表头，请用 --sheet '材料 (2)' --header-row 3。"),
        ({"材料": [["name"]], "旧": TITLED}, ["--sheet", "旧"],
         "{path}:1:1: 错误 [list-column] 工作表“旧”没有材料名称这一列，只有：申报材料汇总表。"
         "第 3 行像是表头，请用 --sheet 旧 --header-row 3。"),
        ({"材料": [["name"]], "旧": []}, ["--sheet", "新"],
         "错误 [list-sheet] {path}：没有工作表“新”。里面有：材料、旧。"),
    ],
)  # fmt: skip
def test_a_sheet_without_headings_is_named_with_where_they_seem_to_stand(
    onething, tmp_path: Path, sheets: Mapping[str, Rows], words: list[str], told: str
) -> None:
    source = book(tmp_path / "in.xlsx", sheets)
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", *words)
    assert (done.code, done.err) == (2, told.format(path=source) + "\n")
    assert list(tmp_path.iterdir()) == [source]


def test_a_text_has_no_sheets_to_choose_from(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", [["name"]])
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--sheet", "材料")
    assert done.err == f"错误 [list-sheet] {source}：不是工作簿，没有工作表。请去掉 --sheet。\n"


def test_a_title_above_the_headings_of_a_text_is_seen(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", [["申报材料汇总表", ""], *TITLED[2:]])
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv")
    assert done.err == (
        f"{source}:1:1: 错误 [list-column] 没有材料名称这一列，只有：申报材料汇总表、（空）。"
        "第 2 行像是表头，请用 --header-row 2。\n"
    )


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
OLD_TOLD = "是旧的 Excel 格式（.xls）或 WPS 格式（.et），或者加了密码。请用 Excel 或 WPS 打开，取消密码，另存为 .xlsx。"


@pytest.mark.parametrize("name", ["in.xls", "in.et", "in.xlsx", "in.csv"])
def test_an_old_or_locked_workbook_is_called_so_whatever_its_ending(onething, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD)
    done = onething("materials", "dedupe", tmp_path / name, "-o", tmp_path / "out.csv")
    assert (done.code, done.err) == (2, f"错误 [list-workbook] {tmp_path / name}：{OLD_TOLD}\n")


@pytest.mark.parametrize(
    ("name", "told"),
    [("in.csv", ".csv"), ("in.xls", ".xls"), ("清单", "没有结尾")],
)
def test_a_workbook_with_another_ending_is_called_one(onething, tmp_path: Path, name: str, told: str) -> None:
    source = shutil.move(book(tmp_path / "in.xlsx", {"材料": [["name"]]}), tmp_path / name)
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv")
    assert (done.code, done.err) == (
        2, f"错误 [list-workbook] {source}：是 Excel 工作簿，文件名的结尾却是 {told}。请把文件名的结尾改成 .xlsx。\n"
    )  # fmt: skip


def test_an_archive_is_no_list(onething, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"PK\x03\x04" + bytes(200))
    done = onething("materials", "dedupe", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert done.err == (
        f"错误 [list-workbook] {tmp_path / 'in.csv'}：是压缩文件，不是清单。请先解压，再用里面的 CSV 或 .xlsx。\n"
    )


def test_ends_of_lines_in_bytes_that_are_no_text_are_no_crash(onething, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"\x00\xff\r\x00\xff\n" * 50)
    done = onething("materials", "dedupe", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert done.code == 2
    assert "[list-encoding]" in done.err


def test_a_list_under_review_may_be_another_sheet_and_says_what_was_not_read(onething, tmp_path: Path, content) -> None:
    source = book(tmp_path / "in.xlsx", {"说明": [["x"]], "材料": TITLED})
    few = ("--themes", content("_base"))
    done = onething(
        "materials", "review", tmp_path / "one.db", "--add", source, "--sheet", "材料", "--header-row", "3", *few
    )
    assert (done.code, done.err.splitlines()) == (
        0, [f"{source}：只读了工作表“材料”，没有读：说明", f"{source}：表头是第 3 行，上面的没有读", f"{source}：1 行"]
    )  # fmt: skip
