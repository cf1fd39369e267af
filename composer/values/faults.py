"""What can be wrong with one value: a stable code, and a sentence for the person who wrote it."""

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """Codes that programs may rely on. A format that is not kept has a code of its own: `format-` and its id."""

    EMPTY = "empty"
    WRONG_TYPE = "wrong-type"
    CELL_ERROR = "cell-error"
    DIGITS_LOST = "digits-lost"
    TOO_LONG = "too-long"
    TOO_SHORT = "too-short"
    CHARACTER = "character"
    NEWLINE = "newline"
    OUTER_BLANK = "outer-blank"
    PATTERN = "pattern"
    DATE_UNREAD = "date-unread"
    DATE_AMBIGUOUS = "date-ambiguous"
    DATE_INCOMPLETE = "date-incomplete"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_HAS_TIME = "date-has-time"
    TIME_MISSING = "time-missing"
    TIME_IMPOSSIBLE = "time-impossible"
    PERIOD_UNREAD = "period-unread"
    PERIOD_REVERSED = "period-reversed"
    MONTH_UNREAD = "month-unread"
    NUMBER_UNREAD = "number-unread"
    NUMBER_VAGUE = "number-vague"
    NUMBER_SEPARATOR = "number-separator"
    NOT_WHOLE = "not-whole"
    DECIMALS = "decimals"
    UNIT = "unit"
    CURRENCY = "currency"
    NEGATIVE = "negative"
    TOO_SMALL = "too-small"
    TOO_GREAT = "too-great"
    CHOICE_UNKNOWN = "choice-unknown"
    CHOICE_UNCLEAR = "choice-unclear"
    CHOICE_SEVERAL = "choice-several"
    CHOICE_TWICE = "choice-twice"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    NOT_YES_OR_NO = "not-yes-or-no"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong and what to do, in plain Chinese, to stand behind the label of a field."""

    code: str
    message: str

    def __str__(self) -> str:
        return self.message


class Unreadable(ValueError):
    """Raised inside this package where a value cannot be read; `read` turns it into its `fault`."""

    def __init__(self, code: FaultCode, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(code, message)


def shown(text: str, longest: int = 30) -> str:
    """What was written, short enough to be quoted in a message."""
    seen = "".join(character if character.isprintable() else "□" for character in text[:longest])
    return f"“{seen}{'…' if len(text) > longest else ''}”"
