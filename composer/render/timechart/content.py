"""What the Gantt chart says, before any geometry: rows with points in days, and words."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from composer.model.package import Planned, ThemePackage
from composer.model.theme import Catalogue
from composer.model.timeline import Certainty, Slot
from composer.render.timechart.wording import (
    say_basis,
    say_deadline,
    say_end,
    say_estimated,
    say_length,
    say_slack,
    say_span,
)
from composer.timeline import due_date


class Span(NamedTuple):
    """Where an item lies, in days of the axis.

    From `start` it waits until `waiting`, is done by `least` at best and by `finish` at most, and may be done by
    `latest` without making the whole longer; `deadline` is the end of the statutory limit.
    """

    start: float
    waiting: float
    least: float
    finish: float
    latest: float
    deadline: float | None


class Row(NamedTuple):
    """One item. `known` is false where its end is "at least"; `unlimited` where its own limit is unknown."""

    id: str
    number: int
    stage: int
    name: str
    said: str
    full: str
    span: Span
    critical: bool
    known: bool
    unlimited: bool

    @property
    def is_milestone(self) -> bool:
        """Done at once: a point in time."""
        return self.span.start == self.span.finish and not self.unlimited


class TimeChart(NamedTuple):
    """Everything that the Gantt chart says; `begins` makes the axis one of dates. `links` join the critical path."""

    title: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    links: tuple[tuple[str, str], ...]
    begins: date | None
    end: int


def time_chart_of(package: ThemePackage, catalogue: Catalogue) -> TimeChart:
    """The content of the Gantt chart of `package`, under promised limits."""
    times = package.timeline
    schedule = times.promised
    rows = tuple(
        _row(number, planned, slot, times.begins, catalogue)
        for number, (planned, slot) in enumerate(zip(package.items, schedule.slots, strict=True), 1)
    )
    lines = (f"按承诺时限，{say_end(schedule)}", say_basis(times), say_estimated(times))
    return TimeChart(
        title=f"{package.theme.name}时间图",
        lines=tuple(line for line in lines if line),
        rows=rows,
        links=tuple(pairwise(schedule.decisive_path)),
        begins=times.begins,
        end=max(1, *(ceil(_end(row.span)) for row in rows)) if rows else 1,
    )


def _end(span: Span) -> float:
    return max(span.finish, span.latest, span.deadline or 0)


def _row(number: int, planned: Planned, slot: Slot, begins: date | None, catalogue: Catalogue) -> Row:
    said = f"{say_length(slot)}，{say_span(slot)}"
    critical = slot.dates.critical if slot.dates else slot.critical
    department = catalogue.departments[planned.item.department].name
    return Row(
        id=planned.item.id,
        number=number,
        stage=planned.stage,
        name=planned.item.name,
        said=said,
        full="，".join(_full(planned.item.name, department, said, slot, critical)),
        span=_days(slot) if begins is None else _dated(slot, begins),
        critical=critical,
        known=slot.known,
        unlimited=not slot.days.known,
    )


def _full(name: str, department: str, said: str, slot: Slot, critical: bool) -> Iterator[str]:
    yield f"{name}（{department}）：{said}"
    if critical:
        yield "在关键路径上"
    yield f"能晚多少{say_slack(slot)}" if slot.slack_is is Certainty.UNKNOWN else say_slack(slot)
    deadline = say_deadline(slot)
    yield f"法定最晚{deadline}" if deadline else "法定时限不明"


def _days(slot: Slot) -> Span:
    window = slot.most
    start = window.earliest_start
    return Span(
        start=start,
        waiting=start + slot.waiting.high,
        least=start + slot.days.low,
        finish=window.earliest_finish,
        latest=_latest(slot, window.earliest_finish, window.latest_finish),
        deadline=slot.deadline,
    )


def _dated(slot: Slot, begins: date) -> Span:
    """A date is a column one day wide: a limit begins when the day of application is over and ends with its last."""
    dates = slot.dates
    assert dates is not None

    def at(day: date) -> float:
        return (day - begins).days + 1.0

    return Span(
        start=at(dates.earliest_start),
        waiting=at(dates.waiting_until or dates.earliest_start),
        least=at(due_date(dates.earliest_start, slot.days, "low")),
        finish=at(dates.earliest_finish),
        latest=_latest(slot, at(dates.earliest_finish), at(dates.latest_finish)),
        deadline=None if dates.deadline is None else at(dates.deadline),
    )


def _latest(slot: Slot, finish: float, latest: float) -> float:
    """Slack that an unknown limit may eat up is not drawn."""
    return finish if slot.slack_is is Certainty.UNKNOWN else latest
