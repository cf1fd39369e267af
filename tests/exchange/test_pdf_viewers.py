"""The one table filled by hand in programs that are not ours: PDFium, Chromium around it, poppler."""

import io
import subprocess
import time
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from composer.compose import compose
from composer.exchange.filled import read_filled
from composer.exchange.forms.pdf import form_to_pdf
from composer.model.package import ThemePackage
from composer.model.theme import Library
from tests.exchange.pdfium import Viewer, spots

NAME, PLACE = "datum-newborn-name", "datum-newborn-birth_place"
LONG = "内蒙古自治区呼和浩特市新城区成吉思汗大街某某小区 18 号楼三单元二十四层二四零一号房（自有产权）甲乙丙丁"


@pytest.fixture(scope="module")
def package(library: Library) -> ThemePackage:
    return compose(library.themes["newborn"], library.catalogue)


@pytest.fixture(scope="module")
def blank(package: ThemePackage, library: Library) -> bytes:
    return form_to_pdf(package, library.catalogue, {})


@pytest.fixture(scope="module")
def typed(blank: bytes) -> bytes:
    """The file as PDFium saves it after a person has typed, ticked and changed their mind."""
    with Viewer(blank) as viewer:
        viewer.type(NAME, "欧阳玥喆")
        viewer.type(PLACE, LONG)
        viewer.click("datum-newborn-sex#0")
        viewer.click("datum-newborn-sex#1")
        return viewer.saved()


def around(image: Image.Image, data: bytes, name: str, scale: float) -> Image.Image:
    """The part of the picture of a first page that a field of a full line takes."""
    _, x, y = spots(data)[name]
    top = image.height - y * scale
    return image.crop(
        (round((x - 100) * scale), round(top - 8 * scale), round((x + 100) * scale), round(top + 8 * scale))
    )


def ink(image: Image.Image) -> int:
    """Dark dots."""
    return sum(image.convert("L").histogram()[:128])


def poppler(data: bytes, folder: Path) -> Image.Image:
    (folder / "form.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", "108", "-f", "1", "-l", "1", "-singlefile", "-png", "form.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    return Image.open(folder / "page.png")


def test_what_is_typed_and_ticked_in_pdfium_is_read_back(typed: bytes) -> None:
    said = {datum: cell.raw for datum, cell in read_filled(typed, "表.pdf").cells.items() if cell.raw}
    assert said == {"newborn.name": "欧阳玥喆", "newborn.birth-place": LONG, "newborn.sex": "女"}


def test_what_is_typed_in_pdfium_keeps_the_stamp(blank: bytes, typed: bytes) -> None:
    stamp = read_filled(blank, "表.pdf").stamp
    assert stamp is not None
    assert read_filled(typed, "表.pdf").stamp == stamp


def test_pdfium_and_poppler_show_the_same_chinese(blank: bytes, typed: bytes, tmp_path: Path) -> None:
    with Viewer(typed) as viewer:
        ours = around(viewer.picture(0), typed, PLACE, 1.5)
    theirs = around(poppler(typed, tmp_path), typed, PLACE, 1.5)
    assert ink(around(poppler(blank, tmp_path), blank, PLACE, 1.5)) == 0
    assert ink(ours) > 1000
    assert ink(theirs) == pytest.approx(ink(ours), rel=0.35)


def test_a_long_text_becomes_smaller_until_all_of_it_shows(typed: bytes, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(typed)
    shown = subprocess.run(["pdftotext", "-raw", "form.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)
    assert LONG.replace(" ", "") in "".join(shown.stdout.decode().split())


def test_a_list_is_picked_from_in_pdfium(library: Library) -> None:
    package = compose(library.themes["open-restaurant"], library.catalogue)
    data = form_to_pdf(package, library.catalogue, {})
    with Viewer(data) as viewer:
        viewer.pick("row2-food_safety_manager-sex", 2)
        viewer.type("row2-food_safety_manager-name", "艾力·买买提")
        saved = viewer.saved()
    entries = read_filled(saved, "表.pdf").entries["food-safety-manager"]
    assert {datum: cell.raw for datum, cell in entries[1].items() if cell.raw} == {
        "food-safety-manager.sex": "女",
        "food-safety-manager.name": "艾力·买买提",
    }


def test_values_that_we_write_look_the_same_after_pdfium_has_saved_them(
    package: ThemePackage, library: Library, tmp_path: Path
) -> None:
    data = form_to_pdf(package, library.catalogue, {"newborn": {"name": "张𠮷龘", "sex": "女", "birth-place": LONG}})
    before = poppler(data, tmp_path).convert("L")
    with Viewer(data) as viewer:
        after = poppler(viewer.saved(), tmp_path).convert("L")
    assert ink(around(before, data, NAME, 1.5)) > 100
    assert ImageChops.difference(before, after).getbbox() is None


def test_chinese_typed_in_chromium_shows(blank: bytes, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(blank)
    page = browser.new_page(viewport={"width": 900, "height": 1000})
    page.goto((tmp_path / "form.pdf").as_uri() + "#toolbar=0&view=FitH")
    scale = 888 / 595
    _, x, y = spots(blank)[NAME]
    at = (6 + x * scale, 4 + (842 - y) * scale)
    box = (round(at[0] - 180), round(at[1] - 12), round(at[0] + 180), round(at[1] + 12))
    _wait_for_the_title_and_an_empty(box, page)
    page.mouse.click(*at)
    page.keyboard.insert_text("欧阳玥喆新生儿姓名")
    page.keyboard.press("Tab")
    end = time.monotonic() + 20
    while (shown := _ink_of_text(page.screenshot(), box)) < 300 and time.monotonic() < end:
        time.sleep(0.2)
    page.close()
    assert shown >= 300


def _wait_for_the_title_and_an_empty(box: tuple[int, int, int, int], page: Page) -> None:
    """The viewer paints when it is ready; until then all is dark."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        picture = page.screenshot()
        if _ink_of_text(picture, (250, 70, 650, 110)) > 300 and _ink_of_text(picture, box) == 0:
            return
        time.sleep(0.2)
    raise AssertionError("the viewer shows no form with this field empty")


def _ink_of_text(picture: bytes, box: tuple[int, int, int, int]) -> int:
    """Dots of a part that are much darker than the tint of a field."""
    return sum(Image.open(io.BytesIO(picture)).crop(box).convert("L").histogram()[:170])
