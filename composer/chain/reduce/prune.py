"""Backward pruning: of what can be reached, what can matter to what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from composer.chain.network import Goal, Indices, Network, Rows
from composer.chain.reduce.closure import Closure, Links, closure
from composer.chain.reduce.tables import (
    SMALL,
    Flags,
    Frontier,
    Table,
    Walk,
    inverse,
    inverse_lists,
    picked,
    take,
)


@dataclass(frozen=True, eq=False)
class Matter:
    """What can matter: by item, by material and by group, whether it does.

    A group that something held meets at no cost does not matter; an item that is forced always does.
    """

    items: Flags
    materials: Flags
    groups: Flags


def usable(network: Network, links: Links | None = None) -> Closure:
    """The closure without the items that no plan can hold: what they owe cannot come to be, or a forced item excludes
    them. Forced items are kept, so that a plan that cannot be shows where it breaks.
    """
    links = links or Links.of(network)
    allowed = np.ones(len(network.items), np.bool_)
    forced = np.zeros(len(network.items), np.bool_)
    forced[network.forced] = True
    for one, other in ((0, 1), (1, 0)):
        allowed[network.excludes[forced[network.excludes[:, one]], other]] = False
    allowed |= forced
    reach = closure(network, None if allowed.all() else allowed, links)
    while len(network.owes.values):
        broken = allowed & ~forced & _owes_what_cannot_be(network, reach)
        if not broken.any():
            break
        allowed &= ~broken
        reach = closure(network, allowed, links)
    return reach


def _owes_what_cannot_be(network: Network, reach: Closure) -> Flags:
    dead = ~_any_in_row(network.groups, reach.materials >= 0)
    return _any_in_row(network.owes, dead) & (reach.items >= 0)


def _any_in_row(rows: Rows, flags: Flags) -> Flags:
    """By row, whether one of its values has its flag set."""
    counted = np.zeros(len(rows.values) + 1, np.int64)
    np.cumsum(flags[rows.values], out=counted[1:])
    return counted[rows.starts[1:]] > counted[rows.starts[:-1]]


def met_for_nothing(network: Network, goals: Sequence[Goal]) -> Flags:
    """By group, whether something held meets it at no cost in any of the `goals`."""
    free = np.zeros(len(network.materials), np.bool_)
    free[network.held] = True
    for goal in goals:
        if goal.over == "sum":
            dear = [material for material, amount in network.handed.get(goal.measure, {}).items() if amount]
            free[dear] = False
    return _any_in_row(network.groups, free)


def matter(network: Network, reach: Closure, goals: Sequence[Goal] = ()) -> Matter:
    """What can matter among what `reach` says can be, when `goals` are to be least.

    Follows what is wanted, and what forced items need and owe, back to the items that can give it. Linear in the size
    of what is found.
    """
    items, materials, groups = Walk(len(network.items)), Walk(len(network.materials)), Walk(len(network.groups))
    met = met_for_nothing(network, goals)
    groups.seen[met] = True
    materials.seen[reach.materials < 0] = True
    items.seen[reach.items < 0] = True
    items.seen[network.forced] = True
    back = _Back.of(network)
    new_items: Frontier = network.forced
    new_groups: Frontier = groups.add(network.wanted)
    while len(new_items) or len(new_groups):
        asked = (groups.follow(back.needs, new_items), groups.follow(back.owes, new_items), new_groups)
        new_items = items.follow(back.givers, materials.follow(back.members, _joined(asked)))
        new_groups = ()
    can = reach.items >= 0
    can[network.forced] = True
    return Matter(items.seen & can, materials.seen & (reach.materials >= 0), groups.seen & ~met)


def _joined(parts: Sequence[Frontier]) -> Frontier:
    filled = [part for part in parts if len(part)]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return np.concatenate([np.asarray(part, np.int32) for part in filled])


@dataclass(frozen=True, eq=False)
class _Back:
    """The tables of a network as they are walked from what is wanted to what gives it."""

    members: Table
    givers: Table
    needs: Table
    owes: Table

    @classmethod
    def of(cls, network: Network) -> "_Back":
        materials = len(network.materials)
        if len(network.needs.values) + len(network.groups.values) + len(network.gives.values) < SMALL:
            givers = inverse_lists(network.gives.lists, materials)
            return cls(network.groups.lists, givers, network.needs.lists, network.owes.lists)
        return cls(network.groups, inverse(network.gives, materials), network.needs, network.owes)


def restrict(network: Network, keep: Matter) -> tuple[Network, Indices]:
    """The network of only what is to be kept, in the same order, and the original index of each of its items.

    A material that is not kept is gone from every group, and a group that is not kept from every item.
    """
    items, item_at = _kept(keep.items)
    materials, material_at = _kept(keep.materials)
    groups, group_at = _kept(keep.groups)
    pairs = network.excludes[keep.items[network.excludes].all(axis=1)]
    return Network(
        items=tuple(map(network.items.__getitem__, items.tolist())),
        materials=tuple(map(network.materials.__getitem__, materials.tolist())),
        needs=_mapped(take(network.needs, items), keep.groups, group_at),
        owes=_mapped(take(network.owes, items), keep.groups, group_at),
        gives=_mapped(take(network.gives, items), keep.materials, material_at),
        groups=_mapped(take(network.groups, groups), keep.materials, material_at),
        held=material_at[network.held[keep.materials[network.held]]],
        wanted=group_at[network.wanted[keep.groups[network.wanted]]],
        forced=item_at[network.forced[keep.items[network.forced]]],
        excludes=item_at[pairs].reshape(-1, 2),
        costs={measure: amounts[items] for measure, amounts in network.costs.items()},
        shared={
            measure: tuple(
                kept for one in sets if len(kept := tuple(int(item_at[item]) for item in one if keep.items[item])) > 1
            )
            for measure, sets in network.shared.items()
        },
        handed={
            measure: {int(material_at[one]): amount for one, amount in amounts.items() if keep.materials[one]}
            for measure, amounts in network.handed.items()
        },
    ), items


def _kept(flags: Flags) -> tuple[Indices, Indices]:
    """The indices that are kept, and by old index the new one."""
    return np.flatnonzero(flags).astype(np.int32), np.cumsum(flags, dtype=np.int32) - np.int32(1)


def _mapped(rows: Rows, flags: Flags, new: Indices) -> Rows:
    """The rows without the values whose flag is not set, the others renumbered."""
    left = picked(rows, flags[rows.values])
    return Rows(left.starts, new[left.values])
