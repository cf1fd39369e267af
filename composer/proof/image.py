"""How many different packages there are: the size of the image of all answers under everything that packages show.

The relation between answers and what is shown is built up factor by factor, and each answer variable is forgotten as
soon as no factor mentions it (bucket elimination, Dechter 1999; early quantification, Burch, Clarke and Long 1991). An
option that can be read off the package is never forgotten, and what depends on such options alone needs no variable.
"""

from collections.abc import Iterable

from composer.proof.differing import differing
from composer.situations.diagrams import Diagram, Diagrams, TooEntangled, both
from composer.situations.symbolic import AnswerSpace

ROOM = 1_000_000
"""Nodes that the relation may take; what takes more is counted in part."""


def count_images(space: AnswerSpace, shown: Iterable[Diagram], alive: Diagram) -> tuple[int, bool]:
    """How many different combinations of the truth of `shown` occur over the legal answers where `alive` holds.

    With false, where that does not fit into the room for diagrams, the combinations of a part of `shown`: at least so
    many there are.
    """
    functions = _different(space, shown, alive)
    seen = _readable(space, functions, alive)
    left = [one for one in functions if not space.diagrams.support(one) <= seen]
    whole = len(left)
    while True:
        found = _count(space, left, alive, seen)
        if found is not None:
            return found, len(left) == whole
        if not left:
            return 1, False
        left = left[: len(left) // 2]


def _different(space: AnswerSpace, shown: Iterable[Diagram], alive: Diagram) -> list[Diagram]:
    """The functions in their simplest form, each once, without those that are the same for all answers."""
    return [space.simplest(one) for one in differing(shown, space.legal & alive, space.diagrams.never)]


def _readable(space: AnswerSpace, functions: list[Diagram], alive: Diagram) -> frozenset[int]:
    """Options of which a package tells whether they were chosen: shown themselves, or settled by those that are."""
    diagrams, world = space.diagrams, space.legal & alive
    told = {one & world for one in functions} | {world & ~one for one in functions}
    seen = {number for number in range(len(space.choices)) if diagrams.variables[number] & world in told}
    hidden = set(range(len(space.choices))) - seen
    for number in sorted(hidden):
        option = diagrams.variables[number]
        chosen, not_chosen = (diagrams.some_of_both(world, one, hidden) for one in (option, ~option))
        if not both(chosen, not_chosen):
            seen.add(number)
    return frozenset(seen)


def _count(space: AnswerSpace, functions: list[Diagram], alive: Diagram, seen: frozenset[int]) -> int | None:
    """How many combinations of `functions` and of the options `seen` there are; None where it takes too much room."""
    order = _order(space, functions)
    room = Diagrams(len(order), ROOM)
    options = {number: order.index((number, None)) for number in range(len(space.choices))}
    try:
        factors = [room.copied(space.rule(name), options) for name in space.questions]
        factors.append(room.copied(alive, options))
        for place, (_, shown) in enumerate(order):
            if shown is not None:
                factors.append(room.variables[place].equiv(room.copied(functions[shown], options)))
        hidden = {options[number] for number in range(len(space.choices)) if number not in seen}
        left = _forget(room, factors, hidden)
        return room.all_of(left).sat_count(len(seen) + len(functions)) if seen or functions else 1
    except TooEntangled:
        return None


def _order(space: AnswerSpace, functions: list[Diagram]) -> list[tuple[int, int | None]]:
    """Options, and functions (by option and position) each right below the last option on which it depends."""
    after: dict[int, list[int]] = {}
    for position, one in enumerate(functions):
        after.setdefault(max(space.diagrams.support(one)), []).append(position)
    return [(number, position) for number in range(len(space.choices)) for position in (None, *after.get(number, ()))]


def _forget(room: Diagrams, factors: list[Diagram], hidden: set[int]) -> list[Diagram]:
    """Factors whose conjunction says of the other variables what that of `factors` says of them."""
    supports = [(factor, room.support(factor)) for factor in factors]
    while hidden:
        number = min(hidden, key=lambda one: (_width(one, supports), -one))
        near = [factor for factor, support in supports if number in support]
        gone = {one for one in hidden if all(one not in support or number in support for _, support in supports)}
        joined = room.all_of(near[:-1])
        joined = room.some_of_both(joined, near[-1], gone) if near else joined
        supports = [(factor, support) for factor, support in supports if number not in support]
        supports.append((joined, room.support(joined)))
        hidden = hidden - gone
    return [factor for factor, _ in supports]


def _width(number: int, supports: list[tuple[Diagram, frozenset[int]]]) -> int:
    return len(frozenset().union(*(support for _, support in supports if number in support)))
