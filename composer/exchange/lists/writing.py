"""Writing a list with what was found of each row, all of it or nothing."""

import csv
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from composer.errors import Finding, MachineError, UsageError
from composer.files import missing_folders, refusal

_ENDINGS = (".csv", ".txt")


def refuse_target(source: Path, target: Path) -> None:
    """Raise UsageError where the result of `source` cannot be meant to go to `target`; nothing is opened."""
    for path in (target, Path(os.path.realpath(target))):
        if path.is_dir():
            way_out = f"请在后面写上文件名，如 {target / f'{source.stem}-deduped.csv'}"
            raise UsageError([Finding("out-is-folder", str(target), "这是一个文件夹，不是文件", way_out)])
        if path.suffix.lower() not in _ENDINGS:
            way_out = (
                f"请改文件名的结尾，如 {path.with_suffix('.csv')}，它可以用 Excel 打开" if path.name else "请写文件名"
            )
            raise UsageError([Finding("ending-unknown", str(path), "结果是 CSV，只能写成 .csv 或 .txt", way_out)])
    with suppress(OSError):  # what is not there is no other's file
        if target.samefile(source):
            way_out = f"请换一个文件名，如 {target.with_name(f'{target.stem}-deduped.csv')}"
            raise UsageError([Finding("out-is-in", str(target), "就是要读的那份清单，不能写在它上面", way_out)])


def write_list(path: Path, columns: Sequence[str], rows: Callable[[BinaryIO], None], encoding: str) -> None:
    """Write a CSV file of `columns` and of what `rows` appends, in UTF-8, to the file that it is given.

    With a mark at its head where the list had one or was no UTF-8, so that Excel reads it. The file takes its place
    only once it is whole; where `path` is a link, the place of what it leads to. Folders that are missing are made.
    Raises MachineError where the machine refuses.
    """
    path = Path(os.path.realpath(path))
    made = missing_folders(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            mark = "utf-8" if encoding == "utf-8" else "utf-8-sig"
            with os.fdopen(handle, "w", encoding=mark, newline="") as file:
                csv.writer(file, lineterminator="\n").writerow(columns)
            with temporary.open("ab") as whole:
                rows(whole)
            temporary.chmod(0o644)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError([refusal(path, error)]) from error
    finally:
        for empty in made:
            with suppress(OSError):  # one that holds what was written stays
                empty.rmdir()
