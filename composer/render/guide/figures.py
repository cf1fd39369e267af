"""三减一优: figures before and after, each with what it counts; and what is unknown, which is never nothing."""

from collections.abc import Callable, Iterable, Mapping

from composer.model.figures import FIGURE_NAMES
from composer.model.package import Figure, Part, Supply, Timing
from composer.model.quantity import Money, Visits
from composer.render.guide.context import Context
from composer.render.guide.view import FigureSide, FigureView, GlanceView, PartView, UnknownView
from composer.render.guide.wording import say_days, say_fee, say_visits

_COUNTS = ("items", "materials", "forms", "fields")


def figures(context: Context) -> tuple[FigureView, ...]:
    """Every figure that `measure` counts, in the order of reading."""
    counts = [_count(name, context) for name in _COUNTS]
    return (*counts, _trips(context), _days("promised", context), _days("statutory", context), _fees(context))


def _count(name: str, context: Context) -> FigureView:
    label, unit = FIGURE_NAMES[name].doing, FIGURE_NAMES[name].unit
    before, after = getattr(context.package.measures, name)
    return FigureView(
        id=name,
        label=label,
        before=_side(f"{before.value:g} {unit}", before, lambda part: None, context),
        after=_side(f"{after.value:g} {unit}", after, lambda part: None, context),
        saved=_saved(before, after, unit),
        note=_materials_note(context) if name == "materials" else None,
    )


def _side(said: str, figure: Figure, amount: Callable[[Part], str | None], context: Context) -> FigureSide:
    return FigureSide(said=said, known=figure.known, parts=tuple(_parts(figure.parts, amount, context)))


def _parts(parts: Iterable[Part], amount: Callable[[Part], str | None], context: Context) -> Iterable[PartView]:
    for part in parts:
        item = context.items.get(part.id)
        named_so = item is not None and item.name == part.name
        yield PartView(
            name=context.numbered(part.id) if named_so else part.name,
            item=context.numbered(part.id) if item is not None and not named_so else None,
            amount=amount(part),
        )


def _saved(before: Figure, after: Figure, unit: str, at_most: bool = False) -> str | None:
    """The difference; `at_most` where it is that of the high ends of ranges."""
    less = before.value - after.value
    return f"{'最多' if at_most else ''}少 {less:g} {unit}" if before.known and after.known and less > 0 else None


def _materials_note(context: Context) -> str | None:
    apart = [
        f"{label} {number} 份"
        for supply, label in ((Supply.COMMITMENT, "承诺书"), (Supply.DEFERRED, "后补材料"))
        if (number := sum(row.supply is supply for row in context.package.materials))
    ]
    return f"另有{'、'.join(apart)}，不计入" if apart else None


def _is_range(part: Part, timings: Mapping[str, Timing]) -> bool:
    count = timings[part.id].visits.count
    return count.low != count.high


def _trips(context: Context) -> FigureView:
    before, after = context.package.measures.trips
    timings = context.package.timings

    def total(figure: Figure) -> str:
        visits = sum((timings[part.id].visits for part in figure.parts), Visits())
        return say_visits(visits.model_copy(update={"known": figure.known}))

    def amount(part: Part) -> str:
        return say_visits(timings[part.id].visits)

    return FigureView(
        id="trips",
        label=FIGURE_NAMES["trips"].doing,
        before=_side(total(before), before, amount, context),
        after=_side(total(after), after, amount, context),
        saved=_saved(before, after, "次", at_most=any(_is_range(part, timings) for part in before.parts)),
        note="一起受理的事项共用一次" if before.value != after.value else None,
    )


def _days(which: str, context: Context) -> FigureView:
    measures = context.package.measures
    before, after = getattr(measures, f"days_{which}")
    duration = measures.duration

    def said(side: str) -> str:
        return say_days(duration[f"{which}_{side}"])

    return FigureView(
        id=f"days_{which}",
        label=FIGURE_NAMES[f"days_{which}"].doing,
        before=_side(said("before"), before, lambda part: part.amount, context),
        after=_side(said("after"), after, lambda part: part.amount, context),
        saved=_saved(before, after, "天", at_most=True),
        note="以前：一项接一项；现在：可以同时办的同时办，只算最长的一条线",
    )


def _fees(context: Context) -> FigureView:
    before, after = context.package.measures.fees
    timings = context.package.timings

    def total(figure: Figure) -> str:
        fee = sum((timings[part.id].fee for part in figure.parts), Money())
        return say_fee(fee.model_copy(update={"known": figure.known}))

    def amount(part: Part) -> str:
        return say_fee(timings[part.id].fee)

    return FigureView(
        id="fees",
        label=FIGURE_NAMES["fees"].doing,
        before=_side(total(before), before, amount, context),
        after=_side(total(after), after, amount, context),
        saved=None,
        note=None,
    )


def unknown(context: Context) -> tuple[UnknownView, ...]:
    """Every quantity that could not be read, with the text found in its place."""
    return tuple(
        UnknownView(item=context.numbered(part.id), figure=FIGURE_NAMES[part.name].doing, text=part.amount)
        for part in context.package.measures.unknown
    )


def glance(listed: tuple[FigureView, ...], context: Context) -> tuple[GlanceView, ...]:
    """The numbers that a guide opens with: as one thing."""
    labels = {
        "items": "一共办",
        "materials": "您要交",
        "forms": "只填",
        "trips": "到现场",
        "days_promised": "承诺办结",
        "fees": "费用",
    }
    shared = sum(row.supply is Supply.SHARED for row in context.package.materials)
    units = {
        "items": "件事",
        "materials": f"份，另 {shared} 份可能免交" if shared else "份材料",
        "forms": "张表",
    }
    by_id = {figure.id: figure for figure in listed}
    return tuple(
        GlanceView(
            label=label,
            value=f"{getattr(context.package.measures, name)[1].value:g} {units[name]}"
            if name in units
            else by_id[name].after.said,
            known=by_id[name].after.known,
        )
        for name, label in labels.items()
    )
