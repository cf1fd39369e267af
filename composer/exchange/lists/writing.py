"""Writing a list with what was found of each row, all of it or nothing."""

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from composer.errors import MachineError
from composer.files import refusal


def write_list(path: Path, columns: Sequence[str], rows: Callable[[Path], None], encoding: str) -> None:
    """Write a CSV file of `columns` and of what `rows` puts into the UTF-8 file that it is given.

    With a mark at its head where the list had one or was no UTF-8, so that Excel reads it. The file takes its place
    only once it is whole. Raises MachineError where the machine refuses.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary, body = Path(name), Path(f"{name}.rows")
        try:
            rows(body)
            mark = "utf-8" if encoding == "utf-8" else "utf-8-sig"
            with os.fdopen(handle, "w", encoding=mark, newline="") as file:
                csv.writer(file, lineterminator="\n").writerow(columns)
            with temporary.open("ab") as whole, body.open("rb") as part:
                shutil.copyfileobj(part, whole, 1 << 20)
            temporary.chmod(0o644)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
            body.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError([refusal(path, error)]) from error
