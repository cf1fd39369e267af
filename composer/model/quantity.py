"""Quantities with their uncertainty: ranges, days by unit, and what is unknown."""

from typing import Self

from pydantic import Field

from composer.model.base import Model


class Range(Model):
    """From least to most."""

    low: float = 0
    high: float = 0

    def __add__(self, other: "Range") -> "Range":
        return Range(low=self.low + other.low, high=self.high + other.high)


class Days(Model):
    """A length of time in working days and calendar days, kept apart; `known` is false where part has no limit.

    A sum with an unknown part is a lower bound ("at least").
    """

    working: Range = Range()
    calendar: Range = Range()
    known: bool = True

    def __add__(self, other: "Days") -> "Days":
        return Days(
            working=self.working + other.working,
            calendar=self.calendar + other.calendar,
            known=self.known and other.known,
        )

    def from_least(self, least: "Days") -> "Days":
        """This length, beginning at the lows of `least`: where a range has one path at its least, another at its most.

        Where the two differ in unit, no low of a unit exceeds its high, and the least is a lower bound.
        """
        return Days(
            working=Range(low=min(least.working.low, self.working.high), high=self.working.high),
            calendar=Range(low=min(least.calendar.low, self.calendar.high), high=self.calendar.high),
            known=self.known,
        )

    @property
    def low(self) -> float:
        """Least number of days, working and calendar days counted alike."""
        return self.working.low + self.calendar.low

    @property
    def high(self) -> float:
        """Greatest number of days, working and calendar days counted alike."""
        return self.working.high + self.calendar.high

    @classmethod
    def unknown(cls) -> Self:
        """A length of which nothing is known."""
        return cls(known=False)


class Money(Model):
    """An amount in CNY; `known` is false where part of it is not stated."""

    amount: Range = Range()
    known: bool = True

    def __add__(self, other: "Money") -> "Money":
        return Money(amount=self.amount + other.amount, known=self.known and other.known)


class Visits(Model):
    """Number of visits to a counter."""

    count: Range = Field(default=Range())
    known: bool = True

    def __add__(self, other: "Visits") -> "Visits":
        return Visits(count=self.count + other.count, known=self.known and other.known)
