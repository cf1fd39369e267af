"""Small random networks, and the plainest way to say what their closure and their best plan are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from math import inf

from hypothesis import strategies as st

from composer.chain.network import Goal, Network, Work

MATERIALS = [f"m{number}" for number in range(6)]
MEASURES = ["days", "fees"]

groups = st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=2, unique=True).map(tuple)
demands = st.lists(groups, max_size=2).map(tuple)
goals = st.lists(
    st.builds(Goal, st.sampled_from([*MEASURES, "items"]), st.sampled_from(["sum", "critical-path"])),
    max_size=3,
    unique=True,
)


@st.composite
def networks(draw: st.DrawFn, items: int = 6) -> Network:
    """Networks with alternatives, loops, exclusions, debts, unequal costs, shared windows and paid held materials."""
    works = [
        Work(
            f"i{number}",
            needs=draw(demands),
            gives=tuple(draw(st.lists(st.sampled_from(MATERIALS), min_size=1, max_size=3, unique=True))),
            owes=draw(demands) if draw(st.integers(0, 3)) == 0 else (),
            costs={"items": 1} | {measure: draw(st.integers(0, 2)) for measure in MEASURES},
            forced=draw(st.integers(0, 9)) == 0,
        )
        for number in range(draw(st.integers(1, items)))
    ]
    names = [work.name for work in works]
    held = draw(st.lists(st.sampled_from(MATERIALS), max_size=2, unique=True))
    pairs = list(combinations(names, 2))
    return Network.of(
        works,
        held=held,
        wanted=draw(st.lists(groups, min_size=1, max_size=2)),
        excludes=draw(st.lists(st.sampled_from(pairs), max_size=2)) if pairs else (),
        shared={"fees": [draw(st.lists(st.sampled_from(names), unique=True))]},
        handed={"days": {name: draw(st.integers(0, 2)) for name in held[:1]}},
    )


def naive_closure(network: Network) -> tuple[list[int], list[int]]:
    """Earliest stages of items and of materials, by firing everything that can begin, stage after stage."""
    there = dict.fromkeys(network.held.tolist(), 0)
    begun: dict[int, int] = {}
    stage = 0
    while True:
        stage += 1
        ready = [
            item
            for item in range(len(network.items))
            if item not in begun
            and all(any(one in there for one in network.groups[group]) for group in network.needs[item])
        ]
        if not ready:
            break
        begun |= dict.fromkeys(ready, stage)
        there = dict.fromkeys((one for item in ready for one in network.gives[item]), stage) | there
    return (
        [begun.get(item, -1) for item in range(len(network.items))],
        [there.get(material, -1) for material in range(len(network.materials))],
    )


def best_plan(network: Network, goals: Sequence[Goal]) -> tuple[str, ...] | None:
    """The items of the best plan, among all sets of items and of what is paid for; None when there is no plan."""
    found = _best(network, goals)
    return found[-1] if found else None


def best_value(network: Network, goal: Goal) -> float:
    """The value of the best plan, of which there is one."""
    found = _best(network, [goal])
    assert found
    return found[0][0]


def _best(network: Network, goals: Sequence[Goal]) -> tuple[list[float], int, list[bool], tuple[str, ...]] | None:
    paid = {one for amounts in network.handed.values() for one, amount in amounts.items() if amount}
    free = set(network.held.tolist()) - paid
    found = []
    for plan in subsets(range(len(network.items))):
        if not set(network.forced.tolist()) <= plan or any({a, b} <= plan for a, b in network.excludes.tolist()):
            continue
        for bought in subsets(paid & set(network.held.tolist())):
            if is_plan(network, plan, free | bought):
                values = [value(network, goal, plan, free | bought, bought) for goal in goals]
                order = [item not in plan for item in range(len(network.items))]
                found.append((values, len(plan), order, tuple(network.items[item] for item in sorted(plan))))
    return min(found, default=None)


def subsets(values: Iterable[int]) -> Iterator[set[int]]:
    listed = list(values)
    return map(set, chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1)))


def is_plan(network: Network, plan: set[int], held: set[int]) -> bool:
    finished = finishes(network, plan, held, [0] * len(network.items))
    there = held.union(*(network.gives[item] for item in plan))
    due = [*network.wanted.tolist(), *(group for item in plan for group in network.owes[item])]
    return all(finished[item] < inf for item in plan) and all(there & set(network.groups[group]) for group in due)


def finishes(network: Network, plan: set[int], held: set[int], lasts: Sequence[int]) -> dict[int, float]:
    """When each item of the plan is finished at the earliest; never, where it waits for itself."""
    finished = dict.fromkeys(plan, inf)
    for _ in plan:
        ready = dict.fromkeys(held, 0.0)
        for item in plan:
            for material in network.gives[item]:
                ready[material] = min(ready.get(material, inf), finished[item])
        for item in plan:
            needs = [network.groups[group] for group in network.needs[item]]
            begins = [min((ready.get(one, inf) for one in group), default=inf) for group in needs]
            finished[item] = max(begins, default=0) + lasts[item]
    return finished


def value(network: Network, goal: Goal, plan: set[int], held: set[int], bought: set[int]) -> float:
    costs = network.costs[goal.measure].tolist() if goal.measure in network.costs else [0] * len(network.items)
    if goal.over == "critical-path":
        return max(finishes(network, plan, held, costs).values(), default=0)
    shared = [set(one) & plan for one in network.shared.get(goal.measure, ())]
    alone = plan.difference(*shared)
    together = sum(max((costs[item] for item in one), default=0) for one in shared)
    handed = network.handed.get(goal.measure, {})
    return sum(costs[item] for item in alone) + together + sum(handed.get(one, 0) for one in bought)
