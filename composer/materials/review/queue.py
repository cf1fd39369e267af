"""**queue** (复核队列): pairs worth a person's judgement, the most valuable first."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import ParsedName
from composer.materials.review.likeness import alike
from composer.materials.review.settle import Pair, Settled
from composer.materials.review.units import Unit, units_of
from composer.model.verdict import UNKNOWN

_SUREST = 8
"""How much likeness outweighs the number of names. Of the powers 2 to 12, and of the gain as it is or its root, these
two found most of what is the same within 120 verdicts on two labelled lists (benchmarks/names)."""
_LEAST = 0.2
"""Pairs less alike are not worth anybody's time."""


@dataclass(frozen=True)
class Candidate:
    """Two units that may be one: how alike they are (0 to 1), and how many pairs of names would become one."""

    one: str
    other: str
    likeness: float
    gain: int

    @property
    def pair(self) -> Pair:
        """Both units, whichever comes first."""
        return frozenset((self.one, self.other))

    @property
    def value(self) -> float:
        """What a verdict on it is worth, to be compared with others of the same queue.

        Nothing where it joins no two names, because no name means one of the kinds: such pairs are asked last.
        """
        return math.sqrt(self.gain) * self.likeness**_SUREST


class Queue:
    """What a list of names leaves open. It is made once a list; what was judged since is given with each question."""

    def __init__(self, parsed: Iterable[tuple[ParsedName, int]], lexicon: Lexicon) -> None:
        self.units: Mapping[str, Unit] = units_of(parsed, lexicon)
        wordings = {wording: kind.id for wording, kind in lexicon.kinds.items() if not kind.generic}
        open_units = {key for key in self.units if key.startswith(UNKNOWN)}
        wordings |= {key.removeprefix(UNKNOWN): key for key in open_units}
        self._alike = [row for row in alike(wordings, open_units) if row[2] >= _LEAST]

    def ranked(self, settled: Settled, taken: Collection[Pair] = ()) -> list[Candidate]:
        """The pairs that are left, most valuable first; without those `taken`, which somebody else is looking at.

        The units of a pair are heads of classes: what was found to be one is judged once.
        """
        weights: Counter[str] = Counter()
        for key, unit in self.units.items():
            weights[settled.head(key)] += len(unit.names)
        judged = settled.judged()
        best: dict[tuple[str, str], float] = {}
        for one, other, likeness in self._alike:
            heads = settled.head(one), settled.head(other)
            if heads[0] == heads[1] or frozenset(heads) in judged or frozenset(heads) in taken:
                continue
            if not any(head.startswith(UNKNOWN) for head in heads):
                continue  # what two kinds of the catalogue are to each other, the catalogue says
            pair = (min(heads), max(heads))
            best[pair] = max(best.get(pair, 0.0), likeness)
        found = [
            Candidate(one, other, likeness, weights[one] * weights[other]) for (one, other), likeness in best.items()
        ]
        return sorted(found, key=lambda one: (-one.value, -one.likeness, one.one, one.other))

    def names(self, head: str, settled: Settled) -> Iterator[tuple[str, int]]:
        """The names that speak of a class, those of most rows first."""
        rows = [row for key, unit in self.units.items() if settled.head(key) == head for row in unit.names.items()]
        return iter(sorted(rows, key=lambda row: (-row[1], row[0])))
