"""The one table as a Word document: what stands in it, and that programs of others take it as it is."""

import io
import zipfile
from collections import Counter
from datetime import date

import docx
import pytest
from lxml import etree

from composer.compose import compose
from composer.exchange.forms.docx import form_to_docx
from composer.forms.naming import STAMP_NAME
from composer.forms.raw import Stamp
from composer.model.form import FilledBy
from composer.model.package import FieldSource
from composer.model.theme import Library
from composer.outputs import FORM_FILES
from tests.exchange.awkward import awkward_package
from tests.exchange.forms.word import LONG, WITH_LONG_NAMES, W, control, package_asking, part
from tests.forms.filling import CATALOGUE

THEMES = ("close-company", "newborn", "open-company", "open-restaurant")
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def text_of(node: etree._Element) -> str:
    return "".join(one.text or "" for one in node.iter(f"{W}t"))


def test_the_format_is_registered() -> None:
    assert FORM_FILES["docx"].filename == "form.docx"


def test_the_same_package_gives_the_same_bytes(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    assert form_to_docx(package, library.catalogue, {}) == form_to_docx(package, library.catalogue, {})


@pytest.mark.parametrize("theme", THEMES)
def test_every_datum_is_there_and_only_what_the_applicant_fills_takes_input(library: Library, theme: str) -> None:
    package = compose(library.themes[theme], library.catalogue)
    data = form_to_docx(package, library.catalogue, {})
    root = part(data)
    asked = {row.id for row in package.form.rows if row.source is FieldSource.APPLICANT}
    tags = {tag.get(f"{W}val", "") for tag in root.iter(f"{W}tag")}
    assert {tag.partition(".")[2].replace("_", "-") for tag in tags} == asked
    printed = text_of(root)
    assert [row.label for row in package.form.rows if row.label not in printed and not row.element.object.repeats] == []


@pytest.mark.parametrize("theme", THEMES)
def test_another_author_opens_it_and_finds_its_headings_and_title(library: Library, theme: str) -> None:
    package = compose(library.themes[theme], library.catalogue)
    opened = docx.Document(io.BytesIO(form_to_docx(package, library.catalogue, {})))
    headings = [one.text for one in opened.paragraphs if one.style is not None and one.style.name == "Heading 2"]
    asked = [
        group.name for group in package.form.groups if any(row.source is FieldSource.APPLICANT for row in group.rows)
    ]
    assert sorted(heading.partition("）")[2] for heading in headings) == sorted(asked)
    assert opened.core_properties.title == package.form.name
    assert opened.sections[0].page_width == 7560310


def test_controls_cannot_be_deleted_and_have_titles_and_numbers_of_their_own(library: Library) -> None:
    package = compose(library.themes["open-company"], library.catalogue)
    controls = list(part(form_to_docx(package, library.catalogue, {})).iter(f"{W}sdt"))
    ids = [one.find(f"{W}sdtPr/{W}id") for one in controls]
    assert max(Counter(one.get(f"{W}val") for one in ids if one is not None).values()) == 1
    for one in controls:
        lock, alias = one.find(f"{W}sdtPr/{W}lock"), one.find(f"{W}sdtPr/{W}alias")
        assert lock is not None
        assert lock.get(f"{W}val") == "sdtLocked"
        assert alias is not None
        assert 0 < len(alias.get(f"{W}val", "")) <= 64


def test_tags_and_titles_are_no_longer_than_word_takes() -> None:
    package = package_asking(LONG, catalogue=WITH_LONG_NAMES)
    data = form_to_docx(package, WITH_LONG_NAMES, {})
    root = part(data)
    assert [one.get(f"{W}val") for one in root.iter(f"{W}alias")] == ["很长的名称" * 12 + "很长的名"] * 3
    assert list(root.iter(f"{W}tag")) == []
    assert max(len(one.get(f"{W}name", "")) for one in root.iter(f"{W}bookmarkStart")) <= 40
    custom = part(data, "docProps/custom.xml")
    assert [
        one for one in custom if one.get("name") != STAMP_NAME and len("".join(map(str, one.itertext()))) > 255
    ] == []


def test_names_that_no_content_ought_to_have_are_written_as_they_are() -> None:
    text = "=1+1<&>“🍜”'\"]]>"
    package, catalogue = awkward_package(text)
    root = part(form_to_docx(package, catalogue, {}))
    assert text in text_of(root)
    assert docx.Document(io.BytesIO(form_to_docx(package, catalogue, {}))).core_properties.title == text


def test_values_that_are_known_stand_in_the_controls() -> None:
    package = package_asking("firm.name", "firm.day", "firm.kind", "firm.kinds", "firm.story", "owner.name")
    document = {
        "firm": {"name": "甲店", "day": "2026-03-01", "kind": "乙", "kinds": ["甲", "丙,丁"], "story": "一\n二"},
        "owner": [{"name": "张三"}, {"name": "李四"}],
    }
    root = part(form_to_docx(package, CATALOGUE, document))
    assert text_of(control(root, "datum.firm.name")) == "甲店"
    assert text_of(control(root, "datum.firm.day")) == "2026年3月1日"
    day = control(root, "datum.firm.day").find(f"{W}sdtPr/{W}date")
    assert day is not None
    assert date.fromisoformat(day.get(f"{W}fullDate", "")[:10]) == date(2026, 3, 1)
    assert text_of(control(root, "datum.firm.kind")) == "乙"
    assert len(list(control(root, "datum.firm.story").iter(f"{W}br"))) == 1
    boxes = [one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W14}checkbox") is not None]
    assert [text_of(one) for one in boxes] == ["☑", "☐", "☑", "☐"]
    assert text_of(control(root, "row2.owner.name")) == "李四"


def test_an_empty_control_shows_what_to_do_and_word_can_show_it_again() -> None:
    data = form_to_docx(package_asking("firm.day", "firm.count", "firm.kind", "firm.seal"), CATALOGUE, {})
    shown = [text_of(one) for one in part(data).iter(f"{W}sdt")]
    assert shown == [
        "［点此填写：年-月-日，如 2026-03-01］",
        "［点此填写：填整数］",
        "［点此选择］",
        "［打印后签字或盖章］",
    ]
    assert all(one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for one in part(data).iter(f"{W}sdt"))
    blocks = part(data, "word/glossary/document.xml")
    named = {
        one.get(f"{W}val"): text_of(block) for block in blocks.iter(f"{W}docPart") for one in block.iter(f"{W}name")
    }
    used = [one.get(f"{W}val") for one in part(data).iter(f"{W}docPart")]
    assert [named[one] for one in used] == shown


def test_a_group_has_spare_lines_but_no_more_than_it_may_have() -> None:
    package = package_asking("owner.name")
    lines = [one.get(f"{W}val") for one in part(form_to_docx(package, CATALOGUE, {})).iter(f"{W}tag")]
    assert lines == ["row1.owner.name", "row2.owner.name", "row3.owner.name"]
    full = {"owner": [{"name": str(number)} for number in range(7)]}
    assert len(list(part(form_to_docx(package, CATALOGUE, full)).iter(f"{W}tag"))) == 7


def test_what_others_fill_is_shown_with_where_it_comes_from_and_takes_no_input() -> None:
    package = package_asking("firm.name", filled_by=FilledBy.DEPARTMENT)
    root = part(form_to_docx(package, CATALOGUE, {"firm": {"name": "已知"}}))
    assert list(root.iter(f"{W}sdt")) == []
    assert "企业姓名已知①由部门填写" in text_of(root)


def test_chinese_fonts_are_set_for_everything() -> None:
    data = form_to_docx(package_asking("firm.name"), CATALOGUE, {})
    styles = part(data, "word/styles.xml")
    fonts = [one.get(f"{W}eastAsia") for one in styles.iter(f"{W}rFonts")]
    assert set(fonts) == {"宋体", "黑体", "Segoe UI Symbol"}
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts") is not None
    theme = zipfile.ZipFile(io.BytesIO(data)).read("word/theme/theme1.xml").decode()
    assert '<a:ea typeface="宋体"/>' in theme


def test_rows_stay_on_a_page_and_heads_of_tables_are_repeated() -> None:
    root = part(form_to_docx(package_asking("firm.name", "owner.name"), CATALOGUE, {}))
    rows = list(root.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows) == 2


def test_the_stamp_is_a_property_of_the_file() -> None:
    package = package_asking("firm.name")
    custom = part(form_to_docx(package, CATALOGUE, {}), "docProps/custom.xml")
    stamps = ["".join(map(str, one.itertext())) for one in custom if one.get("name") == STAMP_NAME]
    stamp = Stamp.read(stamps[0])
    assert stamp is not None
    assert stamp.theme == package.theme.id


def test_every_part_is_declared_and_every_relation_leads_to_one(library: Library) -> None:
    package = compose(library.themes["newborn"], library.catalogue)
    archive = zipfile.ZipFile(io.BytesIO(form_to_docx(package, library.catalogue, {})))
    names = set(archive.namelist())
    declared = {one.get("PartName", "").lstrip("/") for one in etree.fromstring(archive.read("[Content_Types].xml"))}
    assert declared - {""} <= names
    for relations in (name for name in names if name.endswith(".rels")):
        folder = relations.replace("_rels/", "").rpartition("/")[0]
        targets = {f"{folder}/{one.get('Target')}".lstrip("/") for one in etree.fromstring(archive.read(relations))}
        assert targets <= names
