"""A filled Word document is read as people see it, whatever they and their programs did to it."""

import copy
import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from composer.compose import compose
from composer.errors import UsageError
from composer.exchange.filled import read_filled
from composer.exchange.filled.json import raw_of
from composer.exchange.forms.docx import form_to_docx
from composer.forms.fill import Filled, fill
from composer.forms.raw import RawForm
from composer.model.element import Code
from composer.model.package import MergedForm, ThemePackage
from composer.model.theme import Library
from tests.exchange.forms.word import (
    LONG,
    MAIN,
    WITH_LONG_NAMES,
    W,
    control,
    package_asking,
    package_of,
    part,
    rewritten,
    typed,
    with_part,
    write,
)
from tests.forms.filling import CATALOGUE, documents, merged_forms

THEMES = ("close-company", "newborn", "open-company", "open-restaurant")
PACKAGE = package_asking("firm.name", "firm.story", "firm.day", "firm.kind", "firm.kinds", "owner.name", "owner.share")
BLANK = form_to_docx(PACKAGE, CATALOGUE, {})
NAME, STORY, DAY = "datum.firm.name", "datum.firm.story", "datum.firm.day"


def said(form: MergedForm, document: dict[str, Any]) -> dict[str, Any]:
    """The document as it is kept: what other rows tell is worked out, what the applicant does not fill left out."""
    kept = fill(form, raw_of(document)).document
    lines = {group: [line for line in held if line] for group, held in kept.items() if isinstance(held, list)}
    return {group: held for group, held in {**kept, **lines}.items() if held}


def read(data: bytes, package: ThemePackage = PACKAGE) -> Filled:
    return fill(package.form, read_filled(data, "form.docx"))


def filled_with(tag: str, markup: str) -> RawForm:
    return read_filled(rewritten(BLANK, lambda root: write(root, tag, markup)), "form.docx")


def raw_name(markup: str) -> object:
    return filled_with(NAME, markup).cells["firm.name"].raw


@settings(max_examples=25)
@given(data=st.data(), form=merged_forms())
def test_what_is_written_is_read_back(data: st.DataObject, form: MergedForm) -> None:
    package = package_of(form)
    kept = said(package.form, data.draw(documents(form)))
    if not [row for row in form.rows if row.source.value == "applicant"]:
        return
    back = read(form_to_docx(package, CATALOGUE, kept), package)
    assert back.document == kept
    assert back.leftovers == ()


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=2)
@given(data=st.data())
def test_what_is_written_of_a_shipped_theme_is_read_back(library: Library, theme: str, data: st.DataObject) -> None:
    package = compose(library.themes[theme], library.catalogue)
    kept = said(package.form, data.draw(documents(package.form, whole=True)))
    assert read(form_to_docx(package, library.catalogue, kept), package).document == kept


def test_a_datum_with_a_name_too_long_for_a_tag_is_read_back() -> None:
    package = package_asking(LONG, "firm.name", catalogue=WITH_LONG_NAMES)
    thing, _, key = LONG.partition(".")
    document = {thing: [{key: "一"}, {key: "二"}], "firm": {"name": "甲"}}
    assert read(form_to_docx(package, WITH_LONG_NAMES, document), package).document == document


def test_an_empty_form_says_nothing_and_what_it_was_made_for() -> None:
    raw = read_filled(BLANK, "form.docx")
    assert fill(PACKAGE.form, raw).document == {}
    assert raw.stamp is not None
    assert raw.stamp.theme == PACKAGE.theme.id


def test_a_fault_says_under_which_heading_it_stands() -> None:
    data = rewritten(BLANK, lambda root: write(root, DAY, typed("明天")))
    assert [str(fault) for fault in read(data).faults if fault.row == "firm.day"] == [
        "（一）企业：“企业日期”：“明天”不是看得懂的日期，请写成2026年3月1日或2026-03-01"
    ]


