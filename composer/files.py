"""Writing files so that a full disk or an interruption leaves nothing half-written."""

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from composer.errors import Finding, MachineError

BY_OPTION = "用 --out "
"""How a command lets its caller choose another folder."""


def write_all(folder: Path, files: Mapping[str, bytes], by: str = BY_OPTION) -> list[Path]:
    """Write all `files` (name to content) into `folder`, which is made if missing; all of them, or none.

    Every file is written beside its place and only then moved there. Raises MachineError when the machine refuses;
    its way out is to choose another folder `by` an option, or by what the caller wrote where `by` is empty.
    """
    made = missing_folders(folder)
    staged: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
            staged.append((_write_beside(folder / name, content), folder / name))
        for temporary, target in staged:
            temporary.replace(target)
    except OSError as error:
        raise MachineError([refusal(folder, error, by)]) from error
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        for empty in made:
            with suppress(OSError):  # one that holds what was written stays
                empty.rmdir()
    return [target for _, target in staged]


def missing_folders(folder: Path) -> list[Path]:
    """The folders that have to be made for `folder` to exist, innermost first."""
    return [path for path in (folder, *folder.parents) if not os.path.lexists(path)]


def _write_beside(target: Path, content: bytes) -> Path:
    """A finished file in the folder of `target`; nothing stays of it when that fails."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


_REFUSALS = {
    "ENOSPC": ("disk-full", "磁盘满了，什么也没有写下", "请腾出空间，或{by}换一个地方"),
    "EDQUOT": ("disk-full", "磁盘配额用完了，什么也没有写下", "请腾出空间，或{by}换一个地方"),
    "EACCES": ("folder-read-only", "没有写入权限", "请{by}换一个能写的文件夹"),
    "EPERM": ("folder-read-only", "没有写入权限", "请{by}换一个能写的文件夹"),
    "EROFS": ("folder-read-only", "这个文件夹是只读的", "请{by}换一个能写的文件夹"),
    "EEXIST": ("folder-blocked", "这里已有一个同名文件", "请{by}换一个文件夹，或移走那个文件"),
    "ENOTDIR": ("folder-blocked", "路径中有一段是文件，不是文件夹", "请{by}换一个文件夹"),
    "EISDIR": ("folder-blocked", "里面有一个文件夹与要写的文件同名", "请{by}换一个文件夹，或移走那个文件夹"),
}


def refusal(where: object, error: OSError, by: str = BY_OPTION) -> Finding:
    """What the machine said when it was asked to write to `where`."""
    code = errno.errorcode.get(error.errno or 0, "EIO")
    other = ("write-failed", f"写不了（{error.strerror or code}）", "请检查路径和磁盘")
    rule, reason, suggestion = _REFUSALS.get(code, other)
    return Finding(rule, str(where), reason, suggestion.format(by=by))
