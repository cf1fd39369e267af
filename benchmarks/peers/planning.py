"""Optimal planners: the set as a planning problem in PDDL, which they read, ground and search with A* and LM-cut.

A set is a delete-free task: a proposition for each concept that is asked for, an action for each service. pyperplan is
all Python; Fast Downward translates in Python and searches in C++, and is used where the package `up-fast-downward`
is installed, which carries its program.
"""

import logging
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from composer.chain.network import Network
from composer.chain.reduce.tables import inverse_lists


@dataclass(frozen=True)
class Found:
    """How long it took in milliseconds of one processor, and how many services the plan has; None when time ran out."""

    milliseconds: float
    count: int | None


def write_pddl(network: Network, folder: Path) -> tuple[Path, Path]:
    """The domain and the problem of the whole network, in `folder`."""
    using = inverse_lists(network.groups.lists, len(network.materials))
    facts = "\n".join(f"  ({_fact(group)})" for group in range(len(network.groups)))
    actions = "\n".join(
        f" (:action s{item} :parameters ()\n"
        f"  :precondition {_all(needs)}\n"
        f"  :effect {_all(sorted({group for material in gives for group in using[material]}))})"
        for item, (needs, gives) in enumerate(zip(network.needs.lists, network.gives.lists, strict=True))
    )
    held = sorted({group for material in network.held.tolist() for group in using[material]})
    domain, problem = folder / "domain.pddl", folder / "problem.pddl"
    domain.write_text(f"(define (domain set)\n (:requirements :strips)\n (:predicates\n{facts})\n{actions})\n")
    initial = " ".join(f"({_fact(group)})" for group in held)
    goal = _all(network.wanted.tolist())
    problem.write_text(f"(define (problem task) (:domain set)\n (:init {initial})\n (:goal {goal}))\n")
    return domain, problem


def _fact(group: int) -> str:
    return f"g{group}"


def _all(groups: list[int]) -> str:
    return f"(and {' '.join(f'({_fact(group)})' for group in groups)})"


def pyperplan(domain: Path, problem: Path, seconds: float) -> Found:
    """A* with LM-cut of pyperplan in a process of its own; processor time without imports."""
    command = [sys.executable, "-m", "benchmarks.peers.planning", str(domain), str(problem)]
    output = _run(command, seconds, domain.parent)
    if output is None:
        return Found(seconds * 1000, None)
    milliseconds, count = output.split()
    return Found(float(milliseconds), int(count))


def fast_downward(domain: Path, problem: Path, seconds: float) -> Found | None:
    """A* with LM-cut of Fast Downward: the processor time that it tells of translating and searching, no starting.

    None where it is not installed.
    """
    package = find_spec("up_fast_downward")
    if package is None or not package.submodule_search_locations:
        return None
    driver = Path(package.submodule_search_locations[0]) / "downward" / "fast-downward.py"
    command = [sys.executable, str(driver), str(domain), str(problem), "--search", "astar(lmcut())"]
    output = _run(command, seconds, domain.parent)
    if output is None:
        return Found(seconds * 1000, None)
    translated = re.search(r"^Done! \[([\d.]+)s CPU", output, re.MULTILINE)
    searched = re.search(r"Total time: ([\d.]+)s", output)
    count = re.search(r"Plan length: (\d+)", output)
    if not (translated and searched and count):
        raise RuntimeError(f"Fast Downward said something unexpected:\n{output[-1000:]}")
    return Found((float(translated[1]) + float(searched[1])) * 1000, int(count[1]))


def _run(command: list[str], seconds: float, folder: Path) -> str | None:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds, cwd=folder).stdout
    except subprocess.TimeoutExpired:
        return None


def _plan(domain: str, problem: str) -> None:
    from pyperplan import planner  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    start = process_time()
    plan = planner.search_plan(domain, problem, planner.SEARCHES["astar"], planner.HEURISTICS["lmcut"])
    print((process_time() - start) * 1000, len(plan))


if __name__ == "__main__":
    _plan(*sys.argv[1:])