def test_runs_of_any_format_and_line_breaks_are_one_text() -> None:
    markup = f"<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r>{typed(' 乙')}<w:r><w:br/><w:t>丙</w:t></w:r>"
    assert filled_with(STORY, markup).cells["firm.story"].raw == "甲 乙\n丙"


def test_paragraphs_are_lines() -> None:
    def around(root: etree._Element) -> None:
        inline = control(root, STORY)
        paragraph = inline.getparent()
        assert paragraph is not None
        cell = paragraph.getparent()
        assert cell is not None
        cell.replace(paragraph, inline)
        write(root, STORY, f"<w:p>{typed('一')}</w:p><w:p>{typed('二')}</w:p>")

    assert read(rewritten(BLANK, around)).document == {"firm": {"story": "一\n二"}}


def test_a_control_round_a_cell_is_read() -> None:
    def around(root: etree._Element) -> None:
        inline = control(root, NAME)
        cell = next(one for one in inline.iterancestors(f"{W}tc"))
        row = cell.getparent()
        assert row is not None
        row.replace(cell, inline)
        write(root, NAME, f"<w:tc><w:p>{typed('甲')}</w:p></w:tc>")

    assert read(rewritten(BLANK, around)).document == {"firm": {"name": "甲"}}


def test_a_control_in_another_one_of_no_name_is_read() -> None:
    def nest(root: etree._Element) -> None:
        write(root, NAME, typed("甲"))
        inner = control(root, NAME)
        outer = etree.fromstring(f'<w:sdt xmlns:w="{W.strip("{}")}"><w:sdtPr/><w:sdtContent/></w:sdt>')
        parent = inner.getparent()
        assert parent is not None
        parent.replace(inner, outer)
        outer[1].append(inner)

    assert read(rewritten(BLANK, nest)).document == {"firm": {"name": "甲"}}


def test_a_control_pasted_into_another_keeps_its_own_text() -> None:
    def paste(root: etree._Element) -> None:
        write(root, NAME, typed("甲"))
        write(root, STORY, typed("经过"))
        content = control(root, NAME).find(f"{W}sdtContent")
        assert content is not None
        content.append(control(root, STORY))

    assert read(rewritten(BLANK, paste)).document == {"firm": {"name": "甲", "story": "经过"}}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<w:ins>{typed('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲"),
        (f"<w:moveTo>{typed('甲')}</w:moveTo><w:moveFrom>{typed('乙')}</w:moveFrom>", "甲"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "甲",
        ),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>' + typed("甲"), "甲"),
        (typed("甲") + "<!-- 乙 -->", "甲"),
        (typed("A&lt;script&gt;"), "A<script>"),
        (typed("［点此填写］"), None),
        (typed("［点此填写］甲"), "甲"),
        (typed("单击或点击此处输入文字。"), None),
        (typed(" 　"), None),
        ("", None),
    ],
)
def test_what_people_see_is_the_text(markup: str, text: str | None) -> None:
    assert raw_name(markup) == text


def test_a_program_that_leaves_the_mark_of_a_placeholder_on_what_was_typed_loses_nothing() -> None:
    changed = rewritten(BLANK, lambda root: write(root, NAME, typed("甲")))
    assert control(part(changed), NAME).find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    assert read(changed).document == {"firm": {"name": "甲"}}


@pytest.mark.parametrize("sign", ["☑", "☒", "✓"])
def test_a_box_is_ticked_where_it_looks_ticked(sign: str) -> None:
    def tick(root: etree._Element) -> None:
        boxes = [
            one
            for one in root.iter(f"{W}sdt")
            if one.find(f"{W}sdtPr/{W}lock") is not None and "☐" in "".join(one.itertext())
        ]
        for box in boxes[:3:2]:
            mark = next(box.iter(f"{W}t"))
            mark.text = sign

    assert read(rewritten(BLANK, tick)).document == {"firm": {"kinds": ("甲", "丙,丁")}}


