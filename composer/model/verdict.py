"""What people found of two kinds of document whose names are alike: the same, or how they stand to each other."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, BeforeValidator, StringConstraints, model_validator

from composer.model.base import Located, Text

UNKNOWN = "~"
"""The sign before a wording that is no kind of the catalogue, here as in the keys of clusters."""

_SIDE = re.compile(rf"{UNKNOWN}.{{0,198}}\S|[a-z0-9]+(-[a-z0-9]+)*")


def _as_side(value: object) -> object:
    if isinstance(value, str) and _SIDE.fullmatch(value):
        return value
    raise ValueError(f"写目录里材料的编号；没有登记的说法前面写 {UNKNOWN}，如 {UNKNOWN}户籍簿")


def _as_moment(value: object) -> object:
    """Refuse what pydantic would take for seconds since 1970, and say how a moment is written."""
    if isinstance(value, datetime) and value.tzinfo:
        return value
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment and moment.tzinfo:
        return moment
    raise ValueError("时间写成 2026-11-02T09:00:00+08:00 的样子，带时区")


Side = Annotated[str, BeforeValidator(_as_side), StringConstraints(min_length=1, max_length=200)]
"""A kind of the catalogue by its id, or `~` and a wording that the catalogue does not know."""

Moment = Annotated[AwareDatetime, BeforeValidator(_as_moment)]


class Said(StrEnum):
    """How one kind stands to another: `one` `said` `other`. Who is unsure leaves the pair to others."""

    SAME = "same"
    DIFFERENT = "different"
    SATISFIES = "satisfies"
    ALTERNATIVE = "alternative"
    PART_OF = "part-of"
    UNSURE = "unsure"

    @property
    def is_directed(self) -> bool:
        """Whether it says another thing the other way round."""
        return self in (Said.SATISFIES, Said.PART_OF)

    def told(self, one: str, other: str) -> str:
        """The verdict as a sentence."""
        return _SENTENCES[self].format(one, other)


_SENTENCES = {
    Said.SAME: "“{}”和“{}”是同一种",
    Said.DIFFERENT: "“{}”和“{}”不是同一种",
    Said.SATISFIES: "“{}”可以代替“{}”",
    Said.ALTERNATIVE: "“{}”和“{}”任选其一",
    Said.PART_OF: "“{}”是“{}”的一部分",
    Said.UNSURE: "“{}”和“{}”拿不准",
}


class Verdict(Located):
    """One judgement of one person (`by`) at one moment (`given`, with its zone): `one` is `said` of `other`."""

    one: Side
    said: Said
    other: Side
    by: Text
    given: Moment
    why: Text | None = None

    @model_validator(mode="after")
    def _are_two(self) -> Self:
        if self.one == self.other:
            raise ValueError("两边写的是同一样，没有什么可判断的")
        return self

    @property
    def id(self) -> str:
        """What a list has once: the verdict of a person on a pair."""
        return f"{self.one} {self.said} {self.other}（{self.by}）"

    @property
    def signed(self) -> str:
        """Who judged, and on which day."""
        return f"{self.by}，{self.given:%Y-%m-%d}"
