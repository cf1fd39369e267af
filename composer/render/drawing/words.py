"""Blocks of text in the few faces that drawings use."""

from enum import Enum
from typing import NamedTuple


class Look(NamedTuple):
    """Font size, leading, weight and colour of a kind of text."""

    size: float
    leading: int
    bold: bool
    ink: str


class Type(Enum):
    """Kinds of text, from the loudest."""

    CHART_TITLE = Look(22, 30, True, "#16324a")
    LANE = Look(14, 19, True, "#ffffff")
    STAGE = Look(14, 20, True, "#16324a")
    CARD_TITLE = Look(14, 19, True, "#1b2733")
    HAND_IN = Look(13, 19, True, "#7a3e00")
    BODY = Look(12, 17, False, "#27333f")
    VALUE = Look(12, 17, True, "#27333f")
    RESULT = Look(12, 17, True, "#14532d")
    QUIET = Look(11, 16, False, "#56626e")
    FLAG = Look(10, 14, True, "#ffffff")
    EDGE = Look(10.5, 14, False, "#45525e")


class Words(NamedTuple):
    """A block of text: left edge and first baseline, its lines, and the full text where it says more."""

    x: float
    y: float
    lines: tuple[str, ...]
    type: Type
    full: str | None = None
