"""What the objectives count, as whole numbers for the choice, and back to the units that people read.

Unknown is never zero and never a number: before an objective comes how many of its amounts are unknown, so that of two
ways the one with fewer unknown amounts is better, and only then the smaller known sum.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from composer.chain.network import Goal
from composer.model.objective import Measure, Objective, Over
from composer.model.package import Achieved, Timing

MINUTES: Final = 1440
"""In a day: limits are counted in minutes, so that half days and hours stay whole numbers."""
CENTS: Final = 100
"""In a yuan."""
LARGEST: Final = 2**31 - 1
"""What the solvers count with; a fee beyond it (21 million yuan) counts as this much."""
UNKNOWN: Final = "/unknown"
"""After a measure: how many items leave it unknown."""
WHOLE: Final = "/whole"
"""After a measure: its amount, where an unknown one counts more than all that is known together."""

_FEWEST_ITEMS: Final = Objective(measure=Measure.ITEMS, over=Over.SUM)

_UNIT: Final[Mapping[Measure, int]] = {
    Measure.DAYS_STATUTORY: MINUTES,
    Measure.DAYS_PROMISED: MINUTES,
    Measure.FEES: CENTS,
}


@dataclass(frozen=True)
class Costs:
    """Amounts of each item by measure, the goals that they are for, and the objectives in their order."""

    objectives: tuple[Objective, ...]
    of_item: Mapping[str, Mapping[str, int]]
    beyond: Mapping[Measure, int]
    """By measure with an unknown amount: one more than all that is known of it."""

    @classmethod
    def of(cls, items: Iterable[str], timings: Mapping[str, Timing], objectives: tuple[Objective, ...]) -> "Costs":
        """The costs of `items` at the upper end of each range; the last objective is always fewest items."""
        if not any((one.measure, one.over) == (Measure.ITEMS, Over.SUM) for one in objectives):
            objectives = (*objectives, _FEWEST_ITEMS)
        measures = dict.fromkeys(one.measure for one in objectives)
        amounts = {name: _amounts(timings[name], measures) for name in items}
        beyond = {
            measure: 1 + sum(one[measure] for one in amounts.values())
            for measure in measures
            if any(f"{measure}{UNKNOWN}" in one for one in amounts.values())
        }
        for one in amounts.values():
            for measure, more in beyond.items():
                unknown = one.get(f"{measure}{UNKNOWN}", 0)
                one[f"{measure}{WHOLE}"] = min(one[measure] + unknown * more, LARGEST)
        return cls(objectives, amounts, beyond)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Objectives as goals of the network, each with what is unknown of it before it, where anything is."""
        return tuple(goal for _, goal in self._goals())

    def _goals(self) -> list[tuple[Objective, Goal]]:
        found = []
        for one in self.objectives:
            if one.measure in self.beyond:
                found.append((one, Goal(f"{one.measure}{UNKNOWN}")))
            found.append((one, _goal(one)))
        return found

    @property
    def whole_goals(self) -> tuple[Goal, ...]:
        """One goal for each objective: what is traded off against another must be one number."""
        return tuple(_goal(one, WHOLE if one.measure in self.beyond else "") for one in self.objectives)

    def achieved_whole(
        self, values: Iterable[int], bounds: Iterable[int], waits: Mapping[str, Iterable[str]]
    ) -> tuple[Achieved, ...]:
        """The same as `achieved`, for a choice by `whole_goals` whose items wait for one another as `waits` says.

        Of a path, the known part is that of the longest known one, and every unknown amount counts, wherever it stands.
        """
        found = []
        for objective, value, bound in zip(self.objectives, values, bounds, strict=True):
            measure, unit = objective.measure, _UNIT.get(objective.measure, 1)
            beyond = self.beyond.get(measure, LARGEST + 1)
            known, least, unknown = value % beyond, bound % beyond, value // beyond
            if measure in self.beyond and objective.over is Over.CRITICAL_PATH:
                known = _longest({name: self.of_item[name][measure] for name in waits}, waits)
                unknown = sum(self.of_item[name].get(f"{measure}{UNKNOWN}", 0) for name in waits)
            one = Achieved(objective=objective, value=known / unit, bound=min(known, least) / unit, unknown=unknown)
            found.append(one)
        return tuple(found)

    def achieved(self, values: Iterable[int], bounds: Iterable[int]) -> tuple[Achieved, ...]:
        """The objectives with what a choice comes to, in days, yuan and counts."""
        found: list[Achieved] = []
        unknown = 0
        for (objective, goal), value, bound in zip(self._goals(), values, bounds, strict=True):
            if goal.measure.endswith(UNKNOWN):
                unknown = value
                continue
            unit = _UNIT.get(objective.measure, 1)
            found.append(Achieved(objective=objective, value=value / unit, bound=bound / unit, unknown=unknown))
            unknown = 0
        return tuple(found)


def _longest(amounts: Mapping[str, int], waits: Mapping[str, Iterable[str]]) -> int:
    """The length of the longest path; what is waited for comes first in `waits`."""
    ends: dict[str, int] = {}
    for name, before in waits.items():
        ends[name] = amounts[name] + max((ends[one] for one in before), default=0)
    return max(ends.values(), default=0)


def _goal(objective: Objective, part: str = "") -> Goal:
    path = objective.over is Over.CRITICAL_PATH
    return Goal(f"{objective.measure}{part}", "critical-path" if path else "sum")


def _amounts(timing: Timing, measures: Iterable[Measure]) -> dict[str, int]:
    amounts: dict[str, int] = {}
    for measure in measures:
        high, known = _amount(timing, measure)
        amounts[measure] = min(round(high * _UNIT.get(measure, 1)), LARGEST)
        if not known:
            amounts[f"{measure}{UNKNOWN}"] = 1
    return amounts


def _amount(timing: Timing, measure: Measure) -> tuple[float, bool]:
    """The upper end of what is known of it, and whether that is all."""
    match measure:
        case Measure.ITEMS | Measure.STAGES:
            return 1, True
        case Measure.DAYS_STATUTORY:
            return timing.statutory.high, timing.statutory.known
        case Measure.DAYS_PROMISED:
            return timing.promised.high, timing.promised.known
        case Measure.TRIPS:
            return timing.visits.count.high, timing.visits.known
        case Measure.FEES:
            return timing.fee.amount.high, timing.fee.known
        case Measure.MATERIALS:
            return 0, True
