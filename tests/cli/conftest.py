"""The command, run in this process as its entry point runs it."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from composer.cli import main


@dataclass(frozen=True)
class Done:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Onething = Callable[..., Done]
Content = Callable[[str], Path]

BAD = Path(__file__).parents[1] / "bad"


@pytest.fixture
def onething(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Onething:
    """Runs `onething WORD …`."""

    def run(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["onething", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfd.readouterr()
        return Done(int(end.value.code or 0), out, err)

    return run


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A folder of content as one of the broken cases has it."""

    def make(name: str) -> Path:
        for source in (BAD / "_base", BAD / name):
            shutil.copytree(source, tmp_path / "content", dirs_exist_ok=True)
        return tmp_path / "content"

    return make
