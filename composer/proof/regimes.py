"""The theme as the policies make it, for all answers under which the same policies are in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from composer.errors import ContentError
from composer.model.objective import Terms
from composer.model.theme import Catalogue, Theme
from composer.policies import Reform, reform
from composer.situations.diagrams import Diagram
from composer.situations.symbolic import AnswerSpace

MOST = 64
"""How many regimes are worked out for one theme; of the answers that are left nothing is claimed."""


@dataclass(frozen=True)
class Regime:
    """Answers under which the same policies are in force, and what they make of the theme: None where they conflict."""

    where: Diagram
    reform: Reform | None


def regimes(theme: Theme, catalogue: Catalogue, space: AnswerSpace, terms: Terms) -> Iterator[Regime]:
    """The regimes that occur, at most MOST; they have no answers in common."""
    conditions = [space.condition(policy.when) for policy in theme.policies]
    for where in islice(_parted(space.legal, conditions), MOST):
        answers = space.example(where)
        assert answers is not None
        try:
            yield Regime(where, reform(theme, catalogue, answers, terms))
        except ContentError:
            yield Regime(where, None)


def _parted(where: Diagram, conditions: list[Diagram]) -> Iterator[Diagram]:
    """`where` taken apart by the truth of the conditions."""
    if not conditions:
        yield where
        return
    for part in (where & conditions[0], where & ~conditions[0]):
        if part.satisfiable():
            yield from _parted(part, conditions[1:])
