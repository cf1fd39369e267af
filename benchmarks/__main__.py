"""Prints the table of all figures, or of the parts that are named: `python -m benchmarks [PART ...]`."""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks import (
    challenge,
    composing,
    documents,
    fields,
    filling,
    forms_pdf,
    growth,
    guangdong,
    lists,
    merging,
    proving,
    quality,
    rendering,
    serving,
    variations,
)
from benchmarks.timing import Row, Table
from composer import assets
from composer.exchange.content import load_library

PARTS: Mapping[str, Callable[[Path], Iterator[Row | Table]]] = {
    "composing": lambda _: composing.rows(load_library(assets.THEMES)),
    "rendering": lambda _: rendering.rows(load_library(assets.THEMES)),
    "merging": lambda _: merging.rows(load_library(assets.THEMES)),
    "documents": lambda _: documents.rows(load_library(assets.THEMES)),
    "forms-pdf": lambda _: forms_pdf.rows(load_library(assets.THEMES)),
    "filling": lambda _: filling.rows(load_library(assets.THEMES)),
    "serving": lambda _: serving.rows(),
    "wsc": challenge.rows,
    "growth": lambda _: growth.rows(),
    "proving": lambda _: proving.rows(),
    "quality": lambda _: quality.rows(load_library(assets.THEMES).catalogue),
    "fields": lambda _: fields.rows(load_library(assets.THEMES).catalogue),
    "guangdong": lambda _: guangdong.rows(load_library(assets.THEMES).catalogue),
    "lists": lambda _: lists.rows(load_library(assets.THEMES).catalogue),
    "variations": lambda _: variations.rows(load_library(assets.THEMES).catalogue),
}

HEAD = "| figure | ours | goal | met | peer | peer's | ours / peer |\n|---|---:|---:|---|---|---:|---:|"


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them when none is named")
    parser.add_argument("--sets", type=Path, default=challenge.SETS, help="folder of sets for wsc (%(default)s)")
    options = parser.parse_args()
    parts = options.parts or list(PARTS)
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    print(f"Python {platform.python_version()}, {platform.machine()}; medians, ours and the peer in turn in one run")
    missed, headed = 0, False
    for part in parts:
        for row in PARTS[part](options.sets):
            if isinstance(row, Table):
                print_table(row)
                headed = False
                continue
            if not headed:
                print(f"\n{HEAD}")
            headed = True
            missed += row.met is False
            print("| " + " | ".join(cells(row)) + " |", flush=True)
    sys.exit(1 if missed else 0)


def print_table(table: Table) -> None:
    print(f"\n{table.title}\n\n| {' | '.join(table.columns)} |\n|---|{'---:|' * (len(table.columns) - 1)}")
    for row in table.rows:
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def cells(row: Row) -> Iterator[str]:
    yield row.name
    yield shown(row.value, row.unit)
    yield (
        ""
        if row.goal is None
        else f"{'≤' if row.at_most else '≥'} {row.goal:g} {row.unit.removeprefix('share')}".strip()
    )
    yield {True: "yes", False: "NO", None: ""}[row.met]
    yield row.peer
    yield "" if row.peer_value is None else shown(row.peer_value, row.unit)
    yield "" if not row.peer_value else f"{row.value / row.peer_value:.2f}"


def shown(value: float, unit: str) -> str:
    """A figure with its unit; a share with the digits that a goal of .995 needs."""
    return f"{value:,.4f}" if unit == "share" else f"{value:,.2f} {unit}".strip()


main()
