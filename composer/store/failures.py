"""What a database or its disk refuses, as MachineError with the way out."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from composer.errors import Finding, MachineError

_REASONS = {
    "READONLY": ("store-read-only", "数据库文件或它所在的文件夹是只读的", "请检查权限，或用 --db 换一个能写的位置"),
    "CANTOPEN": ("store-unopened", "打不开数据库文件", "请检查路径和权限，或用 --db 换一个位置"),
    "FULL": ("store-disk-full", "磁盘满了，没有写入任何内容", "请腾出空间后再试"),
    "NOTADB": ("store-damaged", "这个文件不是数据库，或已经损坏", "请移走这个文件后重新启动，程序会新建一个"),
    "CORRUPT": ("store-damaged", "这个文件不是数据库，或已经损坏", "请移走这个文件后重新启动，程序会新建一个"),
    "BUSY": ("store-busy", "数据库正被别的程序占用", "请先结束占用它的程序，再试一次"),
    "LOCKED": ("store-busy", "数据库正被别的程序占用", "请先结束占用它的程序，再试一次"),
    "IOERR": ("store-disk", "读写磁盘时出错", "请检查磁盘"),
}
_OTHER = ("store-failed", "数据库出错（{name}）", "请检查数据库，或用 --db 换一个位置")
_BY_ERRNO = {
    errno.EROFS: "READONLY",
    errno.EACCES: "READONLY",
    errno.EPERM: "READONLY",
    errno.ENOSPC: "FULL",
    errno.EDQUOT: "FULL",
}


@contextmanager
def reported(database: Path | str | None) -> Iterator[None]:
    """Turn what the driver or the system refuses about `database` into MachineError."""
    try:
        yield
    except DBAPIError as error:
        raise machine_error(database, _name(error.orig)) from error
    except OSError as error:
        raise machine_error(database, _BY_ERRNO.get(error.errno or 0, "CANTOPEN")) from error


def machine_error(database: Path | str | None, name: str) -> MachineError:
    """The error for SQLite's name of a failure, without its prefix (READONLY, FULL …)."""
    rule, reason, suggestion = _REASONS.get(name.partition("_")[0], _OTHER)
    return MachineError([Finding(rule, str(database or ""), reason.format(name=name), suggestion)])


def _name(original: BaseException | None) -> str:
    if isinstance(original, sqlite3.Error):
        return getattr(original, "sqlite_errorname", type(original).__name__).removeprefix("SQLITE_")
    return type(original).__name__
