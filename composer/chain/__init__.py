"""**chain** (理流程): from the results wanted back to what the applicant holds, and the order of it."""

from composer.chain.choose import choose
from composer.chain.schedule import schedule
from composer.model.package import Case, Dropped, DroppedKind, Plan, Planned
from composer.model.theme import Catalogue

__all__ = ["chain"]


def chain(case: Case, catalogue: Catalogue) -> Plan:
    """The items that serve the wants of `case`, in stages; candidates that nothing wants are dropped.

    Raises ContentError for a want or a demand that nothing can meet, for items that exclude each other and for loops.
    """
    choice = choose(case.items, case.wants, catalogue)
    chosen = [item for item in case.items if item.id in choice.reasons]
    order = schedule(chosen, choice)
    planned = [
        Planned(item=item, stage=order.stage[item.id], requires=order.requires[item.id], why=choice.reasons[item.id])
        for item in chosen
    ]
    left = [
        Dropped(kind=DroppedKind.ITEM, id=item.id, name=item.name, reason="这次没有要它的结果，也没有事项需要它")
        for item in case.items
        if item.id not in choice.reasons
    ]
    return Plan(items=tuple(sorted(planned, key=lambda one: one.stage)), flows=order.flows, dropped=tuple(left))
