"""Conditions over answers: what a `when:` in the content means.

Written as a mapping. `{agent: by-agent}` holds when that option is chosen (for a multiple choice: is among
those chosen); a list of options means any of them; several keys must all hold; `all`, `any` and `not` nest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from composer.model.base import Id, Located

OPERATORS = frozenset({"all", "any", "not"})


class Chosen(Located):
    """Holds when any of `options` is chosen in answer to `question`."""

    op: Literal["chosen"] = "chosen"
    question: Id
    options: tuple[Id, ...] = Field(min_length=1)


class All(Located):
    """Holds when every part holds."""

    op: Literal["all"] = "all"
    parts: tuple[Condition, ...] = Field(min_length=1)


class Any_(Located):
    """Holds when at least one part holds."""

    op: Literal["any"] = "any"
    parts: tuple[Condition, ...] = Field(min_length=1)


class Not(Located):
    """Holds when its part does not."""

    op: Literal["not"] = "not"
    part: Condition


def _from_mapping(value: Any) -> Any:
    """Turn the written form into the tagged form; leave anything else to the validator's own message."""
    if not isinstance(value, dict) or "op" in value:
        return value
    at = value.get("at")
    parts = [_from_entry(key, rest, at) for key, rest in value.items() if key != "at"]
    if len(parts) == 1:
        return parts[0]
    return {"op": "all", "parts": parts, "at": at}


def _from_entry(key: str, value: Any, at: Any) -> dict[str, Any]:
    if key in ("all", "any"):
        return {"op": key, "parts": value, "at": at}
    if key == "not":
        return {"op": "not", "part": value, "at": at}
    options = value if isinstance(value, list | tuple) else [value]
    return {"op": "chosen", "question": key, "options": options, "at": at}


Condition = Annotated[Annotated[Chosen | All | Any_ | Not, Field(discriminator="op")], BeforeValidator(_from_mapping)]

All.model_rebuild()
Any_.model_rebuild()
Not.model_rebuild()


def atoms(condition: Condition | None) -> Iterator[Chosen]:
    """Every choice that `condition` mentions, left to right."""
    match condition:
        case Chosen():
            yield condition
        case All(parts=parts) | Any_(parts=parts):
            for part in parts:
                yield from atoms(part)
        case Not(part=part):
            yield from atoms(part)
