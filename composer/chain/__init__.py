"""**chain** (理流程): from the results wanted back to what the applicant holds, and the order of it."""

from composer.chain.choose import choose
from composer.chain.explain import why, why_not
from composer.chain.schedule import schedule
from composer.errors import ContentError, Finding
from composer.model.package import Case, Dropped, DroppedKind, Plan, Planned
from composer.model.theme import Catalogue

__all__ = ["chain"]


def chain(case: Case, catalogue: Catalogue) -> Plan:
    """The items that serve the wants of `case`, in stages; candidates that nothing wants are dropped.

    Raises ContentError where nothing is wanted, for a want or a demand that nothing can meet, for items that exclude
    each other and for loops.
    """
    if not case.wants:
        reason, suggestion = "一个想要的结果也没有", "请让每种情形都有想要的结果"
        place = case.theme.at.of("wants") if case.theme.at else None
        raise ContentError([Finding("want-unreachable", case.theme.id, reason, suggestion, place)])
    choice = choose(case.items, case.wants, catalogue)
    chosen = {item.id: item for item in case.items if item.id in choice.items}
    order = schedule(list(chosen.values()), choice)
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
    left = [
        Dropped(kind=DroppedKind.ITEM, id=item.id, name=item.name, reason=why_not(item, choice.issuer, chosen))
        for item in case.items
        if item.id not in chosen
    ]
    return Plan(items=tuple(sorted(planned, key=lambda one: one.stage)), flows=order.flows, dropped=tuple(left))
