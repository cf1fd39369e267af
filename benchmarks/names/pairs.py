"""Right and wrong by pairs: of all pairs of names, which are one document, and which were told to be one."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of names were rightly merged, falsely merged, and missed; `across` of the false ones differ in
    whose document it is."""

    right: int = 0
    false: int = 0
    missed: int = 0
    across: int = 0

    @property
    def precision(self) -> float:
        """Right of all merged; 1 where nothing was merged."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Right of all that are one document; 1 where none are."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.false + self.missed) if self.right else 0.0

    @staticmethod
    def of_truth(truth: Sequence[Hashable]) -> int:
        """How many pairs are one document."""
        return _pairs(truth)

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    def __sub__(self, other: "Pairs") -> "Pairs":
        return Pairs(*(mine - theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


def count(truth: Sequence[Hashable], told: Sequence[Hashable], holders: Sequence[str]) -> Pairs:
    """Compare the clusters `told` with the true ones; the three run in parallel, one entry a name."""
    merged, right = _pairs(told), _pairs(zip(truth, told, strict=True))
    of_one_holder = _pairs(zip(told, holders, strict=True)) - _pairs(zip(truth, told, holders, strict=True))
    return Pairs(right, merged - right, _pairs(truth) - right, merged - right - of_one_holder)


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def count_with(
    truth: Sequence[Hashable], told: Sequence[Hashable], holders: Sequence[str], of: Sequence[bool]
) -> Pairs:
    """As `count`, of the pairs of which at least one name is marked in `of`."""
    others = [at for at, marked in enumerate(of) if not marked]
    rest = count([truth[at] for at in others], [told[at] for at in others], [holders[at] for at in others])
    return count(truth, told, holders) - rest
