"""Documents of demands that declare none are read from their names."""

import gc
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from composer.errors import ContentError
from composer.exchange.content import load_library
from composer.materials.unstated import Unread, refs_of
from composer.model.item import Requirement
from tests.materials.names.lexica import shipped

BASE = Path(__file__).parents[1] / "bad/_base"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "content")


def demands(content: Path, old: str, new: str) -> tuple[Requirement, ...]:
    """The demands of an item of `content` once `new` is written in the place of `old`."""
    path = content / "catalogue/items/kiosk-permit.yaml"
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new), encoding="utf-8")
    return load_library(content).catalogue.items["kiosk-permit"].requires


@pytest.mark.parametrize(
    ("name", "refs"),
    [
        ("营业执照副本", ("business-licence",)),
        ("法定代表人身份证复印件", ("resident-id-card@legal-representative",)),
        ("房屋所有权证或租赁合同", ("house-ownership-certificate", "housing-lease")),
        ("新生儿出生医学证明", ("birth-medical-certificate",)),
    ],
)
def test_a_name_says_its_document(name: str, refs: tuple[str, ...]) -> None:
    assert refs_of(name, shipped()) == refs


@pytest.mark.parametrize(
    "name", ["", "123", "其他有关材料", "申请表", "委托书及身份证", "结婚照纪念册", "房产证或其他材料", "长" * 300]
)
def test_a_name_that_says_no_one_document_is_not_guessed_at(name: str) -> None:
    assert isinstance(refs_of(name, shipped()), Unread)


def test_a_demand_takes_what_its_name_says(content: Path) -> None:
    found = demands(content, "{material: trade-licence, name: 营业执照副本", "{name: 营业执照副本")
    assert [one.any_of for one in found] == [("kiosk-application",), ("trade-licence",), ("identity-card@owner",)]


def test_what_is_declared_stands_whatever_the_name_says(content: Path) -> None:
    found = demands(content, "name: 营业执照副本", "name: 小店申请书")
    assert found[1].any_of == ("trade-licence",)


def test_a_wording_of_two_kinds_is_reported_once_names_have_to_be_read(content: Path) -> None:
    (content / "catalogue/materials/more.yaml").write_text("- {id: other, name: 营业执照}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="alias-joins"):
        demands(content, "{material: trade-licence, name: 营业执照副本", "{name: 营业执照副本")


def test_content_that_declares_everything_loads_no_rules_of_names() -> None:
    names = ("composer.materials.names.parse", "composer.materials.review.settle", "networkx", "opencc")
    code = (
        "import sys; from composer.assets import THEMES; from composer.exchange.content import load_library;"
        f"load_library(THEMES); print([name for name in {names} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_of_garbage_is_as_it_was_once_content_is_read(content: Path, on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        load_library(content)
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_content_that_declares_everything_is_read_without_reading_names(content: Path) -> None:
    (content / "catalogue/materials/more.yaml").write_text("- {id: other, name: 营业执照}\n", encoding="utf-8")
    assert load_library(content).catalogue.kinds["other"].name == "营业执照"
