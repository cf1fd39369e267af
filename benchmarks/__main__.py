"""Prints the table of all figures."""

import platform
import sys
from collections.abc import Iterator

from benchmarks import composing, rendering, serving
from benchmarks.timing import Row
from composer import assets
from composer.exchange.content import load_library


def main() -> None:
    library = load_library(assets.THEMES)
    print(f"Python {platform.python_version()}, {platform.machine()}; medians, ours and the peer in turn in one run")
    print("| figure | ours | goal | met | peer | peer's | ours / peer |")
    print("|---|---:|---:|---|---|---:|---:|")
    missed = 0
    for group in (composing.rows(library), rendering.rows(library), serving.rows()):
        for row in group:
            missed += row.met is False
            print("| " + " | ".join(cells(row)) + " |", flush=True)
    sys.exit(1 if missed else 0)


def cells(row: Row) -> Iterator[str]:
    yield row.name
    yield f"{row.value:,.2f} {row.unit}".strip()
    yield "" if row.goal is None else f"{'≤' if row.at_most else '≥'} {row.goal:g} {row.unit}".strip()
    yield {True: "yes", False: "NO", None: ""}[row.met]
    yield row.peer
    yield "" if row.peer_value is None else f"{row.peer_value:,.2f} {row.unit}"
    yield "" if not row.peer_value else f"{row.value / row.peer_value:.2f}"


main()
