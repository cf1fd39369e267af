"""`onething form`: the one table merged, filled and split, and everything that a filled file may be instead."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf
from openpyxl import Workbook

from composer import assets
from composer.compose import compose
from composer.exchange.content import load_library
from tests.forms.filling import filled_document

ZIP_HEAD = b"PK\x03\x04"


def whole(theme: str = "school-enrolment") -> dict[str, object]:
    """Values for everything that the ordinary case of a theme asks."""
    library = load_library(assets.THEMES)
    return filled_document(compose(library.themes[theme], library.catalogue).form)


def written(path: Path, document: object) -> Path:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_merge_writes_the_table_in_the_formats_asked_for(onething, tmp_path: Path) -> None:
    done = onething("form", "merge", "school-enrolment", "--format", "json", "--out", tmp_path / "form")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "form").iterdir()) == ["form.json", "form.schema.json"]
    stamp = json.loads((tmp_path / "form/form.json").read_text("utf-8"))["$form"]
    assert stamp.startswith("urn:onething:form:school-enrolment:")


def test_fill_writes_the_filled_table_and_every_original(onething, tmp_path: Path) -> None:
    data = written(tmp_path / "data.json", whole())
    done = onething("form", "fill", "school-enrolment", data, "--format", "json", "--out", tmp_path / "out")
    assert (done.code, done.err.count("错误 [")) == (0, 0)
    again = json.loads((tmp_path / "out/form.json").read_text("utf-8"))
    assert {key: value for key, value in again.items() if key != "$form"} == whole()


def test_split_writes_the_originals_alone(onething, tmp_path: Path) -> None:
    data = written(tmp_path / "data.json", whole())
    done = onething("form", "split", "school-enrolment", data, "--out", tmp_path / "out")
    assert done.code == 0
    assert {path.parent.name for path in (tmp_path / "out").rglob("*") if path.is_file()} <= {"originals"}


def test_what_is_missing_or_wrong_is_said_all_at_once_and_nothing_is_written(onething, tmp_path: Path) -> None:
    document = whole()
    document["pupil"]["birth-date"] = "昨天"  # type: ignore[index]
    del document["guardian"]
    done = onething(
        "form", "fill", "school-enrolment", written(tmp_path / "data.json", document), "--out", tmp_path / "o"
    )
    assert done.code == 3
    assert "错误 [field-value] 学生出生日期（pupil.birth-date）：" in done.err
    assert "错误 [field-missing] 监护人与学生关系：还没有填写。请补填。" in done.err
    assert not (tmp_path / "o").exists()


def test_a_draft_is_written_all_the_same_with_what_is_wrong_left_empty(onething, tmp_path: Path) -> None:
    data = written(tmp_path / "data.json", {"pupil": {"name": "王一", "birth-date": "昨天"}})
    done = onething("form", "fill", "school-enrolment", data, "--draft", "--format", "json", "--out", tmp_path / "o")
    assert done.code == 0
    assert json.loads((tmp_path / "o/form.json").read_text("utf-8"))["pupil"] == {"name": "王一"}


def test_the_answers_are_those_that_the_file_carries(onething, tmp_path: Path) -> None:
    onething("form", "merge", "open-restaurant", "-a", "principal-type=company", "--format", "json", "--out", tmp_path)
    done = onething("form", "fill", "open-restaurant", tmp_path / "form.json", "--draft", "--out", tmp_path / "o",
                    "--format", "json")  # fmt: skip
    assert done.code == 0
    assert "principal-type=company" in (tmp_path / "o/form.json").read_text("utf-8")


def test_a_file_of_another_theme_gives_what_is_the_same_and_names_the_rest(onething, tmp_path: Path) -> None:
    onething("form", "merge", "open-company", "--format", "json", "--out", tmp_path)
    document = json.loads((tmp_path / "form.json").read_text("utf-8"))
    document |= {"enterprise": {"name": "小明公司", "scope": "零售"}, "finance-officer": {"name": "李四"}}
    data = written(tmp_path / "company.json", document)
    done = onething("form", "fill", "open-restaurant", data, "--draft", "--format", "json", "--out", tmp_path / "o")
    assert done.err.splitlines()[0] == (
        "提醒 [filled-other-theme] company.json：这是为“open-company”填的，不是“open-restaurant”。"
        "相同的数据已经取来，其余列在下面，请核对结果。"
    )
    assert (
        "提醒 [filled-leftover] 财务负责人姓名：这张表不问它，填的是“李四”（finance-officer.name）。"
        "没有用到；原文件里还在，没有丢。"
    ) in done.err
    assert json.loads((tmp_path / "o/form.json").read_text("utf-8"))["enterprise"]["name"] == "小明公司"


def test_merge_takes_over_what_an_earlier_file_says(onething, tmp_path: Path) -> None:
    data = written(tmp_path / "old.json", {"enterprise": {"name": "小明公司"}, "declaration": {"date": "2026-01-01"}})
    done = onething("form", "merge", "open-company", "--from", data, "--format", "json", "--out", tmp_path / "o")
    assert "从 old.json 带入：企业（字号）名称" in done.err
    taken = json.loads((tmp_path / "o/form.json").read_text("utf-8"))
    assert (taken["enterprise"], "declaration" in taken) == ({"name": "小明公司"}, False)


def test_a_file_of_another_version_is_said_to_be_one(onething, tmp_path: Path) -> None:
    stamp = "urn:onething:form:school-enrolment:0000000000000000?+"
    data = written(tmp_path / "old.json", {"$form": stamp, **whole()})
    done = onething("form", "fill", "school-enrolment", data, "--format", "json", "--out", tmp_path / "o")
    assert done.err.splitlines()[0] == (
        "提醒 [filled-other-version] old.json：这是照另一版的表或另一组回答填的。"
        "对得上的已经取来，其余列在下面，请核对结果。"
    )


def test_answers_of_a_file_that_no_longer_exist_are_said_to_be_old(onething, tmp_path: Path) -> None:
    stamp = "urn:onething:form:school-enrolment:0000000000000000?+no-such-question=yes"
    done = onething(
        "form", "fill", "school-enrolment", written(tmp_path / "old.json", {"$form": stamp}), "--out", tmp_path
    )
    assert done.code == 3
    assert "错误 [filled-other-version] old.json：文件里记的回答现在不能用了。请用 -a 重新写出回答。" in done.err


def test_a_file_without_a_stamp_is_said_to_have_none(onething, tmp_path: Path) -> None:
    data = written(tmp_path / "data.json", whole())
    done = onething("form", "split", "school-enrolment", data, "--out", tmp_path / "o")
    assert done.err.splitlines()[0] == (
        "提醒 [filled-unstamped] data.json：文件里没有注明是为哪个主题、哪一版填的。已按格名对上，请核对结果。"
    )


def refusal(onething, path: Path) -> str:
    done = onething("form", "fill", "school-enrolment", path, "--out", path.parent / "o")
    assert done.code == 2
    assert not (path.parent / "o").exists()
    return done.err.strip()


def test_what_is_no_form_is_refused_with_the_way_out(onething, tmp_path: Path) -> None:
    path = tmp_path / "f.bin"
    for content, words in (
        (b"hello", "错误 [filled-unknown] f.bin：认不出这是什么文件。请交填好的 .xlsx、.docx、.pdf 或 .json。"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "错误 [filled-locked] f.bin：文件设了密码，或是旧格式（.xls、.doc、.et、.wps）。"
            "请取消密码，另存为 .xlsx 或 .docx 再交。",
        ),
        (ZIP_HEAD + bytes(40), "错误 [filled-damaged] f.bin：文件已损坏，打不开。请用原来的程序打开，另存一份再交。"),
        (b'{"a": ', "错误 [filled-json] f.bin：第 1 行第 7 列不是 JSON。请检查引号、逗号和括号。"),
        (b"{" + bytes(21 << 20), "错误 [filled-too-big] f.bin：文件有 21 MB。填好的表不会超过 20 MB，请检查。"),
    ):
        path.write_bytes(content)
        assert refusal(onething, path) == words


def test_a_workbook_that_is_no_form_has_macros_or_unpacks_without_end_is_refused(onething, tmp_path: Path) -> None:
    plain = io.BytesIO()
    Workbook().save(plain)
    path = tmp_path / "f.xlsx"
    path.write_bytes(plain.getvalue())
    assert refusal(onething, path) == (
        "错误 [filled-no-form] f.xlsx：这个工作簿不是一张表单：里面没有表单的格名。"
        "请用本站给的表填写，不要把内容复制到新的工作簿里。"
    )
    packed(path, {"xl/workbook.xml": b"", "xl/vbaProject.bin": b""})
    assert refusal(onething, path) == "错误 [filled-macro] f.xlsx：文件里有宏。请另存为不带宏的 .xlsx 或 .docx 再交。"
    packed(path, {"xl/workbook.xml": bytes(201 << 20)})
    assert refusal(onething, path) == ("错误 [filled-too-big] f.xlsx：展开后超过 200 MB。这不像填好的表，请检查来源。")


def test_a_pdf_that_was_printed_or_scanned_is_refused(onething, tmp_path: Path) -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    path = tmp_path / "f.pdf"
    document.save(path)
    assert refusal(onething, path) == (
        "错误 [filled-printed] f.pdf：这个 PDF 里只有图片：像是扫描或拍照的。"
        "请打开本站给的 PDF 表，填好后用“保存”或“下载”存下来再交；"
        "已经填在纸上的，请照着填到网页或表里。"
    )
