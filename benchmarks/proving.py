"""A dense random family in which proof is hard: best so far and bound after more and more time."""

from collections.abc import Iterator

from benchmarks.catalogues import ITEMS, dense
from benchmarks.timing import Row
from composer.chain.best import choose

WIDTHS = (8, 12, 16, 20)
SECONDS = (1, 3, 9)


def rows() -> Iterator[Row]:
    """For each width the fewest items found within each time, beside the bound under which no plan goes."""
    for width in WIDTHS:
        network = dense(4, width)
        for seconds in SECONDS:
            choice = choose(network, (ITEMS,), seconds=seconds)
            name = f"dense, {len(network.items)} items, " + ("proved" if choice.proved else f"after {seconds} s")
            yield Row(name, choice.values[0], None, "bound", choice.bounds[0], unit="items")
            if choice.proved:
                break
