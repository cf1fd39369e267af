"""Writing files so that a full disk or an interruption leaves nothing half-written."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from composer.errors import Finding, MachineError

BY_OPTION = "用 --out "
"""How a command lets its caller choose another folder."""


def write_all(folder: Path, files: Mapping[str, bytes], by: str = BY_OPTION) -> list[Path]:
    """Write all `files` (name to content) into `folder`, which is made if missing; all of them, or none.

    As `write_each`, and a way out of a refusal speaks of `folder`.
    """
    return _write({folder / name: (content, folder) for name, content in files.items()}, by)


def write_each(files: Mapping[Path, bytes], by: str = BY_OPTION) -> list[Path]:
    """Write `files`, each to its path, whose folder is made if missing; all of them, or none.

    Every file is written beside its place and only then moved there; where the path is a link, the link stays and
    the place is that of what it leads to. Raises MachineError when the machine refuses; its way out is to choose
    another folder `by` an option, or by what the caller wrote where `by` is empty.
    """
    return _write({path: (content, path.parent) for path, content in files.items()}, by)


def _write(files: Mapping[Path, tuple[bytes, Path]], by: str) -> list[Path]:
    """Write `files`, path to content and to the folder that a refusal speaks of."""
    made: list[Path] = []
    staged: list[tuple[Path, Path, Path]] = []
    where = Path()
    try:
        for path, (content, where) in files.items():
            target = Path(os.path.realpath(path))
            made = [*missing_folders(target.parent), *made]
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path.name)
            staged.append((_write_beside(target, content), target, where))
        for temporary, target, folder in staged:
            where = folder
            temporary.replace(target)
    except OSError as error:
        raise MachineError([refusal(where, error, by)]) from error
    finally:
        for temporary, _, _ in staged:
            temporary.unlink(missing_ok=True)
        for empty in made:
            with suppress(OSError):  # one that holds what was written stays
                empty.rmdir()
    return list(files)


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


BY_TEMPORARY = "用环境变量 TMPDIR "
"""How a caller chooses another place for work that nobody keeps."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for work, gone at the end; raises MachineError where there is none."""
    with temporary_refused():
        folder = tempfile.TemporaryDirectory(prefix="onething-", ignore_cleanup_errors=True)
    with folder as name:
        yield Path(name)


@contextmanager
def temporary_refused() -> Iterator[None]:
    """Make what the machine refuses in a folder for work the MachineError that says where and how to choose another."""
    try:
        yield
    except OSError as error:
        raise MachineError([refusal(_temporary(), error, BY_TEMPORARY)]) from error


def _temporary() -> str:
    try:
        return tempfile.gettempdir()
    except OSError:  # not one of the folders that there are for it can be written to
        return os.environ.get("TMPDIR", "TMPDIR")


def refusal(where: object, error: OSError, by: str = BY_OPTION) -> Finding:
    """What the machine said when it was asked to write to `where`."""
    code = errno.errorcode.get(error.errno or 0, "EIO")
    other = ("write-failed", f"写不了（{error.strerror or code}）", "请检查路径和磁盘")
    rule, reason, suggestion = _REFUSALS.get(code, other)
    return Finding(rule, str(where), reason, suggestion.format(by=by))
