"""Steps by stage: who handles what, what must come first, how long, how often, how much."""

from collections.abc import Iterator
from itertools import groupby

from composer.model.item import ServiceItem, Stated
from composer.model.package import Planned
from composer.quantities import parse_days
from composer.render.guide.context import Context
from composer.render.guide.view import Fact, Quantity, ResultView, StageView, StepView
from composer.render.guide.wording import say_days, say_fee, say_visits, says_no_more


def stages(context: Context) -> tuple[StageView, ...]:
    """Every item of the package as a step, by stage."""
    by_stage = groupby(context.package.items, key=lambda planned: planned.stage)
    return tuple(
        StageView(number=number, steps=tuple(_step(planned, context) for planned in planned_items))
        for number, planned_items in by_stage
    )


def _step(planned: Planned, context: Context) -> StepView:
    item, timing = planned.item, context.package.timings[planned.item.id]
    department = context.catalogue.departments[item.department]
    limits, visits = item.limits, _quantity(say_visits(timing.visits), timing.visits.known, item.trips, context)
    joint = any(item.id in window for window in context.package.windows)
    return StepView(
        id=item.id,
        number=context.numbers[item.id],
        name=item.name,
        department=department.name,
        unit=item.unit,
        public=department.public,
        type=item.type,
        code=_code(item, context),
        why=planned.why,
        before=tuple(context.numbered(before) for before in planned.requires),
        how=_how(item, department.name, joint, timing.visits.known and not timing.visits.count.high, context),
        joint=joint,
        promised=_quantity(say_days(timing.promised), timing.promised.known, limits.promised, context),
        statutory=_quantity(say_days(timing.statutory), timing.statutory.known, limits.statutory, context),
        waiting=_waiting(limits.waiting, context),
        visits=visits,
        fee=_quantity(say_fee(timing.fee), timing.fee.known, item.fee, context),
        results=tuple(result.name for result in item.results),
        hand_in=tuple(_handed_in(item.id, context)),
        eligibility=item.eligibility,
        notes=item.notes,
    )


def _quantity(said: str, known: bool, stated: tuple[Stated, ...], context: Context) -> Quantity:
    fact = context.sources.fact(stated[0].text, stated[0]) if stated else None
    return Quantity(said=said, known=known, fact=fact, plain=fact is not None and says_no_more(fact.text, said))


def _waiting(stated: tuple[Stated, ...], context: Context) -> Quantity | None:
    if not stated:
        return None
    days = parse_days(stated[0].text)
    return _quantity(say_days(days), days.known, stated, context)


def _code(item: ServiceItem, context: Context) -> Fact | None:
    codes = item.codes
    code = codes and (codes.handling or codes.sub or codes.main)
    return context.sources.fact(code, codes) if codes and code else None


def _how(item: ServiceItem, department: str, joint: bool, from_home: bool, context: Context) -> str:
    place = item.unit or department
    if joint:
        lead = context.catalogue.departments[context.package.theme.lead].name
        onward = "" if department == lead else f"，再转{department}"
        return f"与其他事项一起提交，由{lead}牵头受理{onward}（以当地窗口为准）"
    return f"由{place}办理，不用到现场" if from_home else f"到{place}办理"


def _handed_in(item_id: str, context: Context) -> Iterator[str]:
    for row in context.package.materials:
        if any(demand.item == item_id and demand.supply.is_handed_in for demand in row.demands):
            yield row.name


def results(context: Context) -> tuple[ResultView, ...]:
    """What the items issue; the goals of the theme for these answers first."""
    wanted = {want.material for want in context.package.theme.wants}
    listed = [
        ResultView(
            name=result.name,
            type=result.type,
            item=context.numbered(planned.item.id),
            department=context.department_name(planned.item.id),
            wanted=result.material in wanted,
        )
        for planned in context.package.items
        for result in planned.item.results
    ]
    return tuple(sorted(listed, key=lambda result: not result.wanted))
