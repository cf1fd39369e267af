"""One question to a solver, in the few terms that all solvers share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from composer.chain.best.choice import Stop
from composer.chain.best.narrow import Narrowed
from composer.chain.best.scales import Scale
from composer.chain.best.windows import Windows


@dataclass(frozen=True)
class Shape:
    """What a plan has to respect: candidates in order of preference, and groups without those that say nothing new.

    There is no plan where something that it must have is no candidate.
    `suppliers` and `handed`: by group, the candidates that issue an alternative, and the held ones that cost something.
    """

    items: list[int]
    must: set[int]
    handed_always: set[int]
    needs: dict[int, list[int]]
    owes: dict[int, list[int]]
    wanted: list[int]
    suppliers: dict[int, list[int]]
    handed: dict[int, list[int]]
    rivals: list[tuple[int, int]]

    @property
    def materials(self) -> list[int]:
        """The held materials that may be handed in, ascending."""
        return sorted(self.handed_always.union(*self.handed.values()))


@dataclass(frozen=True)
class Question:
    """What is asked of a solver: the least of `least`, in order, while `limits` are kept.

    Both hold places in `scales`; a critical path has its windows, which keep its limit, instead. `settle`: of equal
    plans the preferred one is asked for.
    """

    shape: Shape
    scales: Sequence[Scale]
    windows: Mapping[int, Windows]
    least: Sequence[int]
    limits: Mapping[int, int]
    settle: bool


@dataclass
class Answer:
    """What a search found: chosen items and materials handed in, where `found` says that there are any.

    `proved`: how many of the goals that were asked for, from the first, are proved to be the least. `floors`: by goal,
    what no plan goes below while those before are as good. `settled`: nothing is left to search: the plan is the
    preferred one of its equals where that was asked, and without `found` there is none.
    """

    found: bool = False
    items: Sequence[int] = ()
    handed: Sequence[int] = ()
    proved: int = 0
    floors: dict[int, int] = field(default_factory=dict)
    settled: bool = False
    stopped: Stop | None = None


def shape(
    narrowed: Narrowed, windows: Iterable[Windows], wanted: Iterable[int], rivals: Iterable[tuple[int, int]]
) -> Shape:
    """What a plan has to respect in a narrowed network where these critical paths count.

    An item without a slot on a critical path is in no best plan. Where none counts, what is sure needs no order.
    """
    spans = list(windows)
    items = sorted(item for item in narrowed.items if all(item in span.slots for span in spans))
    lean = _Lean(narrowed, set(items), bool(spans))
    needs = {item: lean.of(narrowed.needs[item]) for item in items}
    if not spans:
        needs.update((item, []) for item in narrowed.sure)
    owes = {item: lean.of(narrowed.owes[item]) for item in items}
    wants = lean.of(wanted)
    asked = sorted({group for rows in (needs, owes) for groups in rows.values() for group in groups}.union(wants))
    return Shape(
        items=items,
        must=narrowed.must,
        handed_always=narrowed.handed,
        needs=needs,
        owes=owes,
        wanted=wants,
        suppliers={group: lean.suppliers[group] for group in asked},
        handed={group: lean.handed[group] for group in asked},
        rivals=[(a, b) for a, b in rivals if a in needs and b in needs],
    )


class _Lean:
    """Leaves out groups that are met whenever another one of the same item is."""

    def __init__(self, narrowed: Narrowed, items: set[int], timed: bool) -> None:
        self.suppliers: dict[int, list[int]] = {}
        self.handed: dict[int, list[int]] = {}
        self.same: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
        for group, demand in narrowed.demands.items():
            if timed or not demand.suppliers & narrowed.sure:
                self.suppliers[group] = sorted(demand.suppliers & items)
                self.handed[group] = sorted(demand.handed)

    def of(self, groups: Iterable[int]) -> list[int]:
        sets = {}
        for group in groups:
            if group in self.suppliers:
                key = (tuple(self.suppliers[group]), tuple(self.handed[group]))
                sets[self.same.setdefault(key, group)] = {*key[0], *(-1 - material for material in key[1])}
        kept: list[int] = []
        for group in sorted(sets, key=lambda group: (len(sets[group]), group)):
            if not any(sets[other] <= sets[group] for other in kept):
                kept.append(group)
        return kept
