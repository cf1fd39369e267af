"""Originals as PDF: everything in the order of the department, on A4, for readers who do not see as well."""

import io
import re
from dataclasses import replace

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from composer.compose import compose
from composer.forms.originals import SIGNED, Line, Original, OriginalSection, Table, originals
from composer.model.theme import Library
from composer.outputs import ORIGINAL_FILES
from composer.render.originals.pdf import original_to_pdf

LINES = (
    Line("姓名", "欧阳玥喆"),
    Line("证件号码", "11010519491231002X"),
    Line("住所", "广东省广州市天河区体育东路 123 号某某大厦 A 座 4506 房"),
    Line("经营范围", "热食类食品制售。\n冷食类食品制售。", long=True),
    Line("申请人签字", "", SIGNED),
    Line("审核意见", "", "由部门填写"),
)
TABLE = Table(("姓名", "出资额（万元）"), (("张三", "12.50"), ("李四", "8")))
ORIGINAL = Original(
    id="a",
    name="某某申请表",
    items=("某某许可",),
    departments=("某某局",),
    certain=True,
    sections=(OriginalSection("基本情况", LINES[:3]), OriginalSection("其他", (TABLE, *LINES[3:]))),
    missing=(),
)


def text_of(data: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return re.sub(r"[\s\u200b]", "", text)


def test_everything_stands_in_the_order_of_the_department() -> None:
    text = text_of(original_to_pdf(ORIGINAL))
    wanted = [
        *("某某申请表", "某某许可", "某某局", "基本情况", "姓名", "欧阳玥喆", "证件号码", "11010519491231002X", "住所"),
        *("某某大厦A座4506房", "其他", "出资额（万元）", "1张三12.50", "2李四8", "经营范围", "热食类食品制售。冷食类"),
        *("申请人签字", SIGNED, "审核意见", "由部门填写"),
    ]
    at = 0
    for part in wanted:
        assert part in text[at:]
        at = text.index(part, at) + len(part)


def test_what_is_not_certain_is_said_and_what_is_certain_not() -> None:
    assert "〔未核实〕" not in text_of(original_to_pdf(ORIGINAL))
    doubtful = text_of(original_to_pdf(replace(ORIGINAL, certain=False)))
    assert "某某申请表〔未核实〕" in doubtful
    assert "还没有和主管部门公布的原表核对" in doubtful


def test_what_is_missing_is_said_on_the_first_page() -> None:
    data = original_to_pdf(replace(ORIGINAL, missing=("住所", "面积")))
    assert "还没有填写：住所、面积" in PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_a_table_without_entries_has_a_line_to_write_in() -> None:
    section = OriginalSection("股东", (Table(("姓名", "出资额"), ()),))
    assert "序号姓名出资额1" in text_of(original_to_pdf(replace(ORIGINAL, sections=(section,))))


def test_it_is_a4_tagged_titled_and_says_that_it_is_accessible() -> None:
    with pikepdf.open(io.BytesIO(original_to_pdf(ORIGINAL))) as pdf:
        assert {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages} == {(0, 0, 595, 842)}
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo.Title) == "某某申请表"
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_a_sign_that_the_font_lacks_stops_nothing() -> None:
    odd = OriginalSection("节", (Line("姓名", "王🍜"),))
    assert "姓名" in text_of(original_to_pdf(replace(ORIGINAL, sections=(odd,))))


def test_a_long_text_and_many_entries_go_over_pages_and_lose_nothing() -> None:
    long = Line("经过", "\n".join(f"第{number}段，" + "经过" * 40 for number in range(80)), long=True)
    table = Table(("编号", "名称"), tuple((f"AB{number:04}", f"名称{number}。") for number in range(300)))
    data = original_to_pdf(replace(ORIGINAL, sections=(OriginalSection("节", (long, table)),)))
    text = text_of(data)
    assert all(f"第{number}段，" in text for number in range(80))
    assert all(f"AB{number:04}名称{number}。" in text for number in range(300))


@settings(max_examples=12, deadline=None)
@given(text=st.text("甲乙#[]*_$\\<>&\"'=@ abc\n/", max_size=60))
def test_whatever_stands_in_a_field_is_set_as_it_is(text: str) -> None:
    section = OriginalSection("节", (Line("栏目", text), Table(("列",), ((text,),))))
    set_text = text_of(original_to_pdf(replace(ORIGINAL, sections=(section,))))
    assert set_text.count(re.sub(r"\s", "", text)) >= 2


def test_every_original_of_every_theme_is_set(library: Library) -> None:
    for theme in library.themes.values():
        package = compose(theme, library.catalogue)
        for original in originals(package, library.catalogue, {}):
            data = ORIGINAL_FILES["pdf"].make(original)
            text = text_of(data)
            assert original.name in text
            assert ORIGINAL_FILES["pdf"].make(original) == data
