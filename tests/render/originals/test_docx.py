"""Originals as Word documents: every section and field in the department's order, and in LibreOffice's print."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from composer.forms.originals import Line, Original, OriginalSection, Table, originals
from composer.model.package import MergedForm
from composer.outputs import ORIGINAL_FILES
from composer.render.originals.docx import original_to_docx
from tests.exchange.forms.word import W, convert, package_of, part
from tests.forms.filling import CATALOGUE, documents, merged_forms

LONG = "一二三四五六七八九十" * 300
WIDE = tuple(f"第{number}栏的很长的名称" for number in range(12))
ORIGINAL = Original(
    id="form",
    name="《某某登记申请书》",
    items=("甲许可", "乙登记"),
    departments=("某某局", "另一局"),
    certain=False,
    sections=(
        OriginalSection(
            "一、基本情况",
            (
                Line("名称", "广州市老王家餐饮店"),
                Line("电话", "13812345678"),
                Line("住所", "广东省广州市越秀区北京路 233 号 3 单元 502 房"),
                Line("统一社会信用代码", "", "办好前一步后填入"),
                Line("经营范围", f"{LONG}\n<第二行>&", long=True),
                Table(("姓名", "证件号码"), (("张三", "11010519491231002X"), ("李四", "E12345678"))),
                Line("备注", ""),
            ),
        ),
        OriginalSection("附表：无人填", (Table(("序号", "设备"), ()),)),
        OriginalSection("附表：很宽", (Table(WIDE, (tuple(f"值{at}" for at in range(12)),)),)),
        OriginalSection(
            "三、签署",
            (Line("申请人签字", "", "签字（盖章）"), Line("受理意见", "", "由部门填写"), Line("日期", "2026年3月1日")),
        ),
    ),
    missing=(),
)


def opened(original: Original) -> Document:
    return docx.Document(io.BytesIO(original_to_docx(original)))


def texts(original: Original) -> list[str]:
    """The texts of the cells, in order."""
    return [
        "".join({f"{W}t": one.text or "", f"{W}br": "\n"}.get(str(one.tag), "") for one in cell.iter())
        for cell in part(original_to_docx(original)).iter(f"{W}tc")
    ]


def test_the_format_is_registered() -> None:
    assert ORIGINAL_FILES["docx"].suffix == ".docx"


def test_the_same_original_gives_the_same_bytes() -> None:
    assert original_to_docx(ORIGINAL) == original_to_docx(ORIGINAL)


def test_name_departments_and_items_stand_at_the_head() -> None:
    head = [paragraph.text for paragraph in opened(ORIGINAL).paragraphs[:2]]
    assert head == ["某某登记申请书〔未核实〕", "报送：某某局、另一局　　办理：甲许可、乙登记"]
    assert opened(replace(ORIGINAL, certain=True)).paragraphs[0].text == "某某登记申请书"


def test_sections_and_fields_stand_in_the_order_of_the_department() -> None:
    headings = [
        one.text for one in opened(ORIGINAL).paragraphs if one.style is not None and one.style.name == "Heading 2"
    ]
    assert headings == [section.name for section in ORIGINAL.sections]
    address = "广东省广州市越秀区北京路 233 号 3 单元 502 房"
    assert texts(ORIGINAL)[:6] == ["名称", "广州市老王家餐饮店", "电话", "13812345678", "住所", address]


def test_a_table_in_which_nothing_stands_has_lines_to_write_on() -> None:
    table = next(one for one in opened(ORIGINAL).tables if one.cell(0, 0).text == "序号")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["序号", "设备"], *[["", ""]] * 3]


def test_a_table_too_wide_for_the_page_has_its_entries_one_below_the_other() -> None:
    found = texts(ORIGINAL)
    at = found.index("第 1 条")
    assert found[at + 1 : at + 5] == [WIDE[0], "值0", WIDE[1], "值1"]


def test_signatures_have_a_line_and_what_departments_fill_says_so() -> None:
    found = texts(ORIGINAL)
    assert found[found.index("申请人签字") + 1] == "签字（盖章）：________________________"
    assert found[found.index("受理意见") + 1] == "由部门填写"


@settings(max_examples=15)
@given(data=st.data(), form=merged_forms())
def test_every_label_and_value_stands_in_the_document(data: st.DataObject, form: MergedForm) -> None:
    package = package_of(form)
    for original in originals(package, CATALOGUE, data.draw(documents(package.form))):
        found = texts(original)
        for section in original.sections:
            for one in section.parts:
                wanted = [one.label, one.text] if isinstance(one, Line) else [*one.columns, *sum(one.rows, ())]
                assert [text for text in wanted if text and text not in found] == []


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("originals")
    (folder / "form.docx").write_bytes(original_to_docx(ORIGINAL))
    convert([folder / "form.docx"], "pdf", folder, folder / "profile")
    return folder / "form.pdf"


def test_libreoffice_prints_all_of_it_on_a4(printed: Path) -> None:
    pages = PdfReader(printed).pages
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(595, 842)}
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    whole = re.sub(r"某某登记申请书〔未核实〕|第\d页共\d页", "", text)
    assert LONG in whole
    wanted = [cell for cell in texts(ORIGINAL) if LONG not in cell]
    assert [cell for cell in wanted if re.sub(r"\s+", "", cell) not in whole] == []
