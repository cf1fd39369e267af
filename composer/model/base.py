"""What all models share: frozen, strict about unknown keys, and aware of where they were written."""

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from composer.errors import Place

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""Lower-case words joined by hyphens: `food-business-licence`."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


def _as_day(value: Any) -> Any:
    """Refuse what pydantic would take for seconds since 1970, and say how a day is written."""
    if isinstance(value, date):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise ValueError("日期写成 年-月-日，如 2026-07-01")


Day = Annotated[date, BeforeValidator(_as_day)]
"""A day of the calendar, written `2026-07-01`."""


class Model(BaseModel):
    """Frozen value with no I/O."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __copy__(self) -> Self:
        """A copy without what was cached on the original, because a changed copy must not answer from it."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Located(Model):
    """A model that was read from a file and remembers where; the place is never exported."""

    at: SkipJsonSchema[SkipValidation[Place | None]] = Field(default=None, exclude=True, repr=False)


class Sourced(Located):
    """A fact with its source (an id of `sources.yaml`, or an address) and whether it is certain."""

    source: Text
    certain: bool
    note: str | None = None


class Short(Located):
    """A row of a list that may be written as its first key's value alone: `- agent` for `- {question: agent}`."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: Any) -> Any:
        if isinstance(data, str):
            key = next(name for name in cls.model_fields if name != "at")
            return {key: data, "at": getattr(data, "at", None)}
        return data
