"""The tutorial works as written: its files are made, its commands run, its output comes out."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs/tutorial/first-theme.md"
BLOCK = re.compile(r"^```(yaml|markdown|console)\n(.*?)^```$", re.M | re.S)
SET_UP = {". .venv/bin/activate"}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "themes", folder / "themes")
    return folder


def test_a_reader_who_follows_the_tutorial_sees_what_it_shows(workshop: Path) -> None:
    for kind, text in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if kind == "console":
            follow_session(text, workshop)
        else:
            write_file(text, workshop)
    assert (workshop / "garden/flowchart.svg").stat().st_size > 1000
    assert (workshop / "garden/guide.pdf").read_bytes().startswith(b"%PDF")


def write_file(text: str, folder: Path) -> None:
    first, _, rest = text.partition("\n")
    name, plus = re.fullmatch(r"(?:# |<!-- )(\S+)(?: -->)?( \+)?", first).groups()  # type: ignore[union-attr]
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if plus else "w", encoding="utf-8") as stream:
        stream.write(rest)


def follow_session(text: str, folder: Path) -> None:
    """Run each `$ command`; every line shown below it must appear, in order; … stands for anything."""
    for step in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, *shown = step.rstrip("\n").split("\n")
        if command in SET_UP:
            continue
        words = shlex.split(command)
        if words[0] == "onething":
            words[:1] = [sys.executable, "-m", "composer"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        printed = done.stdout + done.stderr
        position = 0
        for line in shown:
            pattern = ".*".join(re.escape(part) for part in line.split("…"))
            found = re.compile(f"^{pattern}$", re.M).search(printed, position)
            assert found, f"{command}: {line!r} is not in\n{printed}"
            position = found.end()
