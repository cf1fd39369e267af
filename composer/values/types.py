"""What is asked of one value, and what a value is."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from composer.model.value import ValueType
from composer.values.formats import ValueFormat, value_format
from composer.values.patterns import portable

Value = str | int | Decimal | bool | tuple[str, ...]
"""A value as it is kept: text, dates and codes as `str`, INTEGER as `int`, NUMBER and AMOUNT as `Decimal`.

A DATE is 2026-03-01, a DATE_TIME 2026-03-01T09:30, a MONTH 2026-03, a PERIOD 2026-03-01/2028-12-31 with `..` for an
end that is open (ISO 8601, and `..` of its part 2); a CHOICE is the option's code, CHOICES a tuple of codes.
"""

DIGITS = 15
"""Of a number. What a spreadsheet and a JSON reader with binary floats keep exactly; more would change on the way."""


TEXTS = frozenset({ValueType.TEXT, ValueType.LONG_TEXT, ValueType.SIGNATURE})
NUMBERS = frozenset({ValueType.INTEGER, ValueType.NUMBER, ValueType.AMOUNT})
MONEY: dict[str, int] = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
"""Units of an amount, each as a power of ten of 元."""
_DECIMALS = {"元": 2, "千元": 5, "万元": 6, "百万元": 6, "亿元": 6}


@dataclass(frozen=True)
class ValueSpec:
    """What one value must be. Raises ValueError, in English, where it asks for what cannot be.

    `format` is the id of a `ValueFormat`, for TEXT. `options` are (code, label), for CHOICE and CHOICES. The lengths
    count the code points of a text, or the options of CHOICES. `least`, `most`, `decimals` are for numbers, in `unit`.
    `patterns` are regular expressions that must each be found in a text; they are read as ECMA-262 reads them.
    A number below zero is refused unless `least` allows it.
    """

    type: ValueType = ValueType.TEXT
    format: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    min_length: int | None = None
    max_length: int | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = None
    unit: str | None = None
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for wrong, what in (
            (self.type in (ValueType.CHOICE, ValueType.CHOICES) and not self.options, "a choice without options"),
            (len(self.codes) != len(self.options), "two options with one code"),
            (not all(code and label for code, label in self.options), "an option without a code or a label"),
            (self.format is not None and self.type is not ValueType.TEXT, "a format for what is not TEXT"),
            (self.patterns and self.type not in TEXTS, "patterns for what is no text"),
            (self.type is ValueType.AMOUNT and self.currency not in MONEY, f"an amount in {self.unit}"),
            (not 0 <= self.places < DIGITS, f"{self.places} decimals"),
            (self.lower > self.upper, "a least that is more than the most"),
            (
                any(len(one.as_tuple().digits) > DIGITS for one in (self.lower, self.upper)),
                "a bound of too many digits",
            ),
        ):
            if wrong:
                raise ValueError(f"{self.type.name}: {what}")
        if self.format is not None:
            value_format(self.format)
        for pattern in self.patterns:
            portable(pattern)

    @property
    def currency(self) -> str:
        """The unit of an amount; 元 where none is said."""
        return self.unit or "元"

    @property
    def places(self) -> int:
        """Decimals that a number may have: those asked for, or none, to the 分 for 元 to 万元, else 4 and 6."""
        if self.type is ValueType.INTEGER:
            return 0
        if self.decimals is not None:
            return self.decimals
        return _DECIMALS.get(self.currency, 4) if self.type is ValueType.AMOUNT else 4

    @cached_property
    def lower(self) -> Decimal:
        """The least number that is taken."""
        return max(self.least if self.least is not None else Decimal(0), -self._greatest)

    @cached_property
    def upper(self) -> Decimal:
        """The greatest number that is taken; one of DIGITS digits, decimals included, where no `most` is said."""
        return min(self.most, self._greatest) if self.most is not None else self._greatest

    @property
    def _greatest(self) -> Decimal:
        return Decimal(10**DIGITS - 1).scaleb(-self.places)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The labels of the options by code."""
        return dict(self.options)

    @cached_property
    def value_format(self) -> ValueFormat | None:
        """The format asked for."""
        return value_format(self.format) if self.format is not None else None

    @cached_property
    def shortest(self) -> int:
        """The least length: nothing is no value."""
        return max(1, self.min_length or 0)

    @cached_property
    def longest(self) -> int | None:
        """The greatest length, of the specification and of the format."""
        limits = [self.max_length, self.value_format.max_length if self.value_format else None]
        return min((limit for limit in limits if limit is not None), default=None)

    @property
    def searched(self) -> tuple[str, ...]:
        """Every pattern that must be found, as all readers understand it; the format's is the first."""
        own = (self.value_format.pattern,) if self.value_format else ()
        return tuple(portable(pattern) for pattern in (*own, *self.patterns))
