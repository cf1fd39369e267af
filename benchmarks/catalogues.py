"""Random catalogues, made as arrays at once: the same numbers for the same seed."""

import numpy as np

from composer.chain.network import Goal, Network, Rows, Work

ITEMS = Goal("items")
STAGES = Goal("stages", "critical-path")


def catalogue(items: int, demands: int = 10, results: int = 3, seed: int = 1) -> Network:
    """A catalogue in which everything can be reached: each item asks for `demands` of what earlier ones give.

    Each demand takes either of two materials; each item gives one material that no earlier one does, and
    `results - 1` others; the items stand in random order. 20 materials are held, 20 wanted.
    """
    random = np.random.default_rng(seed)
    held = 20
    materials = held + items
    # The item at rank r gives material held + r first, and asks only for groups that begin with an earlier material.
    rank = random.permutation(items)
    needs = (random.random((items, demands)) * (held + rank)[:, None]).astype(np.int32)
    gives = random.integers(0, materials, (items, results), dtype=np.int32)
    gives[:, 0] = held + rank
    groups = np.stack([np.arange(materials), random.integers(0, materials, materials)], axis=1).astype(np.int32)
    ones = np.ones(items, np.int64)
    return Network(
        items=tuple(map("item {}".format, range(items))),
        materials=tuple(map("material {}".format, range(materials))),
        needs=_even(needs),
        owes=Rows(np.zeros(items + 1, np.int64), np.empty(0, np.int32)),
        gives=_even(gives),
        groups=_even(groups),
        held=np.arange(held, dtype=np.int32),
        wanted=random.choice(materials, 20, replace=False).astype(np.int32),
        forced=np.empty(0, np.int32),
        excludes=np.empty((0, 2), np.int32),
        costs={ITEMS.measure: ones, STAGES.measure: ones},
    )


def _even(table: np.ndarray) -> Rows:
    rows, width = table.shape
    return Rows(np.arange(rows + 1, dtype=np.int64) * width, table.reshape(-1))


def dense(layers: int, width: int, givers: int = 4, demands: int = 3, seed: int = 1) -> Network:
    """Layers of `width` materials; each is given by `givers` items, which ask for `demands` of the layer below.

    Every item gives two materials of its layer, so that choices interlock as in an exact cover and neither counting nor
    dominance decides; the whole last layer is wanted. `width` is even. The wider, the harder to prove.
    """
    random = np.random.default_rng(seed)
    works = [
        Work(
            f"item {layer}.{turn}.{pair}",
            needs=tuple((_material(layer - 1, one),) for one in random.permutation(width)[:demands] if layer),
            gives=tuple(_material(layer, one) for one in given),
            costs={ITEMS.measure: 1, STAGES.measure: 1},
        )
        for layer in range(layers)
        for turn in range(givers)
        for pair, given in enumerate(random.permutation(width).reshape(-1, 2))
    ]
    shuffled = [works[at] for at in random.permutation(len(works))]
    return Network.of(shuffled, wanted=[(_material(layers - 1, one),) for one in range(width)])


def _material(layer: int, number: int) -> str:
    return f"material {layer}.{number:02}"
