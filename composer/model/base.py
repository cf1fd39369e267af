"""What all models share: frozen, strict about unknown keys, and aware of where they were written."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from composer.errors import Place

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""Lower-case words joined by hyphens: `food-business-licence`."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


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
