"""Writing files so that a full disk or an interruption leaves nothing half-written."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from composer.errors import Finding, MachineError


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all `files` (name to content) into `folder`, which is made if missing; all of them, or none.

    Every file is written beside its place and only then moved there. Raises MachineError when the machine refuses.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            staged.append((Path(temporary), folder / name))
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(0o644)
        for temporary_path, target in staged:
            temporary_path.replace(target)
    except OSError as error:
        raise MachineError([_finding(folder, error)]) from error
    finally:
        for temporary_path, _ in staged:
            temporary_path.unlink(missing_ok=True)
    return [target for _, target in staged]


def _finding(folder: Path, error: OSError) -> Finding:
    reasons = {
        "ENOSPC": ("disk-full", "磁盘满了，什么也没有写下", "请腾出空间，或用 --out 换一个地方"),
        "EACCES": ("folder-read-only", "没有写入权限", "请用 --out 换一个能写的文件夹"),
        "EROFS": ("folder-read-only", "这个文件夹是只读的", "请用 --out 换一个能写的文件夹"),
        "EPERM": ("folder-read-only", "没有写入权限", "请用 --out 换一个能写的文件夹"),
    }
    code = errno_name(error)
    rule, reason, suggestion = reasons.get(
        code, ("write-failed", f"写不了（{error.strerror or code}）", "请检查路径和磁盘")
    )
    return Finding(rule, str(folder), reason, suggestion)


def errno_name(error: OSError) -> str:
    """Symbol of the error's number, such as ENOSPC."""
    return errno.errorcode.get(error.errno or 0, "EIO")