def test_a_control_that_was_deleted_is_empty_and_the_others_are_read() -> None:
    def delete(root: etree._Element) -> None:
        write(root, STORY, typed("经过"))
        inline = control(root, NAME)
        parent = inline.getparent()
        assert parent is not None
        parent.remove(inline)

    assert read(rewritten(BLANK, delete)).document == {"firm": {"story": "经过"}}


def test_a_row_that_is_marked_as_deleted_is_gone() -> None:
    def delete(root: etree._Element) -> None:
        write(root, NAME, typed("甲"))
        write(root, STORY, typed("经过"))
        row = next(one for one in control(root, NAME).iterancestors(f"{W}tr"))
        etree.SubElement(row[0], f"{W}del")

    assert read(rewritten(BLANK, delete)).document == {"firm": {"story": "经过"}}


def copied(root: etree._Element, tag: str, text: str) -> None:
    """Copy the row of a control below itself and write `text` into the copy."""
    row = next(one for one in control(root, tag).iterancestors(f"{W}tr"))
    twin = copy.deepcopy(row)
    write(twin, tag, typed(text))
    row.addnext(twin)


def test_a_datum_copied_twice_takes_what_is_filled_and_what_differs_is_a_stray() -> None:
    def change(root: etree._Element) -> None:
        copied(root, NAME, "甲")
        copied(root, NAME, "")
        copied(root, NAME, "甲")

    assert read(rewritten(BLANK, change)).document == {"firm": {"name": "甲"}}
    raw = read_filled(rewritten(BLANK, lambda root: (write(root, NAME, typed("甲")), copied(root, NAME, "乙"))[0]), "f")
    assert raw.cells["firm.name"].raw == "甲"
    assert [(stray.raw, stray.place) for stray in raw.strays] == [("乙", "（一）企业")]


def test_a_line_that_was_copied_is_a_line_of_its_own() -> None:
    def change(root: etree._Element) -> None:
        for number in (1, 2, 3):
            write(root, f"row{number}.owner.name", typed(f"第{number}"))
        write(root, "row1.owner.share", typed("50"))
        copied(root, "row1.owner.name", "又一")

    lines = read(rewritten(BLANK, change)).document["owner"]
    assert [line["name"] for line in lines] == ["第1", "又一", "第2", "第3"]
    assert ["share" in line for line in lines] == [True, True, False, False]


def test_lines_stand_in_the_order_of_the_page() -> None:
    def change(root: etree._Element) -> None:
        for number in (1, 2):
            write(root, f"row{number}.owner.name", typed(f"第{number}"))
        first, second = (next(control(root, f"row{n}.owner.name").iterancestors(f"{W}tr")) for n in (1, 2))
        second.addnext(first)

    assert [line["name"] for line in read(rewritten(BLANK, change)).document["owner"]] == ["第2", "第1"]


@pytest.mark.parametrize("kept", ["bookmarks", "blocks"])
def test_controls_without_tags_are_known_by_their_other_names(kept: str) -> None:
    def strip(root: etree._Element) -> None:
        write(root, NAME, typed("甲"))
        write(root, "row2.owner.name", typed("张三"))
        gone = [
            *root.iter(f"{W}tag"),
            *root.iter(*(f"{W}placeholder",) if kept == "bookmarks" else (f"{W}bookmarkStart",)),
        ]
        for one in gone:
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)

    assert read(rewritten(BLANK, strip)).document == {"firm": {"name": "甲"}, "owner": [{"name": "张三"}]}


def test_thousands_of_lines_are_read_and_counted() -> None:
    xml = zipfile.ZipFile(io.BytesIO(BLANK)).read(MAIN).decode()
    start = xml.rindex("<w:tr>", 0, xml.index("row1.owner.name"))
    line = xml[start : xml.index("</w:tr>", start) + len("</w:tr>")].replace("［点此填］", "50")
    faults = read(with_part(BLANK, xml.replace("<w:sectPr>", line * 2_000 + "<w:sectPr>").encode()))
    assert "最多 3 条，这里有 2000 条；请留下 3 条，其余另附" in [fault.message for fault in faults.faults]


