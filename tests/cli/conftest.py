"""The command, run in this process as its entry point runs it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from composer.cli import main


@dataclass(frozen=True)
class Done:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Onething = Callable[..., Done]


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
