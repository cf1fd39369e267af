"""Documents that LibreOffice has opened and saved again, also by way of ODT, and how it prints them."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from composer.compose import compose
from composer.exchange.filled import read_filled
from composer.exchange.forms.docx import form_to_docx
from composer.forms.fill import fill
from composer.forms.specs import spec_of
from composer.model.package import FieldRow, FieldSource, ThemePackage
from composer.model.theme import Catalogue, Library
from composer.model.value import ValueType
from composer.values import check
from tests.exchange.forms.word import LONG, WITH_LONG_NAMES, convert, package_asking
from tests.exchange.forms.writer import fill_in_writer

THEME = "open-restaurant"
Made = tuple[Path, dict[str, tuple[ThemePackage, dict[str, Any]]]]
_OF_TYPE: dict[ValueType, Any] = {
    ValueType.DATE: "2026-03-01",
    ValueType.DATE_TIME: "2026-03-01T09:30",
    ValueType.INTEGER: 3,
    ValueType.NUMBER: 12.5,
    ValueType.AMOUNT: 500,
    ValueType.BOOLEAN: True,
    ValueType.LONG_TEXT: "餐饮服务；外卖递送服务。\n（依法须经批准的项目，经批准后方可经营）\n“其他”",
}


def value(row: FieldRow) -> Any:
    """A value that the row may take."""
    spec = spec_of(row)
    if spec.type is ValueType.CHOICE:
        return row.options[-1]
    if spec.type is ValueType.CHOICES:
        return row.options[::2]
    example = spec.value_format.example if spec.value_format else "王小明"
    found = _OF_TYPE.get(spec.type, example)
    return found if not check(found, spec, date(2026, 12, 1)) else None


def filled(package: ThemePackage) -> dict[str, Any]:
    """A value for every datum that the applicant fills, two lines of every group."""
    document: dict[str, Any] = {}
    for group in package.form.groups:
        rows = [row for row in group.rows if row.source is FieldSource.APPLICANT]
        line = {row.element.key: found for row in rows if (found := value(row)) is not None}
        if line:
            document[group.id] = [line, line] if group.repeats else line
    return document


@pytest.fixture(scope="module")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Filled forms (NAME.docx), blank ones (NAME-blank.docx), and each as LibreOffice writes them back."""
    folder = tmp_path_factory.mktemp("office")
    packages: dict[str, tuple[ThemePackage, Catalogue]] = {
        THEME: (compose(library.themes[THEME], library.catalogue), library.catalogue),
        "long": (package_asking(LONG, "firm.kinds", "owner.kinds", catalogue=WITH_LONG_NAMES), WITH_LONG_NAMES),
    }
    for name, (package, catalogue) in packages.items():
        (folder / f"{name}.docx").write_bytes(form_to_docx(package, catalogue, filled(package)))
    (folder / f"{THEME}-blank.docx").write_bytes(form_to_docx(*packages[THEME], {}))
    written = sorted(folder.glob("*.docx"), key=lambda file: "blank" not in file.name)
    profile = folder / "profile"
    convert(written, "docx", folder / "again", profile)
    convert(written, "odt", folder / "odt", profile)
    convert(sorted((folder / "odt").glob("*.odt")), "docx", folder / "via-odt", profile)
    convert(written[-2:], "pdf", folder / "pdf", profile)
    return folder, {name: (package, filled(package)) for name, (package, _) in packages.items()}


@pytest.mark.parametrize("name", [THEME, "long"])
@pytest.mark.parametrize("way", ["again", "via-odt"])
def test_nothing_is_lost_where_libreoffice_saves_a_filled_form(made: Made, name: str, way: str) -> None:
    package, document = made[1][name]
    raw = read_filled((made[0] / way / f"{name}.docx").read_bytes(), name)
    back = fill(package.form, raw)
    told = fill(package.form, read_filled((made[0] / f"{name}.docx").read_bytes(), name))
    assert back.document == told.document
    assert set(back.document) == set(document)
    assert back.leftovers == ()
    assert raw.stamp is not None
    assert raw.stamp.theme == package.theme.id


@pytest.mark.parametrize("way", ["again", "via-odt"])
def test_an_empty_form_stays_empty_where_libreoffice_saves_it(made: Made, way: str) -> None:
    raw = read_filled((made[0] / way / f"{THEME}-blank.docx").read_bytes(), "form.docx")
    assert fill(made[1][THEME][0].form, raw).document == {}


@pytest.mark.parametrize("way", [".", "via-odt"])
def test_what_is_written_beside_the_labels_in_libreoffice_is_read(made: Made, way: str) -> None:
    folder, typed = made[0], made[0] / f"typed-{way}.docx".replace("-.", "")
    texts = {
        "经营者姓名": "王小明",
        "经营者性别": "男",
        "经营者移动电话": "138 1234 5678",
        "申请（申报）日期": "2026年3月1日",
        "参加经营的家庭成员": "李四",
    }
    fill_in_writer(folder / way / f"{THEME}-blank.docx", typed, texts, folder)
    filled = fill(made[1][THEME][0].form, read_filled(typed.read_bytes(), "form.docx"))
    assert filled.document == {
        "operator": {"name": "王小明", "sex": "男", "mobile": "13812345678"},
        "declaration": {"date": "2026-03-01"},
        "family-member": [{"name": "李四"}],
    }


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_libreoffice_prints_every_label_and_every_value_on_a4(made: Made) -> None:
    pages = PdfReader(made[0] / "pdf" / f"{THEME}.pdf").pages
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(595, 842)}
    printed = squeezed("".join(page.extract_text() for page in pages))
    package, document = made[1][THEME]
    single = [row for row in package.form.rows if not row.element.object.repeats]
    assert [row.label for row in single if squeezed(row.label) not in printed] == []
    texts = [found for group in document.values() if isinstance(group, dict) for found in group.values()]
    assert [text for text in texts if isinstance(text, str) and "-" not in text and squeezed(text) not in printed] == []
    assert f"第{len(pages)}页共{len(pages)}页" in printed


def test_boxes_are_drawn_as_they_are_ticked(made: Made) -> None:
    printed = squeezed("".join(page.extract_text() for page in PdfReader(made[0] / "pdf" / "long.pdf").pages))
    assert "☑甲☐乙☑丙,丁☐" in printed
