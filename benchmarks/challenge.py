"""The Web Services Challenge 2008: both optima of each set beside the bare parse, planners, plain search and CP-SAT."""

import gc
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree

from benchmarks.peers import constraints, planning, searching
from benchmarks.timing import Row, in_turn
from benchmarks.wsc.compose import compose_set
from benchmarks.wsc.network import network_of
from benchmarks.wsc.read import read
from composer.chain.network import Network
from composer.chain.reduce import matter, restrict, usable

SETS = Path(__file__).parents[2] / "shared" / "data" / "wsc08"
RUNS = 15
SECONDS = 10
"""For each peer and set; what takes longer is shown as taking at least that."""


def rows(sets: Path = SETS) -> Iterator[Row]:
    """Each set in the folder `sets` in one run with its peers, slow ones once; nothing where there are none."""
    folders = sorted(path.parent for path in sets.glob("*/problem.xml"))
    if not folders:
        print(f"no sets of the Web Services Challenge in {sets}; left out (say --sets FOLDER)", file=sys.stderr)
    for folder in folders:
        gc.freeze()
        answer, _ = compose_set(folder, SECONDS)
        proof = "proved" if answer.proved else "NOT PROVED"
        figures = f"{answer.count}@{answer.length}, {answer.count_at_min_length}@{answer.min_length} {proof}"
        ours, parse = in_turn(partial(compose_set, folder, SECONDS), partial(bare, folder), RUNS)
        assert parse
        yield Row(f"WSC {folder.name}, {answer.services:,} services, {figures}", ours, None, "bare XML parse", parse)
        yield Row("  times the bare parse", ours / parse, 3, unit="x")
        network = network_of(read(folder))
        yield from planners(network, ours)
        started = perf_counter()
        count = searching.search(network)
        yield Row("  beside", ours, None, f"networkx search, {count} services, no proof", since(started))
        started = perf_counter()
        values = constraints.solve(restrict(network, matter(network, usable(network)))[0], SECONDS)
        found = f"{values[0]}@{values[1]} proved" if values else f"not proved in {SECONDS} s"
        yield Row("  beside", ours, None, f"CP-SAT alone after closure, {found}", since(started))


def planners(network: Network, ours: float) -> Iterator[Row]:
    """A* with LM-cut, from PDDL files of the whole set; the files are written before."""
    with tempfile.TemporaryDirectory() as folder:
        domain, problem = planning.write_pddl(network, Path(folder))
        # The goal is held against the planner of the same language.
        for name, plan, goal in (
            ("pyperplan", planning.pyperplan, 20),
            ("Fast Downward", planning.fast_downward, None),
        ):
            found = plan(domain, problem, SECONDS)
            if found is None:
                print(f"{name} is not installed; left out", file=sys.stderr)
                continue
            count = f"{found.count} services" if found.count is not None else f"stopped after {SECONDS} s"
            times = found.milliseconds / ours
            yield Row(f"  {name} takes so many times, {count}", times, goal, unit="x", at_most=False)


def bare(folder: Path) -> None:
    """What any program must do first: the standard library's parse of the three files."""
    for name in ("taxonomy", "services", "problem"):
        ElementTree.parse(folder / f"{name}.xml")


def since(start: float) -> float:
    return (perf_counter() - start) * 1000
