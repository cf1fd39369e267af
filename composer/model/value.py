"""What one value of a form may be: its type and every limit on it."""

from decimal import Decimal
from enum import StrEnum

from composer.model.base import Model


class ValueType(StrEnum):
    """How a datum is written down."""

    TEXT = "文本"
    LONG_TEXT = "长文本"
    DATE = "日期"
    DATE_TIME = "日期时间"
    PERIOD = "期限"
    MONTH = "年月"
    INTEGER = "整数"
    NUMBER = "数值"
    AMOUNT = "金额"
    CHOICE = "单选"
    CHOICES = "多选"
    BOOLEAN = "是否"
    SIGNATURE = "签章"


class Choice(Model):
    """One entry of a value domain: what people read, and the code that programs exchange where the list has one.

    `format` is the rule for the number that goes with this choice (居民身份证: resident-id).
    """

    label: str
    code: str | None = None
    format: str | None = None


class ValueSpec(Model):
    """The limits on one value, together; an absent one is no limit.

    `format` names a rule of `composer.values` (resident-id, mobile); every one of `patterns` (regular expressions,
    searched) must be found. Lengths count code points; `least` and `most` bound numbers, in `unit`.
    """

    type: ValueType = ValueType.TEXT
    format: str | None = None
    choices: tuple[Choice, ...] = ()
    min_length: int | None = None
    max_length: int | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = None
    unit: str | None = None
    patterns: tuple[str, ...] = ()
