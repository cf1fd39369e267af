"""The one door to the chain pass: what it chooses for one set of answers."""

from composer.chain import chain
from composer.measure import timing
from composer.model.objective import Terms
from composer.model.package import Plan
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.situations.select import select


def plan_for(theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms) -> Plan:
    """The plan for these answers, of a theme as its policies make it; raises ContentError where there is none."""
    case = select(theme, catalogue, answers)
    return chain(case, catalogue, {item.id: timing(item) for item in case.items}, terms)
