"""A second opinion on a choice: carries the plan out step by step and counts again, sharing nothing with the search."""

from collections.abc import Iterator, Sequence

from composer.chain.best.choice import Choice, Supply
from composer.chain.network import Goal, Network


def replay(network: Network, choice: Choice, goals: Sequence[Goal]) -> tuple[str, ...]:
    """What is wrong with `choice` as an answer to `goals` on `network`; nothing where it is sound.

    Whether a better plan exists is not asked.
    """
    return tuple(_complaints(network, choice, goals))


def _complaints(network: Network, choice: Choice, goals: Sequence[Goal]) -> Iterator[str]:
    chosen = choice.items
    if list(chosen) != sorted(set(chosen)) or not all(0 <= item < len(network.items) for item in chosen):
        yield "the items are not an ascending selection"
        return
    yield from _rules(network, chosen)
    yield from _supplies(network, choice)
    yield from _order(network, choice)
    if len(choice.values) != len(goals):
        yield f"{len(choice.values)} values stand against {len(goals)} goals"
        return
    for goal, value, bound in zip(goals, choice.values, choice.bounds, strict=True):
        counted = _path(network, choice, goal) if goal.over == "critical-path" else _sum(network, choice, goal)
        if counted != value:
            yield f"{goal.measure} over {goal.over} is {counted}, not {value}"
        if bound > value:
            yield f"{goal.measure} over {goal.over} is {value}, below its bound {bound}"
        if choice.proved and bound != value:
            yield f"{goal.measure} over {goal.over} is called proved with a gap"


def _rules(network: Network, chosen: Sequence[int]) -> Iterator[str]:
    for item in network.forced.tolist():
        if item not in chosen:
            yield f"{network.items[item]} is forced and not chosen"
    for a, b in network.excludes.tolist():
        if a in chosen and b in chosen:
            yield f"{network.items[a]} and {network.items[b]} exclude each other"


def _supplies(network: Network, choice: Choice) -> Iterator[str]:
    """Each demand is met by one of its alternatives, and that by who has it."""
    asked = {(item, group) for item in choice.items for group in (*network.needs[item], *network.owes[item])}
    if set(choice.met) != asked or set(choice.wanted) != set(network.wanted.tolist()):
        yield "what is met is not what the chosen items and the wants ask for"
        return
    held = network.held.tolist()
    supplies: list[tuple[int, Supply]] = [(group, supply) for (_, group), supply in choice.met.items()]
    for group, (material, issuer) in [*supplies, *choice.wanted.items()]:
        name = network.materials[material]
        if material not in network.groups[group]:
            yield f"{name} is no alternative of group {group}"
        if issuer is None and material not in held:
            yield f"{name} is not held"
        if issuer is not None and (issuer not in choice.items or material not in network.gives[issuer]):
            yield f"{name} is not issued by {network.items[issuer]}"


def _order(network: Network, choice: Choice) -> Iterator[str]:
    """From what is held, stage by stage: an item begins when all that it waits for is finished."""
    if set(choice.stages) != set(choice.items):
        yield "the stages are not those of the chosen items"
        return
    for item in choice.items:
        suppliers = [choice.met[item, group][1] for group in network.needs[item] if (item, group) in choice.met]
        stage = 1 + max((choice.stages.get(issuer, 0) for issuer in suppliers if issuer is not None), default=0)
        if choice.stages[item] != stage:
            yield f"{network.items[item]} stands at stage {choice.stages[item]}, not {stage}"


def _amount(network: Network, measure: str, item: int) -> int:
    if measure in network.costs:
        return int(network.costs[measure][item])
    return 1 if measure in ("items", "stages") else 0


def _sum(network: Network, choice: Choice, goal: Goal) -> int:
    total = 0
    sharing: set[int] = set()
    for one in network.shared.get(goal.measure, ()):
        sharing.update(one)
        total += max([0, *(_amount(network, goal.measure, item) for item in one if item in choice.items)])
    total += sum(_amount(network, goal.measure, item) for item in choice.items if item not in sharing)
    used = {material for material, issuer in [*choice.met.values(), *choice.wanted.values()] if issuer is None}
    return total + sum(network.handed.get(goal.measure, {}).get(material, 0) for material in used)


def _path(network: Network, choice: Choice, goal: Goal) -> int:
    """The longest chain, carried out with what is handed in: always the item next that is finished first."""
    there = {material: 0 for material, issuer in [*choice.met.values(), *choice.wanted.values()] if issuer is None}
    left = set(choice.items)
    latest = 0
    while left:
        ends = {}
        for item in left:
            begins = [
                min((there[material] for material in network.groups[group] if material in there), default=None)
                for group in network.needs[item]
            ]
            if None not in begins:
                known = [begin for begin in begins if begin is not None]
                ends[item] = max(known, default=0) + _amount(network, goal.measure, item)
        if not ends:
            return -1
        item = min(ends, key=lambda one: (ends[one], one))
        left.discard(item)
        latest = max(latest, ends[item])
        for material in network.gives[item]:
            there.setdefault(material, ends[item])
    return latest
