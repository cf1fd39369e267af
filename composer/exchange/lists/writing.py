"""Writing a list with what was found of each row, all of it or nothing."""

import csv
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from composer.errors import MachineError
from composer.files import refusal


def write_list(path: Path, columns: Sequence[str], rows: Callable[[BinaryIO], None], encoding: str) -> None:
    """Write a CSV file of `columns` and of what `rows` appends, in UTF-8, to the file that it is given.

    With a mark at its head where the list had one or was no UTF-8, so that Excel reads it. The file takes its place
    only once it is whole. Raises MachineError where the machine refuses.
    """
    try:
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
