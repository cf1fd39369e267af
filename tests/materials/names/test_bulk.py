"""Many names on every processor."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal
from composer.materials.identity import lexicon_of
from composer.materials.names.bulk import Readers
from tests.materials.review.small import CATALOGUE

if __name__ == "__main__":
    with Readers(lexicon_of(CATALOGUE), many=True) as readers:
        print(len(next(readers.read([f"第{number}号证" for number in range(4000)]))), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that nothing can be done about")
def test_the_other_processes_end_with_the_one_that_was_killed(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED, encoding="utf-8")
    done = subprocess.run(  # which ends only once nobody holds stdout or stderr any more
        [sys.executable, str(tmp_path / "killed.py")],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8", check=False, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "1000\n")
    assert "Traceback" not in done.stderr
