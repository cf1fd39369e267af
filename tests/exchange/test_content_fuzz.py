"""Whatever a content folder or an answer holds, it is read or its faults are named with their place; never a crash."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.errors import AnswerError, Finding, Severity
from composer.exchange.content import read_library
from composer.exchange.content.cases import check_cases
from composer.model.theme import Library

BASE = Path(__file__).parents[1] / "bad/_base"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.yaml"))
THEMES = Path(__file__).parents[2] / "themes"
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.sampled_from(
    ["id", "name", "place", "extras", "all", "not", "op", "at", "material", "kiosk-permit", "night"]
)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), words)
trees: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda one: st.lists(one, max_size=4) | st.dictionaries(words | st.text(max_size=4), one, max_size=4)
)
yaml_like = st.text(alphabet="ab:-[]{}&*!|>'\"#%@?, \n\t\\\x00\x85\ufeff店", max_size=60)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("fuzz") / "content"))


@contextmanager
def replaced(file: Path, raw: bytes) -> Iterator[None]:
    """The file with other bytes for a while."""
    before = file.read_bytes()
    file.write_bytes(raw)
    try:
        yield
    finally:
        file.write_bytes(before)


def read_with(base: Path, name: str, raw: bytes) -> tuple[Library, list[Finding]]:
    with replaced(base / name, raw):
        library, findings = read_library(base)
        sound = all(finding.severity is Severity.WARNING for finding in findings)
        of_cases = list(check_cases(base, library, compose=sound))
    assert [finding.order for finding in findings] == sorted(finding.order for finding in findings)
    findings += of_cases
    assert all(finding.place is not None for finding in findings)
    assert not any("\n" in str(finding) for finding in findings)
    return library, findings


@MANY
@given(name=st.sampled_from(FILES), raw=st.binary(max_size=80))
def test_any_bytes_are_read_or_their_fault_is_named(base: Path, name: str, raw: bytes) -> None:
    read_with(base, name, raw)


@MANY
@given(name=st.sampled_from(FILES), text=yaml_like)
def test_anything_that_resembles_yaml_is_read_or_its_fault_is_named(base: Path, name: str, text: str) -> None:
    read_with(base, name, text.encode())


@MANY
@given(name=st.sampled_from(FILES), tree=trees)
def test_any_structure_is_read_or_its_fault_is_named(base: Path, name: str, tree: Any) -> None:
    read_with(base, name, yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass"))


def spots(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with each of its keys or indexes."""
    if isinstance(tree, dict | list):
        for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
            yield tree, key
            yield from spots(tree[key])


@MANY
@given(name=st.sampled_from(FILES), data=st.data())
def test_a_valid_file_with_one_change_is_valid_or_its_fault_is_named(
    base: Path, name: str, data: st.DataObject
) -> None:
    tree = yaml.safe_load((base / name).read_text(encoding="utf-8"))
    container, key = data.draw(st.sampled_from(list(spots(tree))))
    change = data.draw(st.sampled_from(["remove", "rename", "replace"]))
    value = container.pop(key)
    if change == "rename" and isinstance(container, dict):
        container[data.draw(words | st.text(max_size=6))] = value
    elif change != "remove":
        other = data.draw(trees)
        container.insert(key, other) if isinstance(container, list) else container.update({key: other})
    read_with(base, name, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass"))


SHIPPED = sorted(path.relative_to(THEMES).as_posix() for path in THEMES.rglob("*.yaml"))
CHANGES = 16


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(THEMES, tmp_path_factory.mktemp("fuzz") / "themes"))


@pytest.mark.parametrize("seed", range(CHANGES))
def test_a_shipped_file_with_one_change_is_valid_or_its_fault_is_named(shipped: Path, seed: int, monkeypatch) -> None:
    # Every rule runs; of the answers that rules compose for, a few are enough to meet a file that is not understood.
    monkeypatch.setattr("composer.checks.chains.TRIED", 3)
    monkeypatch.setattr("composer.checks.policies.TRIED", 1)
    monkeypatch.setattr("composer.checks.policies.NEAR", 20)
    chance = random.Random(seed)
    name = chance.choice([one for one in SHIPPED if not one.startswith("schema/")])
    tree = yaml.load((shipped / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    container, key = chance.choice(list(spots(tree)))
    value = container.pop(key)
    change = chance.choice(["remove", "rename", "replace"])
    if change == "rename" and isinstance(container, dict):
        container[key[1:] + "x"] = value
    elif change != "remove":
        other = chance.choice(["", "x", "新", ["x"], {"x": "y"}, "1" * 20, "-1", None])
        container.insert(key, other) if isinstance(container, list) else container.update({key: other})
    read_with(shipped, name, yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode())


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_answers_give_a_package_or_are_refused_as_answers(library: Library, data: st.DataObject) -> None:
    theme = library.themes[data.draw(st.sampled_from(sorted(library.themes)))]
    questions = [library.catalogue.questions[asked.question] for asked in theme.questions]
    names = st.sampled_from([text for one in questions for text in (one.id, one.text)]) | st.text(max_size=12)
    options = [text for one in questions for option in one.options for text in (option.id, option.label)]
    values = st.sampled_from(options) | st.text(max_size=12)
    given = data.draw(st.dictionaries(names, values | st.lists(values, max_size=3), max_size=4))
    with suppress(AnswerError):
        compose(theme, library.catalogue, given)
