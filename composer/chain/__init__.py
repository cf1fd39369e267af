"""**chain** (理流程): from the results wanted back to what the applicant holds, the best way, and the order of it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from composer.chain.best import Choice, OutOfTime, Unreachable, choose, front
from composer.chain.build import Built, build
from composer.chain.diagnose import diagnose
from composer.chain.explain import why, why_not
from composer.chain.graph import is_met_by_chain
from composer.chain.schedule import Met, schedule
from composer.errors import ContentError, Finding, MachineError
from composer.model.item import ServiceItem
from composer.model.objective import Terms
from composer.model.package import Achieved, Best, Case, Dropped, DroppedKind, Plan, Planned, Timing
from composer.model.theme import Catalogue

__all__ = ["chain", "trade_offs"]

Found = TypeVar("Found")


def chain(case: Case, catalogue: Catalogue, timings: Mapping[str, Timing], terms: Terms) -> Plan:
    """The best items for the wants of `case`, in stages; candidates that it does without are dropped.

    `timings` are those of every candidate. Raises ContentError where nothing is wanted, for a want or a demand that
    nothing can meet, for items that exclude each other and for loops.
    """

    def chosen(built: Built) -> Plan:
        choice = choose(built.network, built.goals, seconds=terms.seconds)
        return _plan(case, built, choice, built.costs.achieved(choice.values, choice.bounds))

    return _sought(chosen, case, catalogue, timings, terms)


def trade_offs(case: Case, catalogue: Catalogue, timings: Mapping[str, Timing], terms: Terms) -> tuple[Plan, ...]:
    """Every trade-off between the first two objectives of `terms`: no plan is better in one and as good in the other.

    An unknown amount counts more than any known one. Raises as `chain` does.
    """

    def offered(built: Built) -> tuple[Plan, ...]:
        first, second, *rest = built.costs.whole_goals
        choices = front(built.network, first, second, rest=rest, seconds=terms.seconds)
        return tuple(_traded(_plan(case, built, choice, ()), built, choice) for choice in choices)

    return _sought(offered, case, catalogue, timings, terms)


def _traded(plan: Plan, built: Built, choice: Choice) -> Plan:
    """The plan with what it comes to in each objective, each as one number."""
    waits = {planned.item.id: planned.requires for planned in plan.items}
    achieved = built.costs.achieved_whole(choice.values, choice.bounds, waits)
    return plan.model_copy(update={"best": plan.best.model_copy(update={"achieved": achieved})})


def _sought(
    search: Callable[[Built], Found], case: Case, catalogue: Catalogue, timings: Mapping[str, Timing], terms: Terms
) -> Found:
    """What `search` finds; else, in the words of an author, why it finds nothing."""
    if not case.wants:
        reason, suggestion = "一个想要的结果也没有", "请让每种情形都有想要的结果"
        place = case.theme.at.of("wants") if case.theme.at else None
        raise ContentError([Finding("want-unreachable", case.theme.id, reason, suggestion, place)])
    built = build(case, catalogue, timings, terms)
    try:
        return search(built)
    except Unreachable as unreachable:
        candidates = [item for item in case.items if item.id not in terms.without]
        raise ContentError(diagnose(case, candidates, catalogue, built, terms.have)) from unreachable
    except OutOfTime as late:
        reason = f"在 {terms.seconds:g} 秒里既没有找到办法，也没有证明没有办法"
        raise MachineError([Finding("search-time", case.theme.id, reason, "请给更多时间（--seconds）")]) from late


def _plan(case: Case, built: Built, choice: Choice, achieved: tuple[Achieved, ...]) -> Plan:
    names = {built.network.items[number] for number in choice.items}
    chosen = {item.id: item for item in case.items if item.id in names}
    order = schedule(list(chosen.values()), _met(chosen, built, choice))
    wanted = {want.material for want in case.wants}
    planned = [
        Planned(
            item=item,
            stage=order.stage[name],
            requires=order.requires[name],
            why=why(item, wanted, order.flows, chosen),
        )
        for name, item in chosen.items()
    ]
    issuer = {result.material: item.id for item in reversed(chosen.values()) for result in item.results}
    left = [
        Dropped(kind=DroppedKind.ITEM, id=item.id, name=item.name, reason=why_not(item, issuer, chosen))
        for item in case.items
        if item.id not in chosen
    ]
    return Plan(
        items=tuple(sorted(planned, key=lambda one: one.stage)),
        flows=order.flows,
        dropped=tuple(left),
        best=Best(achieved=achieved, proved=choice.proved, way=choice.way, stopped=choice.stopped),
    )


def _met(chosen: Mapping[str, ServiceItem], built: Built, choice: Choice) -> Met:
    """The documents that the chosen items count on one another for, in the order of items and requirements.

    Of several alternatives that the same item issues, the first one written counts.
    """
    position = {name: number for number, name in enumerate(built.network.items)}
    met = {}
    for name, item in chosen.items():
        for number, requirement in enumerate(item.requires):
            if (name, number) in built.group and is_met_by_chain(requirement):
                _, issuer = choice.met[position[name], built.group[name, number]]
                if issuer is not None:
                    issued = set(chosen[built.network.items[issuer]].issued)
                    first = next(ref for ref in requirement.any_of if ref in issued)
                    met[name, number] = (first, built.network.items[issuer])
    return met
