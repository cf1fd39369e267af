"""What a label says, piece by piece."""

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a piece of a label's text is for."""

    OBJECT = "对象"
    PROPERTY = "特性"
    QUALIFIER = "限定词"
    UNIT = "计量单位"
    NOTE = "说明"
    NUMBERING = "编号"
    MARK = "标点"
    PARTICLE = "虚词"
    UNKNOWN = "读不懂"
    OMITTED = "不可见字符"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the original label, and what they became."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class LabelReading:
    """A label taken apart; certain where there is no doubt, and then `ref` is the data element.

    `owned` says that the label itself names its object. `whose` is whom the form is about, where the object is a role
    beside that one (母亲 of the pupil). `pieces` cover the original from its first to its last character, in order,
    each character once. `doubts` say, in Chinese, why nobody can tell from the label.
    """

    label: str
    object: str | None = None
    property: str | None = None
    qualifiers: tuple[str, ...] = ()
    whose: str | None = None
    owned: bool = False
    unit: str | None = None
    notes: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    doubts: tuple[str, ...] = ()

    @builtins.property  # the field `property` hides the decorator
    def certain(self) -> bool:
        """Whether all of the label is understood in one way."""
        return not self.doubts

    @builtins.property  # the field `property` hides the decorator
    def ref(self) -> str | None:
        """The data element as content refers to it; None where it is not certain, or has more than one qualifier."""
        if self.doubts or len(self.qualifiers) > 1:
            return None
        return ".".join((self.object or "", self.property or "", *self.qualifiers))

    @builtins.property  # the field `property` hides the decorator
    def key(self) -> tuple[str | None, ...] | None:
        """What is equal for two labels of one datum, and only then; None where it is not certain."""
        return None if self.doubts else (self.whose, self.object, self.property, *self.qualifiers)

    def trace(self) -> tuple[Mapping[str, str], ...]:
        """The pieces as rows of text and role, for people."""
        return tuple({"text": self.label[one.start : one.end], "role": one.role.value} for one in self.pieces)
