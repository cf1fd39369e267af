"""The smallest sets of demands whose waiver opens a loop of items that wait for one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import clingo

from composer.chain.mend.program import ground

LIMIT = 20
"""How many sets are listed."""
_CONFLICTS = 100_000
"""How much work the search may take; counted in conflicts, not seconds, so that the answer is the same on every run."""


@dataclass(frozen=True)
class Knot:
    """Items that wait for one another: each demand by number, the item that makes it, the items that would meet it."""

    items: frozenset[int]
    demands: Mapping[int, tuple[int, frozenset[int]]]


@dataclass(frozen=True)
class Waivers:
    """Sets of demands, sorted; `least` where no smaller set is possible, `complete` where these are all."""

    sets: tuple[tuple[int, ...], ...]
    least: bool
    complete: bool


def waivers(knot: Knot, limit: int = LIMIT) -> Waivers:
    """All smallest sets of demands of the knot whose waiver lets every item of it be done, up to `limit` of them."""
    best, proved = _least(knot)
    if not proved:
        return Waivers((best,), least=False, complete=False)
    options = (f"--models={limit + 1}", "--project=show", f"--opt-mode=enum,{len(best)}")
    control = _control(knot, *options)
    with control.solve(yield_=True) as handle:
        found = sorted({_numbers(model) for model in handle})
        exhausted = bool(handle.get().exhausted)
    return Waivers(tuple(found[:limit]), least=True, complete=exhausted and len(found) <= limit)


def _least(knot: Knot) -> tuple[tuple[int, ...], bool]:
    """One set, as small as was found, and whether it is proved that none is smaller."""
    best = tuple(sorted(knot.demands))
    control = _control(knot, "--models=0")  # a search ends with the last name of its control
    with control.solve(yield_=True) as handle:
        for model in handle:
            best = _numbers(model)
        return best, bool(handle.get().exhausted)


def _numbers(model: clingo.Model) -> tuple[int, ...]:
    return tuple(sorted(symbol.arguments[0].number for symbol in model.symbols(shown=True)))


def _control(knot: Knot, *options: str) -> clingo.Control:
    return ground("waivers", _facts(knot), f"--solve-limit={_CONFLICTS}", *options)


def _facts(knot: Knot) -> Iterator[tuple[str, int] | tuple[str, int, int]]:
    for item in sorted(knot.items):
        yield "item", item
    for number, (item, issuers) in sorted(knot.demands.items()):
        yield "demand", number, item
        yield from (("by", number, issuer) for issuer in sorted(issuers))
