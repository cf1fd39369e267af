"""Elements of fields that declare none are read from their labels."""

import shutil
from pathlib import Path

import pytest

from composer.exchange.content import load_library
from composer.exchange.content.schemas import content_schemas

BASE = Path(__file__).parents[1] / "bad/_base"
FORM = "catalogue/forms/kiosk-application.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "content")


def elements(content: Path, fields: str, about: str = "about: kiosk\n") -> list[str]:
    """The elements of the fields of a form of `content` once they are as written."""
    head = f"id: kiosk-application\nname: 小店申请书\n{about}source: S1\ncertain: true\n"
    (content / FORM).write_text(f"{head}sections:\n  - name: 小店\n    fields:\n{fields}", encoding="utf-8")
    form = load_library(content).catalogue.forms["kiosk-application"]
    return [field.element for section in form.sections for field in section.fields]


def test_a_field_takes_what_its_label_says(content: Path) -> None:
    assert elements(content, "      - {label: 小店名称}\n") == ["kiosk.name"]


def test_the_heading_or_the_form_says_whose_it_is(content: Path) -> None:
    assert elements(content, "      - {label: 名称}\n", about="") == ["kiosk.name"]


def test_what_is_declared_stands_whatever_the_label_says(content: Path) -> None:
    assert elements(content, "      - {label: 看不懂的字段, element: kiosk.name}\n") == ["kiosk.name"]


def test_an_editor_lets_the_element_be_left_out() -> None:
    field = content_schemas()["form.json"]["$defs"]["Field"]
    assert field["required"] == ["label"]
    assert "element" in field["properties"]
