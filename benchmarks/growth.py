"""Closure and pruning of random catalogues of 10^3 to 10^6 items with ten demands each: time, peak memory, slope."""

import json
import subprocess
import sys
from collections.abc import Iterator
from math import log
from pathlib import Path
from statistics import linear_regression, median
from time import process_time

from benchmarks.catalogues import catalogue
from benchmarks.timing import Row
from composer.chain.reduce import matter, usable

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RUNS = 3
MOST_MS, MOST_MB = 3_000, 4_096


def rows() -> Iterator[Row]:
    """Each size in a process of its own, whose peak memory includes the catalogue itself."""
    times = []
    for size in SIZES:
        text = subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", str(size)], check=True, capture_output=True, text=True
        ).stdout
        measured = json.loads(text)
        times.append(measured["ms"])
        last = size == SIZES[-1]
        name = f"closure and pruning, {size:,} items, {measured['kept']:,} kept"
        yield Row(name, measured["ms"], MOST_MS if last else None)
        yield Row("  peak memory of the process", measured["mb"], MOST_MB if last else None, unit="MB")
    slope = linear_regression([log(size) for size in SIZES], [log(time) for time in times]).slope
    yield Row("  slope, log time over log items", slope, None, unit="")


def measure(size: int) -> dict[str, float]:
    """Median milliseconds of reaching forward and pruning backward, links included, and the peak memory in MB.

    One thread does all of it, so that its time on the processor is what it takes on a machine with nothing else to do.
    """
    network = catalogue(size)
    times = []
    for _ in range(RUNS):
        start = process_time()
        kept = matter(network, usable(network))
        times.append((process_time() - start) * 1000)
    return {"ms": median(times), "mb": peak_mb(), "kept": int(kept.items.sum())}


def peak_mb() -> float:
    """The most memory that this process held, without what its parent held before it began."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
