"""Time in the words of a guide: days from the application, or dates."""

from datetime import date

from composer.measure import say_days
from composer.model.quantity import Days, Range
from composer.model.timeline import Certainty, Later, Schedule, Slot, Timeline
from composer.wording import say_date, say_day, say_submitted


def say_number(days: float) -> str:
    """A number of days without needless zeros."""
    return f"{round(days, 2):g}"


def say_length(slot: Slot) -> str:
    """How long the item takes: "3–5 个工作日", "等候 20 天加 1 个工作日"; waiting for others is said first."""
    if not slot.waiting.high:
        return say_days(slot.days)
    rest = Days(
        working=_less(slot.days.working, slot.waiting.working),
        calendar=_less(slot.days.calendar, slot.waiting.calendar),
        known=slot.days.known,
    )
    waiting = f"等候 {say_days(slot.waiting)}"
    return waiting if not rest.high and rest.known else f"{waiting}，办理 {say_days(rest)}"


def say_slack(slot: Slot) -> str:
    """How much later it may begin: "不能晚", "可以晚 4 天", "至少可以晚 4 天", "说不准"."""
    if slot.slack_is is Certainty.UNKNOWN:
        return "说不准"
    slack, unit = (slot.dates.slack, "个工作日") if slot.dates else (slot.most.slack, "天")
    if not slack:
        return "不能晚"
    return f"{'至少' if slot.slack_is is Certainty.AT_LEAST else ''}可以晚 {say_number(slack)} {unit}"


def say_start(slot: Slot) -> str:
    """The earliest start: "第 5 天", "2026年12月4日（周五）"."""
    return _at(slot.most.earliest_start, slot.dates.earliest_start if slot.dates else None)


def say_finish(slot: Slot) -> str:
    """The end of the promised limit: "第 5 天", "至少到第 5 天", "不明", a date."""
    said = _at(slot.most.earliest_finish, slot.dates.earliest_finish if slot.dates else None)
    if slot.known:
        return said
    return f"至少到{said}" if slot.most.earliest_finish else "不明"


def say_deadline(slot: Slot) -> str | None:
    """The end of the statutory limit; None where that is unknown."""
    if slot.deadline is None:
        return None
    return _at(slot.deadline, slot.dates.deadline if slot.dates else None)


def say_waiting_until(slot: Slot) -> str | None:
    """Until when waiting for others lasts; None where nothing has to be waited for."""
    if not slot.waiting.high:
        return None
    return _at(slot.most.earliest_start + slot.waiting.high, slot.dates.waiting_until if slot.dates else None)


def say_due(one: Later) -> str:
    """By when a document has to follow: "受理后 20 个工作日内", "2026年12月30日（周三）前"."""
    if one.by is not None:
        return f"{say_date(one.by)}前"
    return one.said if one.day is None else f"受理后 {one.said}"


def say_span(slot: Slot) -> str:
    """From when to when, in short: "第 3–8 天", "12月2日至12月8日"."""
    if slot.dates:
        first, last = slot.dates.earliest_start, slot.dates.earliest_finish
        said = say_day(first) if first == last else f"{say_day(first)}至{say_day(last)}"
    else:
        first_day, last_day = say_number(slot.most.earliest_start), say_number(slot.most.earliest_finish)
        said = f"第 {first_day} 天" if first_day == last_day else f"第 {first_day}–{last_day} 天"
    return said if slot.known else f"至少{said}"


def say_end(schedule: Schedule) -> str:
    """When all is done: "最快第 8 天、最晚第 12 天", "至少到第 12 天", or with dates."""
    if schedule.finish and schedule.quickest_finish:
        least, most = say_date(schedule.quickest_finish), say_date(schedule.finish)
    else:
        least, most = f"第 {say_number(schedule.least)} 天", f"第 {say_number(schedule.most)} 天"
    if not schedule.known:
        return f"至少要到{most}才全部办完" if schedule.most else "要多久不明"
    return f"最晚{most}全部办完" if least == most else f"最快{least}、最晚{most}全部办完"


def say_basis(times: Timeline) -> str:
    """What the times rest on: the day of application, or that there is none."""
    if times.start is None or times.begins is None:
        return "从提交申请那天（第 0 天）算起，工作日和自然日同样计数"
    said = say_submitted(times.start, times.begins)
    return said if times.begins != times.start else f"{said}，从第二天算起，不算周末和节假日，调休上班算工作日"


def say_estimated(times: Timeline) -> str:
    """Which years are estimated; empty where none is."""
    years = "、".join(map(str, times.estimated))
    return f"{years} 年的放假调休安排还没有收录，只按法定节假日推算，日期可能相差几天" if years else ""


def _at(days: float, day: date | None) -> str:
    if day is not None:
        return say_date(day)
    return f"第 {say_number(days)} 天"


def _less(whole: Range, part: Range) -> Range:
    return Range(low=max(whole.low - part.low, 0), high=max(whole.high - part.high, 0))
