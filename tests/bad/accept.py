"""Writes `expected.txt` of the named folders (all without names) from what `onething check` says now."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def accept(case: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        for source in (HERE / "_base", case):
            shutil.copytree(source, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
        command = [sys.executable, "-c", "from composer.cli import main; main()", "check", "content"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    (case / "expected.txt").write_text(done.stdout, encoding="utf-8")


if __name__ == "__main__":
    names = sys.argv[1:] or [path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_"]
    for name in names:
        accept(HERE / name)
