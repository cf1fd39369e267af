"""Decision diagrams over Boolean variables: functions of all answers at once, counted and compared without listing.

Reduced ordered binary decision diagrams (Bryant, 1986) are canonical: two functions are the same exactly when their
diagrams are. The library is OxiDD.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, or_

from oxidd.bdd import BDDFunction as Diagram
from oxidd.bdd import BDDManager
from oxidd.util import BooleanOperator, DDMemoryError

__all__ = ["Diagram", "Diagrams", "TooEntangled", "both"]

NODES = 4_000_000
"""Most nodes of one set of diagrams, of some 20 bytes each: what needs more is refused, not waited for."""

TooEntangled = DDMemoryError
"""Raised where diagrams outgrow their room."""


class Diagrams:
    """Diagrams over variables that are numbered from 0 in the order in which they were made."""

    def __init__(self, variables: int, nodes: int | None = None) -> None:
        nodes = nodes or NODES
        self._manager = BDDManager(nodes, nodes // 4, 1)
        self._manager.add_vars(variables)
        self.never: Diagram = self._manager.false()
        self.always: Diagram = self._manager.true()
        self.variables: list[Diagram] = [self._manager.var(number) for number in range(variables)]

    def copied(self, function: Diagram, places: Mapping[int, int]) -> Diagram:
        """`function` of other diagrams as one of these; `places` says which variable here each of its variables is.

        The variables must stand in the same order in both.
        """
        known: dict[Diagram, Diagram] = {}

        def copy(one: Diagram) -> Diagram:
            below = one.cofactors()
            if below is None:
                return self.always if one.valid() else self.never
            if one not in known:
                number = one.node_var()
                assert number is not None
                known[one] = self.variables[places[number]].ite(copy(below[0]), copy(below[1]))
            return known[one]

        return copy(function)

    def all_of(self, parts: Iterable[Diagram]) -> Diagram:
        """True where every part is."""
        return reduce(and_, parts, self.always)

    def any_of(self, parts: Iterable[Diagram]) -> Diagram:
        """True where some part is."""
        return reduce(or_, parts, self.never)

    def exactly_one(self, parts: Iterable[Diagram]) -> Diagram:
        """True where one part is and no other."""
        none, one = self.always, self.never
        for part in parts:
            none, one = none & ~part, (one & ~part) | (none & part)
        return one

    def cube(self, values: Mapping[int, bool]) -> Diagram:
        """True where the variables have these values."""
        return self.all_of(
            self.variables[number] if value else ~self.variables[number] for number, value in sorted(values.items())
        )

    def support(self, function: Diagram) -> frozenset[int]:
        """The variables on which `function` depends."""
        found: set[int] = set()
        seen: set[Diagram] = set()
        todo = [function]
        while todo:
            one = todo.pop()
            below = one.cofactors()
            if below is None or one in seen:
                continue
            seen.add(one)
            number = one.node_var()
            assert number is not None
            found.add(number)
            todo += below
        return frozenset(found)

    def some(self, function: Diagram, variables: Iterable[int]) -> Diagram:
        """True where `function` is for some values of `variables`."""
        return function.exists(self._names(variables))

    def every(self, function: Diagram, variables: Iterable[int]) -> Diagram:
        """True where `function` is for all values of `variables`."""
        return function.forall(self._names(variables))

    def some_of_both(self, one: Diagram, other: Diagram, variables: Iterable[int]) -> Diagram:
        """`some` of the conjunction, which itself may be far bigger than the result."""
        return one.apply_exists(BooleanOperator.AND, other, self._names(variables))

    def under(self, function: Diagram, values: Mapping[int, bool]) -> Diagram:
        """`function` with these values put in."""
        return self.some_of_both(function, self.cube(values), values)

    def _names(self, variables: Iterable[int]) -> Diagram:
        return self.all_of(self.variables[number] for number in sorted(variables))

    def replaced(self, functions: Iterable[Diagram], by: Mapping[int, Diagram]) -> Iterator[Diagram]:
        """Each function with variables replaced by functions, all at the same time."""
        substitution = None
        for function in functions:
            if substitution is None:
                substitution = function.make_substitution(sorted(by.items(), key=lambda pair: pair[0]))
            yield function.substitute(substitution)


def both(one: Diagram, other: Diagram) -> bool:
    """Whether the two can be true at once."""
    return (one & other).satisfiable()
