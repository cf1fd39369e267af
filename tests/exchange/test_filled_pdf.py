"""A filled PDF of any author is read, or refused in words that say the way out."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from composer.compose import compose
from composer.errors import UsageError
from composer.exchange.filled import read_filled
from composer.exchange.forms.pdf import form_to_pdf
from composer.forms.raw import RawForm
from composer.model.theme import Library

NAME = "datum-newborn-name"


@pytest.fixture(scope="module")
def blank(library: Library) -> bytes:
    return form_to_pdf(compose(library.themes["newborn"], library.catalogue), library.catalogue, {})


def pdf_of(*fields: Any, change: Callable[[Pdf], None] | None = None, **kept: Any) -> bytes:
    """A small PDF with these fields."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field) for field in fields]))
    if change:
        change(pdf)
    made = io.BytesIO()
    pdf.save(made, **kept)
    return made.getvalue()


def text_field(name: str, value: Any, **more: Any) -> Dictionary:
    return Dictionary(FT=Name.Tx, T=String(name), V=value, **more)


def refusal(data: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        read_filled(data, "表.pdf")
    return str(caught.value)


def name_in(data: bytes) -> Any:
    return read_filled(data, "表.pdf").cells["newborn.name"].raw


@pytest.mark.parametrize(
    "written",
    [
        b"\xfe\xff" + "张玥喆 𠮷".encode("utf-16-be"),
        b"\xff\xfe" + "张玥喆 𠮷".encode("utf-16-le"),
        b"\xef\xbb\xbf" + "张玥喆 𠮷".encode(),
        "张玥喆 𠮷".encode(),
        b"\xfe\xff" + "\x1bzhCN\x1b张玥喆 𠮷".encode("utf-16-be"),
    ],
    ids=["utf-16-be", "utf-16-le", "utf-8", "utf-8 without a mark", "with its language"],
)
def test_chinese_is_read_in_every_encoding(written: bytes) -> None:
    assert name_in(pdf_of(text_field(NAME, String(written)))) == "张玥喆 𠮷"


def test_letters_of_the_pdf_encoding_are_read() -> None:
    assert name_in(pdf_of(text_field(NAME, String(b"Ren\xe9 \x8dO\x8e \x92")))) == "René “O” ™"


def test_lines_of_a_text_are_kept() -> None:
    assert name_in(pdf_of(text_field(NAME, String("甲\r乙\r\n丙\n丁")))) == "甲\n乙\n丙\n丁"


def test_a_text_that_is_kept_as_a_stream_is_read() -> None:
    def as_stream(pdf: Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = pdf.make_stream("张三".encode("utf-16"))

    assert name_in(pdf_of(text_field(NAME, String("")), change=as_stream)) == "张三"


def test_the_label_of_a_list_entry_is_read_not_its_code() -> None:
    options = Array([Array([String("1"), String("男")]), Array([String("2"), String("女")])])
    assert name_in(pdf_of(Dictionary(FT=Name.Ch, T=String(NAME), Opt=options, V=String("2")))) == "女"
    assert name_in(
        pdf_of(Dictionary(FT=Name.Ch, T=String(NAME), Opt=options, V=Array([String("1"), String("2")])))
    ) == [
        "男",
        "女",
    ]


def test_a_box_says_its_option_by_number_or_by_name() -> None:
    options = Array([String("男"), String("女")])
    assert name_in(pdf_of(Dictionary(FT=Name.Btn, T=String(NAME), Opt=options, V=Name("/1")))) == "女"
    assert name_in(pdf_of(Dictionary(FT=Name.Btn, T=String(NAME), V=Name("/女")))) == "女"
    assert name_in(pdf_of(Dictionary(FT=Name.Btn, T=String(NAME), AS=Name("/Yes")))) == "Yes"
    assert name_in(pdf_of(Dictionary(FT=Name.Btn, T=String(NAME), V=Name.Off))) is None


def test_fields_below_others_have_the_whole_name() -> None:
    def nest(pdf: Pdf) -> None:
        leaf = pdf.make_indirect(Dictionary(T=String("name"), V=String("张三")))
        middle = pdf.make_indirect(Dictionary(T=String("newborn"), Kids=Array([leaf])))
        pdf.Root.AcroForm.Fields = Array([Dictionary(T=String("datum"), FT=Name.Tx, Kids=Array([middle]))])

    assert name_in(pdf_of(change=nest)) == "张三"


def test_a_table_of_which_nothing_is_asked_is_a_table_all_the_same() -> None:
    assert read_filled(pdf_of(text_field("onething-form", String("?"))), "表.pdf") == RawForm(None)


def test_what_no_datum_is_known_for_is_kept_apart() -> None:
    raw = read_filled(pdf_of(text_field(NAME, String("张三")), text_field("备注", String("加急"))), "表.pdf")
    assert [cell.raw for cell in raw.strays] == ["加急"]


def test_a_formula_and_a_script_in_a_field_are_text() -> None:
    assert name_in(pdf_of(text_field(NAME, String("=cmd|' /C calc'!A0")))) == "=cmd|' /C calc'!A0"


def test_scripts_of_a_file_are_left_alone() -> None:
    def add(pdf: Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("this.getField('x').value = 'changed'"))
        pdf.Root.OpenAction = script
        pdf.Root.AcroForm.Fields[0].AA = Dictionary(K=script, C=script)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))

    assert name_in(pdf_of(text_field(NAME, String("张三")), change=add)) == "张三"


