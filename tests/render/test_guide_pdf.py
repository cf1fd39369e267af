"""The guide as PDF: on A4, searchable in Chinese, its font inside, the same bytes every time."""

import io
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from composer.compose import compose
from composer.model.theme import Library
from composer.render.pdf import render_pdf

NASTY = "<script>alert('x')</script> \"引号\" #let x = 1 $a$ *粗* _斜_ `码` @ref \\ & =1+1 {{ 7 * 7 }}"
A4 = (595.3, 841.9)


def _text(pdf: bytes, tmp_path: Path, *options: str) -> str:
    path = tmp_path / "guide.pdf"
    path.write_bytes(pdf)
    run = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return run.stdout.decode(errors="replace")  # poppler writes an emoji of the title as halves


def _plain(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


@pytest.fixture(scope="module")
def ordinary(library: Library) -> list[tuple[object, bytes]]:
    packages = [compose(theme, library.catalogue) for theme in library.themes.values()]
    return [(package, render_pdf(package, library.catalogue)) for package in packages]


def test_every_item_material_and_law_can_be_found_by_searching(ordinary, tmp_path: Path):
    for package, pdf in ordinary:
        text = _plain(_text(pdf, tmp_path))
        names = [planned.item.name for planned in package.items]
        names += [basis.law for planned in package.items for basis in planned.item.bases]
        names += [result.name for planned in package.items for result in planned.item.results]
        assert [name for name in names if _plain(name) not in text] == []


def test_every_font_is_embedded_and_maps_back_to_text(ordinary):
    for _, pdf in ordinary:
        fonts = _fonts(PdfReader(io.BytesIO(pdf)))
        assert fonts
        for font in fonts:
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert "/ToUnicode" in font


def _fonts(reader: PdfReader) -> list[DictionaryObject]:
    found = {}
    for page in reader.pages:
        for name, font in page["/Resources"].get("/Font", {}).items():
            found[name] = font.get_object()
    return list(found.values())


def test_every_page_is_a4(ordinary):
    for _, pdf in ordinary:
        for page in PdfReader(io.BytesIO(pdf)).pages:
            size = sorted(float(length) for length in page.mediabox[2:])
            assert size == pytest.approx(A4, abs=0.5)


def test_title_language_and_structure_are_stated(ordinary):
    for package, pdf in ordinary:
        reader = PdfReader(io.BytesIO(pdf))
        root = reader.trailer["/Root"]
        assert reader.metadata is not None
        assert reader.metadata.title == f"{package.theme.name}办事指南"
        assert str(root["/Lang"]).startswith("zh")
        assert root["/MarkInfo"]["/Marked"]
        assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_bytes_are_the_same_for_the_same_package(ordinary, library: Library):
    for package, pdf in ordinary:
        assert render_pdf(package, library.catalogue) == pdf


def test_names_full_of_markup_arrive_as_text(rename, tmp_path: Path):
    package, library = rename(NASTY)
    text = _plain(_text(render_pdf(package, library.catalogue), tmp_path))
    assert text.count(_plain(NASTY)) > 3


def test_a_sign_that_the_font_lacks_does_not_stop_the_guide(rename, tmp_path: Path):
    package, library = rename("好吃🍜饭店")
    assert "好吃" in _text(render_pdf(package, library.catalogue), tmp_path)


def test_whatever_names_an_author_types_nothing_leaves_the_page(unkind, tmp_path: Path):
    package, library = unkind
    width, outside = 0.0, []
    for line in _text(render_pdf(package, library.catalogue), tmp_path, "-bbox").splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            width = float(page[1])
        elif (word := re.search(r'xMax="([\d.]+)"', line)) and float(word[1]) > width:
            outside.append(line)
    assert width
    assert outside == []
