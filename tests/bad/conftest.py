"""A small valid folder of content to break, and the command that checks it."""

import contextlib
import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.cli import main

BASE = Path(__file__).parent / "_base"

Check = Callable[[], tuple[int, str]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the valid folder."""
    return shutil.copytree(BASE, tmp_path / "content")


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """`onething check content`, giving its exit code and what it prints."""

    def run() -> tuple[int, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["onething", "check", "content"])
        out, messages = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(messages), pytest.raises(SystemExit) as end:
            main()
        code = int(end.value.code or 0)
        return code, messages.getvalue() if code == 4 else out.getvalue()

    return run
