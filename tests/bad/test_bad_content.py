"""Every folder here is a fault: the files that differ from `_base`, and in `expected.txt` what must be said of it.

`python tests/bad/accept.py [NAME …]` writes what is said now; read it before it is committed.
"""

import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/expected.txt"))


def test_every_folder_says_what_it_expects() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders == set(CASES)


def test_the_base_itself_has_no_fault(content, check) -> None:
    assert check() == (0, "")


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_reported_in_exactly_these_words(name: str, content: Path, check) -> None:
    shutil.copytree(HERE / name, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    expected = (HERE / name / "expected.txt").read_text(encoding="utf-8")
    assert check() == (1 if "错误 [" in expected else 0, expected)
