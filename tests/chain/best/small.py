"""Small random networks, and the best plan on one by looking at every subset."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations
from random import Random

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from composer.chain.network import Goal, Network, Rows, Work

MATERIALS = "abcdefg"
GOALS = [
    Goal("items"),
    Goal("fees"),
    Goal("trips"),
    Goal("materials"),
    Goal("stages", "critical-path"),
    Goal("days", "critical-path"),
    Goal("waits", "critical-path"),
]

_groups = st.lists(
    st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=3, unique=True).map(tuple), max_size=2
).map(tuple)
_costs = st.fixed_dictionaries(
    {"fees": st.integers(0, 3), "trips": st.integers(0, 1), "days": st.integers(0, 3), "waits": st.integers(0, 2)}
)


@st.composite
def networks(draw: st.DrawFn, most: int = 6) -> Network:
    """Alternatives, loops, exclusions, unequal costs, shared windows, documents that cost something to hand in."""
    count = draw(st.integers(1, most))
    works = [
        Work(
            name=f"w{number}",
            needs=draw(_groups),
            gives=tuple(draw(st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=3, unique=True))),
            owes=draw(st.one_of(st.just(()), _groups.map(lambda groups: groups[:1]))),
            costs=draw(_costs),
            forced=draw(st.integers(0, 7)) == 0,
        )
        for number in range(count)
    ]
    names = [work.name for work in works]
    pairs = list(combinations(names, 2))
    held = draw(st.lists(st.sampled_from(MATERIALS), max_size=3, unique=True))
    sharing = draw(st.lists(st.sampled_from(names), max_size=4, unique=True))
    return Network.of(
        works,
        held=held,
        wanted=draw(
            st.lists(st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=2, unique=True).map(tuple), max_size=3)
        ),
        excludes=draw(st.lists(st.sampled_from(pairs), max_size=2, unique=True)) if pairs else (),
        shared={"trips": [sharing[:2], sharing[2:]], "fees": [sharing[:1]]},
        handed={
            "materials": dict.fromkeys(draw(st.lists(st.sampled_from(MATERIALS), max_size=2, unique=True)), 1),
            "fees": dict.fromkeys(draw(st.lists(st.sampled_from(MATERIALS), max_size=1)), 2),
        },
    )


def scattered(seed: int) -> Network:
    """A network with more to choose than Hypothesis likes to draw, in a hundredth of the time."""
    random = Random(seed)
    materials = "abcdefgh"[: random.randint(4, 8)]

    def group() -> tuple[str, ...]:
        return tuple(random.sample(materials, random.choice([1, 1, 1, 2, 2, 3])))

    works = [
        Work(
            f"w{number}",
            needs=tuple(group() for _ in range(random.choice([0, 1, 1, 2, 2]))),
            gives=tuple(random.sample(materials, random.choice([1, 1, 2, 2, 3]))),
            owes=(group(),) if random.random() < 0.15 else (),
            costs={"fees": random.randint(0, 3), "days": random.randint(0, 3), "waits": random.randint(0, 2)},
            forced=random.random() < 0.07,
        )
        for number in range(random.randint(3, 6))
    ]
    names = [work.name for work in works]
    sharing = random.sample(names, random.randint(0, 3))
    return Network.of(
        works,
        held=random.sample(materials, random.choice([0, 1, 1, 2, 3])),
        wanted=[group() for _ in range(random.choice([1, 2, 2, 3]))],
        excludes=random.sample(list(combinations(names, 2)), random.choice([0, 0, 0, 1, 2])),
        shared={"fees": [sharing]},
        handed={
            "materials": dict.fromkeys(random.sample(materials, random.choice([0, 2, 3])), 1),
            "fees": dict.fromkeys(random.sample(materials, random.choice([0, 0, 1, 2])), 2),
        },
    )


goals = st.lists(st.sampled_from(GOALS), max_size=3, unique=True)


def best(network: Network, wanted: Sequence[Goal]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] | None:
    """Values, items and materials handed in of the best plan; None where there is none."""
    found = min(_plans(network, wanted), default=None)
    return found and (found[0], found[4], found[5])


def plans(network: Network, wanted: Sequence[Goal]) -> list[tuple[int, ...]]:
    """The values of all plans."""
    return [plan[0] for plan in _plans(network, wanted)]


def _plans(
    network: Network, goals: Sequence[Goal]
) -> Iterator[tuple[tuple[int, ...], int, list[bool], list[bool], tuple[int, ...], tuple[int, ...]]]:
    sums = {goal.measure for goal in goals if goal.over == "sum"}
    held = set(network.held.tolist())
    dear = sorted(m for m in held if any(network.handed.get(measure, {}).get(m) for measure in sums))
    everything = range(len(network.items))
    for items in _subsets(everything):
        for handed in _subsets(dear):
            there = (held - set(dear)) | set(handed)
            if _sound(network, items, there):
                values = tuple(_value(network, goal, items, handed, there) for goal in goals)
                taste = [item not in items for item in everything]
                yield values, len(items), taste, [material not in handed for material in dear], items, handed


def _subsets(things: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))


def _sound(network: Network, items: Sequence[int], held: set[int]) -> bool:
    if any(a in items and b in items for a, b in network.excludes.tolist()):
        return False
    if not set(network.forced.tolist()) <= set(items):
        return False
    there = _there(network, items, held)
    late = [group for item in items for group in network.owes[item]] + network.wanted.tolist()
    return there is not None and all(there.intersection(network.groups[group]) for group in late)


def _there(network: Network, items: Sequence[int], held: set[int]) -> set[int] | None:
    there, left = set(held), set(items)
    while left:
        ready = [i for i in left if all(there.intersection(network.groups[g]) for g in network.needs[i])]
        if not ready:
            return None
        left -= set(ready)
        there.update(material for item in ready for material in network.gives[item])
    return there


def _price(network: Network, measure: str, item: int) -> int:
    return int(network.costs[measure][item]) if measure in network.costs else int(measure in ("items", "stages"))


def _value(network: Network, goal: Goal, items: Sequence[int], handed: Sequence[int], held: set[int]) -> int:
    prices = {item: _price(network, goal.measure, item) for item in items}
    if goal.over == "sum":
        sets = network.shared.get(goal.measure, ())
        alone = sum(price for item, price in prices.items() if not any(item in one for one in sets))
        together = sum(max((prices[item] for item in one if item in prices), default=0) for one in sets)
        return alone + together + sum(network.handed.get(goal.measure, {}).get(material, 0) for material in handed)
    times = {item: prices[item] for item in items}
    issued = {m: [i for i in items if m in network.gives[i]] for m in range(len(network.materials))}
    worst = sum(prices.values()) + 1
    there = {m: 0 if m in held else worst for m in issued}
    times = dict.fromkeys(items, worst)
    for _ in range(len(items) + 1):
        times = {
            item: prices[item] + max([0, *(min(there[m] for m in network.groups[g]) for g in network.needs[item])])
            for item in items
        }
        there = {m: 0 if m in held else min([worst, *(times[i] for i in issued[m])]) for m in issued}
    return max(times.values(), default=0)


def shuffled(network: Network, random: Random) -> Network:
    """The same network with its rows, sets and pairs written in another order."""

    def mixed(rows: Rows) -> Rows:
        return Rows.of([random.sample(row, len(row)) for row in (rows[place] for place in range(len(rows)))])

    def turned(array: NDArray[np.int32]) -> NDArray[np.int32]:
        return array[random.sample(range(len(array)), len(array))]

    return replace(
        network,
        needs=mixed(network.needs),
        owes=mixed(network.owes),
        gives=mixed(network.gives),
        groups=mixed(network.groups),
        held=turned(network.held),
        wanted=turned(network.wanted),
        forced=turned(network.forced),
        excludes=turned(network.excludes)[:, ::-1],
        shared={measure: tuple(reversed(sets)) for measure, sets in reversed(network.shared.items())},
        handed={measure: dict(reversed(amounts.items())) for measure, amounts in network.handed.items()},
    )