def filled_by_pypdf(data: bytes, incremental: bool) -> bytes:
    writer = PdfWriter(io.BytesIO(data), incremental=True) if incremental else PdfWriter(clone_from=io.BytesIO(data))
    values = {NAME: "欧阳玥喆", "datum-newborn-sex": "/1", "datum-newborn-birth_date": "2026年3月1日"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("incremental", [False, True], ids=["written anew", "appended"])
def test_what_another_library_filled_in_is_read(blank: bytes, incremental: bool) -> None:
    data = filled_by_pypdf(blank, incremental)
    assert data.startswith(blank) == incremental
    raw = read_filled(data, "表.pdf")
    said = {datum: cell.raw for datum, cell in raw.cells.items() if cell.raw}
    assert said == {"newborn.name": "欧阳玥喆", "newborn.sex": "女", "newborn.birth-date": "2026年3月1日"}
    assert raw.stamp == read_filled(blank, "表.pdf").stamp
    assert raw.cells["newborn.name"].place == "第 1 页"


def test_a_file_that_is_locked_is_refused(blank: bytes) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        made = io.BytesIO()
        pdf.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(made.getvalue()) == "错误 [filled-locked] 表.pdf：PDF 设了打开密码。请取消密码，另存后再交。"


def test_a_file_that_only_forbids_changes_is_read() -> None:
    locked = pdf_of(text_field(NAME, String("张三")), encryption=pikepdf.Encryption(owner="a", user=""))
    assert name_in(locked) == "张三"


def test_a_file_that_was_printed_or_flattened_is_refused(blank: bytes) -> None:
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        pdf.flatten_annotations("all")
        for page in pdf.pages:
            page.obj.Annots = Array([])
        made = io.BytesIO()
        pdf.save(made)
    assert refusal(made.getvalue()) == (
        "错误 [filled-printed] 表.pdf：这个 PDF 里没有可以读的格：像是用“打印成 PDF”存的。"
        "请打开本站给的 PDF 表，填好后用“保存”或“下载”存下来再交；已经填在纸上的，请照着填到网页或表里。"
    )


def test_a_scan_is_refused() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    made = io.BytesIO()
    pdf.save(made)
    assert refusal(made.getvalue()) == (
        "错误 [filled-printed] 表.pdf：这个 PDF 里只有图片：像是扫描或拍照的。"
        "请打开本站给的 PDF 表，填好后用“保存”或“下载”存下来再交；已经填在纸上的，请照着填到网页或表里。"
    )


def test_a_form_of_another_office_is_refused() -> None:
    assert refusal(pdf_of(text_field("姓名", String("张三")))) == (
        "错误 [filled-no-form] 表.pdf：这个 PDF 不是一张表单：里面的格不是表单的格。"
        "请交本站给的“一张表单”PDF，填好后直接保存的那一份。"
    )


@pytest.mark.parametrize("damage", [lambda data: data[:40], lambda data: b"%PDF-1.7\n" + bytes(1000)])
def test_a_damaged_file_is_refused(blank: bytes, damage: Callable[[bytes], bytes]) -> None:
    assert refusal(damage(blank)) == (
        "错误 [filled-damaged] 表.pdf：PDF 已损坏，打不开。请用原来的程序打开，另存一份再交。"
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_broken_in_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    sound = pdf_of(text_field(NAME, String("张三")), Dictionary(T=String("row1-a-b"), FT=Name.Btn, V=Name("/0")))
    at = data.draw(st.integers(0, len(sound)))
    broken = sound[:at] + data.draw(st.binary(max_size=12)) + sound[at + data.draw(st.integers(0, 30)) :]
    try:
        rules = [] if isinstance(read_filled(broken, "表.pdf"), RawForm) else ["nothing"]
    except UsageError as error:
        rules = [finding.rule for finding in error.findings if not finding.rule.startswith("filled-")]
    assert rules == []


def test_fields_without_end_are_refused() -> None:
    def endless(pdf: Pdf) -> None:
        ring = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array([])))
        ring.Kids.append(ring)
        pdf.Root.AcroForm.Fields = Array([ring])

    assert refusal(pdf_of(change=endless)) == (
        "错误 [filled-too-big] 表.pdf：PDF 里的格或内容多得不像一张表。填好的表没有这么多，请检查来源。"
    )


def test_more_fields_than_any_table_has_are_refused() -> None:
    def many(pdf: Pdf) -> None:
        one = pdf.make_indirect(text_field(NAME, String("张三")))
        pdf.Root.AcroForm.Fields = Array([one] * 60_001)

    assert "[filled-too-big]" in refusal(pdf_of(change=many))


def test_one_long_list_that_many_fields_name_is_refused() -> None:
    def many(pdf: Pdf) -> None:
        options = pdf.make_indirect(Array([Array([String("a"), String("b")])] * 3000))
        one = pdf.make_indirect(Dictionary(T=String(NAME), FT=Name.Ch, V=String("c"), Opt=options))
        pdf.Root.AcroForm.Fields = Array([one] * 1000)

    assert "[filled-too-big]" in refusal(pdf_of(change=many))


def test_a_stream_that_would_unpack_to_more_than_is_sane_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(120 * 1024 * 1024), 9)

    def add(pdf: Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = pikepdf.Stream(pdf, bomb, Filter=Name.FlateDecode)

    data = pdf_of(text_field(NAME, String("")), change=add, compress_streams=False, stream_decode_level=None)
    assert len(data) < 1_000_000
    assert "[filled-damaged]" in refusal(data)


def test_the_name_of_a_field_may_be_of_another_kind() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.root_object[NameObject("/AcroForm")] = NameObject("/Nothing")
    made = io.BytesIO()
    writer.write(made)
    assert len(PdfReader(made).pages) == 1
    assert "[filled-printed]" in refusal(made.getvalue())
