"""What is wrong with a value, whoever made it: a form, a file, a program.

What has no fault is exactly what the JSON Schema accepts.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from composer.model.value import ValueType
from composer.values.dates import read_date, read_date_time, read_month
from composer.values.faults import Fault, FaultCode, Unreadable
from composer.values.numbers import faults_of_number
from composer.values.patterns import found
from composer.values.periods import OPEN
from composer.values.tidying import BLANK, BROKEN, UNSEEN
from composer.values.types import NUMBERS, TEXTS, ValueSpec

_BAD = re.compile(f"[{UNSEEN}{BROKEN}\t\r]")
_OUTER = re.compile(rf"^[{BLANK}\n]|[{BLANK}\n]\Z")


def check(value: object, spec: ValueSpec, today: date | None = None) -> tuple[Fault, ...]:
    """Every fault of `value`, which is a `Value` or what JSON makes of one; none when it is as `spec` wants it.

    `today` is needed to refuse births that are still to come.
    """
    if spec.type in TEXTS:
        return _text(value, spec, today) if isinstance(value, str) else _wrong("文字")
    if spec.type in NUMBERS:
        return _number(value, spec)
    if spec.type is ValueType.BOOLEAN:
        return () if isinstance(value, bool) else _wrong("“是”或“否”")
    if spec.type is ValueType.CHOICE:
        return _choice(value, spec)
    if spec.type is ValueType.CHOICES:
        return _choices(value, spec)
    return _in_time(value, spec.type) if isinstance(value, str) else _wrong(spec.type.value)


def _wrong(what: str) -> tuple[Fault, ...]:
    return (Fault(FaultCode.WRONG_TYPE, f"这里要填{what}，请重填"),)


def _text(text: str, spec: ValueSpec, today: date | None) -> tuple[Fault, ...]:
    if not text:
        return (Fault(FaultCode.EMPTY, "还没有填写，请填写"),)
    faults = []
    if _BAD.search(text):
        faults.append(Fault(FaultCode.CHARACTER, "内容里有看不见或损坏的字符，请重新填写"))
    if "\n" in text and spec.type is not ValueType.LONG_TEXT:
        faults.append(Fault(FaultCode.NEWLINE, "这里只能填一行，请去掉换行"))
    if _OUTER.search(text):
        faults.append(Fault(FaultCode.OUTER_BLANK, "开头或末尾有空格，请去掉"))
    own = spec.value_format
    wrong = own and (own.fault(text) or (today and own.unborn and own.unborn(text, today)))
    if own and wrong:
        return (*faults, Fault(f"format-{own.id}", wrong))
    faults.extend(_length(text, spec))
    if not all(found(pattern, text) for pattern in spec.patterns):
        faults.append(Fault(FaultCode.PATTERN, "写法不符合要求，请对照填表说明重填"))
    return tuple(faults)


def _length(text: str, spec: ValueSpec) -> list[Fault]:
    if spec.longest is not None and len(text) > spec.longest:
        return [
            Fault(
                FaultCode.TOO_LONG, f"最多{spec.longest}个字，这里有{len(text)}个，请删去{len(text) - spec.longest}个"
            )
        ]
    if len(text) < spec.shortest:
        return [Fault(FaultCode.TOO_SHORT, f"至少{spec.shortest}个字，这里只有{len(text)}个，请写得详细些")]
    return []


def _number(value: object, spec: ValueSpec) -> tuple[Fault, ...]:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return _wrong("整数" if spec.type is ValueType.INTEGER else "数")
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return faults_of_number(number, spec) if number.is_finite() else _wrong("一个确定的数")


def _choice(value: object, spec: ValueSpec) -> tuple[Fault, ...]:
    if isinstance(value, str) and value in spec.codes:
        return ()
    return (Fault(FaultCode.CHOICE_UNKNOWN, "所选的不在选项里，请从选项中选"),)


def _choices(value: object, spec: ValueSpec) -> tuple[Fault, ...]:
    if not isinstance(value, list | tuple):
        return _wrong("选项")
    faults = {fault for one in value for fault in _choice(one, spec)}
    if not faults and len(set(value)) < len(value):
        faults.add(Fault(FaultCode.CHOICE_TWICE, "同一项选了两次，请只留一次"))
    if len(value) < spec.shortest:
        faults.add(Fault(FaultCode.TOO_FEW, f"至少选{spec.shortest}项，这里选了{len(value)}项"))
    if spec.longest is not None and len(value) > spec.longest:
        faults.add(Fault(FaultCode.TOO_MANY, f"最多选{spec.longest}项，这里选了{len(value)}项"))
    return tuple(sorted(faults))


_READERS: dict[ValueType, tuple[Callable[[str], str], FaultCode, str]] = {
    ValueType.DATE: (read_date, FaultCode.DATE_UNREAD, "2026-03-01"),
    ValueType.DATE_TIME: (read_date_time, FaultCode.DATE_UNREAD, "2026-03-01T09:30"),
    ValueType.MONTH: (read_month, FaultCode.MONTH_UNREAD, "2026-03"),
}


def _in_time(text: str, type: ValueType) -> tuple[Fault, ...]:
    """A day, a moment, a month or a period that is kept in another form than ISO 8601, or that is none."""
    if type is ValueType.PERIOD:
        return _period(text)
    reader, code, example = _READERS[type]
    try:
        kept = reader(text)
    except Unreadable as error:
        return (error.fault,)
    return () if kept == text else (Fault(code, f"应写成{example}这样"),)


def _period(text: str) -> tuple[Fault, ...]:
    start, slash, end = text.partition("/")
    wrong = [fault for one in (start, end) if one != OPEN for fault in _in_time(one, ValueType.DATE)]
    if not slash or wrong:
        return tuple(dict.fromkeys(wrong)) or (Fault(FaultCode.PERIOD_UNREAD, "应写成2026-01-01/2028-12-31这样"),)
    if OPEN not in (start, end) and end < start:
        return (Fault(FaultCode.PERIOD_REVERSED, f"结束日期{end}早于开始日期{start}，请核对后重填"),)
    return ()
