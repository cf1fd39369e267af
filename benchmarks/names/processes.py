"""What a command costs with all processes that it starts."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import NamedTuple

_EVERY = 0.05
"""Seconds between two looks at the memory."""


class Cost(NamedTuple):
    """Seconds on the clock, seconds of processors, and the most memory at once in MB, of a process and its children.

    Memory is the sum of resident sets: what processes share is counted once for each.
    """

    wall: float
    processor: float
    megabytes: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails."""
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    ended, peak = Event(), [0.0]
    watcher = Thread(target=_watch, args=(process.pid, ended, peak))
    watcher.start()
    assert process.stderr
    with process.stderr:
        said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Cost(wall, used.ru_utime + used.ru_stime, peak[0])


def _watch(pid: int, ended: Event, peak: list[float]) -> None:
    while not ended.wait(_EVERY):
        peak[0] = max(peak[0], sum(map(_resident, _with_children(pid))))


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            found += [
                int(child)
                for task in Path(f"/proc/{one}/task").iterdir()
                for child in (task / "children").read_text().split()
            ]
        except OSError:
            continue  # it has ended meanwhile
    return found


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576
