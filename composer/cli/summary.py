"""A package in a few lines of a terminal."""

from collections.abc import Iterator

from composer.chain.explain import say_best
from composer.measure import say_days
from composer.model.figures import FIGURE_NAMES
from composer.model.package import FIGURES, Figure, Supply, ThemePackage
from composer.model.policy import ways
from composer.model.theme import Catalogue
from composer.model.timeline import Slot
from composer.wording import say_date, say_submitted


def summary(package: ThemePackage, catalogue: Catalogue) -> str:
    """Steps, what to hand in, and every figure before and after."""
    return "\n".join(_lines(package, catalogue))


def _lines(package: ThemePackage, catalogue: Catalogue) -> Iterator[str]:
    dates = {slot.item: _due(slot) for slot in package.timeline.promised.slots if slot.dates}
    yield package.theme.name
    for planned in package.items:
        department = catalogue.departments[planned.item.department].name
        days = say_days(package.timings[planned.item.id].promised)
        due = f"，{dates[planned.item.id]}" if planned.item.id in dates else ""
        yield f"  第 {planned.stage} 阶段  {planned.item.name}（{department}，{days}{due}）"
    yield "要交的材料"
    for row in package.materials:
        if row.supply is Supply.APPLICANT:
            yield f"  {row.name}{'（如有）' if row.optional else ''}"
    yield from _times(package)
    if package.policies:
        yield "采用的改革举措"
        for policy in package.policies:
            yield f"  {policy.name}（{ways(policy)}）"
    yield "一件事前后"
    for name in FIGURES:
        before, after = getattr(package.measures, name)
        yield f"  {FIGURE_NAMES[name].heading}：{_say(before)} → {_say(after)}"
    yield f"选事项时{say_best(package.best)}"


def _due(slot: Slot) -> str:
    finish = slot.dates and slot.dates.earliest_finish
    return f"最晚 {finish}" if slot.known else f"至少到 {finish}"


def _times(package: ThemePackage) -> Iterator[str]:
    """Where a start is given: when all is done, and which years are estimated."""
    times = package.timeline
    if times.start and times.begins and times.promised.finish:
        yield "时间（按承诺时限）"
        yield f"  {say_submitted(times.start, times.begins)}"
        yield f"  {'' if times.promised.known else '至少到 '}{say_date(times.promised.finish)}全部办完"
        for year in times.estimated:
            yield f"  {year} 年的放假调休安排没有收录，只按法定节假日推算"


def _say(figure: Figure) -> str:
    return f"{'' if figure.known else '至少 '}{figure.value:g}"
