"""Both optima of one set: the fewest services, and the fewest at the shortest length."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.wsc.network import ITEMS, STAGES, network_of
from benchmarks.wsc.read import ServiceSet, read
from benchmarks.wsc.xml import SetError, place_of
from composer.chain.best import choose
from composer.chain.best.choice import Stop
from composer.chain.network import Network
from composer.chain.reduce import closure


@dataclass(frozen=True)
class Answer:
    """What is said of one set.

    `services`: how many it has. `count`: the fewest services that compose what is wanted, `length` the fewest stages
    among compositions of that count. `min_length`: the fewest stages of any composition, `count_at_min_length` the
    fewest services among those, None when it was not sought any more. `proved`: all four are; otherwise they are the
    best so far. `seconds`: reading, both optima and their proofs; no imports.
    """

    services: int
    count: int
    length: int
    min_length: int
    count_at_min_length: int | None
    proved: bool
    seconds: float


def compose_set(folder: Path, seconds: float) -> tuple[Answer, Stop | None]:
    """The answer for the set in `folder`, with at most `seconds` for each optimum, and what ended it before its proof.

    Raises SetError for a set that cannot be read (code 1 or 4) or that nothing composes (code 3), OutOfTime when
    nothing was found in time.
    """
    start = perf_counter()
    found = read(folder)
    network = network_of(found)
    shortest = _shortest(found, network)
    fewest = choose(network, (ITEMS, STAGES), seconds=seconds)
    choices = [fewest]
    count, length = fewest.values
    at_shortest: int | None = None
    # Nothing is shorter than closure and nothing has fewer services than the fewest: what has both is both optima.
    if length == shortest:
        at_shortest = count
    elif fewest.stopped != "interrupt":
        choices.append(choose(network, (STAGES, ITEMS), seconds=seconds))
        shortest, at_shortest = choices[1].values
    proved = at_shortest is not None and all(choice.proved for choice in choices)
    stopped = next((choice.stopped for choice in choices if choice.stopped), None)
    return Answer(len(network.items), count, length, shortest, at_shortest, proved, perf_counter() - start), stopped


def _shortest(found: ServiceSet, network: Network) -> int:
    """The fewest stages in which all that is wanted can be there; raises SetError where it cannot."""
    reach = closure(network).materials
    group_of = dict(zip(sorted({one.concept for one in found.task.wanted}), network.wanted.tolist(), strict=True))
    shortest = 0
    for one in found.task.wanted:
        stages = reach[network.groups[group_of[one.concept]]]
        if not (stages >= 0).any():
            place = place_of(found.folder / "problem.xml", "instance", one.number)
            concept = found.taxonomy.concepts[one.concept]
            what = (
                f"nothing composes the wanted {one.instance} from what is provided; provide more, or add a service "
                f"that can run and outputs an instance of concept {concept} or below"
            )
            raise SetError(place, what, code=3)
        shortest = max(shortest, int(stages[stages >= 0].min()))
    return shortest