def test_a_document_that_has_lost_its_relations_is_read_all_the_same() -> None:
    filled = rewritten(BLANK, lambda root: write(root, NAME, typed("甲")))
    raw = read_filled(with_part(filled, b"<x/>", "_rels/.rels"), "form.docx")
    assert (raw.stamp, fill(PACKAGE.form, raw).document) == (None, {"firm": {"name": "甲"}})


def test_a_document_of_the_strict_kind_is_read() -> None:
    filled = rewritten(BLANK, lambda root: write(root, NAME, typed("甲")))
    xml = zipfile.ZipFile(io.BytesIO(filled)).read(MAIN)
    strict = xml.replace(W.strip("{}").encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(with_part(filled, strict)).document == {"firm": {"name": "甲"}}


def test_headers_are_read() -> None:
    def move(root: etree._Element) -> None:
        root.append(etree.fromstring(f'<w:p xmlns:w="{W.strip("{}")}">{typed("x")}</w:p>'))
        root[-1].append(copy.deepcopy(control(part(filled), NAME)))

    filled = rewritten(BLANK, lambda root: write(root, NAME, typed("甲")))
    assert read(rewritten(BLANK, move, "word/header1.xml")).document == {"firm": {"name": "甲"}}


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
DEEP = b"<w:document xmlns:w='w'>" + b"<w:p>" * 5000 + b"</w:p>" * 5000 + b"</w:document>"


def empty() -> bytes:
    return rewritten(BLANK, lambda root: root[0].clear())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            empty(),
            "错误 [filled-no-form] f.docx：这个文档不是一张表单：里面没有表单的填写处。"
            "请用本站给的表填写，不要把内容复制到新的文档里。",
        ),
        (
            with_part(BLANK, b"<w:document"),
            "错误 [filled-damaged] f.docx：文档已损坏，打不开。请用原来的程序打开，另存一份再交。",
        ),
        (
            with_part(BLANK, BOMB + b"<x>&b;</x>"),
            "错误 [filled-damaged] f.docx：文档已损坏，打不开。请用原来的程序打开，另存一份再交。",
        ),
        (
            with_part(BLANK, DEEP),
            "错误 [filled-damaged] f.docx：文档已损坏，打不开。请用原来的程序打开，另存一份再交。",
        ),
        (
            with_part(BLANK, b"x", "word/vbaProject.bin"),
            "错误 [filled-macro] f.docx：文件里有宏。请另存为不带宏的 .xlsx 或 .docx 再交。",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "错误 [filled-locked] f.docx：文件设了密码，或是旧格式（.xls、.doc、.et、.wps）。"
            "请取消密码，另存为 .xlsx 或 .docx 再交。",
        ),
        (BLANK[:3000], "错误 [filled-damaged] f.docx：文件已损坏，打不开。请用原来的程序打开，另存一份再交。"),
        (
            with_part(BLANK, b"<x>" + b" " * 41 * 1024 * 1024 + b"</x>"),
            "错误 [filled-too-big] f.docx：文档里的文字超过 40 MB。这不像填好的表，请检查来源。",
        ),
    ],
    ids=["no-form", "cut", "entities", "deep", "macro", "locked", "short", "big"],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_filled(data, "f.docx")
    assert [str(finding) for finding in refused.value.findings] == [message]


def test_an_option_too_long_for_a_title_is_read_from_what_stands_behind_its_box() -> None:
    options = ("短", "𠮷" * 31 + "完", "很长的选项" * 20, "很长的选项" * 20 + "二")
    domain = CATALOGUE.domains["kind"].model_copy(update={"codes": tuple(Code(label=one) for one in options)})
    catalogue = CATALOGUE.model_copy(update={"domains": {"kind": domain}})
    package = package_asking("firm.kinds", catalogue=catalogue)
    for option in options:
        document = {"firm": {"kinds": (option,)}}
        assert read(form_to_docx(package, catalogue, document), package).document == document
