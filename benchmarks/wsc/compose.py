"""Both optima of one set: the fewest services, and the fewest at the shortest length."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.wsc.network import ITEMS, STAGES, network_of
from benchmarks.wsc.read import ServiceSet, read
from benchmarks.wsc.xml import SetError, place_of
from composer.chain.best import Unreachable, choose
from composer.chain.best.choice import Stop
from composer.chain.network import Network
from composer.chain.reduce import closure, least_sum, reduce


@dataclass(frozen=True)
class Answer:
    """What is said of one set.

    `services`: how many it has. `count`: the fewest services that compose what is wanted, `length` the fewest stages
    among compositions of that count. `min_length`: the fewest stages of any composition, `count_at_min_length` the
    fewest services among those. `proved`: all four are; otherwise they are the best so far. `seconds`: reading, both
    optima and their proofs; no imports.
    """

    services: int
    count: int
    length: int
    min_length: int
    count_at_min_length: int
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
    left = reduce(network, (STAGES, ITEMS)).network
    try:
        shortest = choose(left, (STAGES, ITEMS), seconds=seconds)
    except Unreachable as error:
        raise SetError(*_out_of_reach(found, network), code=3) from error
    fewest = shortest
    # Where not even the bound allows fewer services, the shortest composition is both optima.
    if shortest.stopped != "interrupt" and shortest.values[1] > least_sum(left, ITEMS.measure):
        fewest = choose(left, (ITEMS, STAGES), seconds=seconds)
    min_length, count_at_min_length = shortest.values
    count, length = fewest.values if fewest is not shortest else (count_at_min_length, min_length)
    return Answer(
        services=len(network.items),
        count=count,
        length=length,
        min_length=min_length,
        count_at_min_length=count_at_min_length,
        proved=shortest.proved and fewest.proved,
        seconds=perf_counter() - start,
    ), shortest.stopped or fewest.stopped


def _out_of_reach(found: ServiceSet, network: Network) -> tuple[str, str]:
    """Where the first instance is wanted that nothing composes, and what to do."""
    reach = closure(network)
    group_of = dict(zip(sorted({one.concept for one in found.task.wanted}), network.wanted.tolist(), strict=True))
    one = next(one for one in found.task.wanted if not reach.meets(network, group_of[one.concept]))
    return (
        place_of(found.folder / "problem.xml", "instance", one.number),
        f"nothing composes the wanted {one.instance} from what is provided; provide more, or add a service that can "
        f"run and outputs an instance of concept {found.taxonomy.concepts[one.concept]} or below",
    )
