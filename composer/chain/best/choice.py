"""What a search for the best plan gives back, and how it says that there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Supply = tuple[int, int | None]
"""A material, and the chosen item that issues it; None where it is held."""

Way = Literal["forced", "exact", "any-time"]
Stop = Literal["time", "interrupt"]


@dataclass(frozen=True)
class Choice:
    """The best plan on a network, by its indices.

    `items`: the chosen ones, ascending. `met`: by item and group of its `needs` or `owes`, what meets it; `wanted`: the
    same by wanted group. A group is met by what is held (first by number), else by what is there first: by the finish
    along the most important critical path that is a goal, then by stage, by preference of the issuer, by material.
    `stages`: of each chosen item, from 1, one later than all that it waits for in `met`. `values` and `bounds`: by
    goal, what the plan costs and what no plan can go below while the goals before it are as good as here.
    `proved`: no plan has better values. `way`: there was nothing to choose (forced); everything was decided exactly,
    the choice among equal plans too; or time decided something (any-time), and `stopped` says what ended the search.
    """

    items: tuple[int, ...]
    met: Mapping[tuple[int, int], Supply]
    wanted: Mapping[int, Supply]
    stages: Mapping[int, int]
    values: tuple[int, ...]
    bounds: tuple[int, ...]
    proved: bool
    way: Way
    stopped: Stop | None = None


class Unreachable(Exception):
    """No plan meets what is wanted."""


class OutOfTime(Exception):
    """Neither a plan nor a proof that there is none was found in time."""
