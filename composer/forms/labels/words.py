"""What a word of labels may mean."""

import builtins
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from composer.errors import Place
from composer.model.element import ObjectClass, Sort


@dataclass(frozen=True, slots=True)
class Named:
    """An object class, or whom the form is about (where that is of one of the sorts `principal`, else `object`)."""

    object: str | None
    qualifier: str | None = None
    principal: tuple[Sort, ...] = ()
    unless_named: bool = False


@dataclass(frozen=True, slots=True)
class Trait:
    """A property, of the objects that `of` lists by id or by sort (all, where it lists none).

    `object`: the word says whose it is as well (生产经营地址), with `of` only below or about these. `own`: the name
    alone tells the one object of `of`.
    """

    property: str
    qualifier: str | None = None
    object: str | None = None
    of: tuple[str, ...] = ()
    own: bool = False

    def closeness(self, about: ObjectClass) -> int | None:
        """How closely the word is tied to `about`: 2 by id, 1 by sort, 0 to no object; None where it does not fit."""
        if not self.of:
            return 0
        return 2 if about.id in self.of else 1 if about.sort in self.of else None

    @builtins.property  # the field `property` hides the decorator
    def implied(self) -> str | None:
        """The object class that the word alone tells, or None."""
        if self.object:
            return None if self.of else self.object
        return self.of[0] if self.own and len(self.of) == 1 else None

    @builtins.property  # the field `property` hides the decorator
    def meant(self) -> tuple[str | None, str, str | None]:
        """What two meanings have in common that are one."""
        return self.object, self.property, self.qualifier


@dataclass(slots=True)
class Word:
    """All that one word means, each with where that is written; `heading` where it is one that names nobody."""

    names: dict[Named, Place | None] = field(default_factory=dict)
    traits: dict[Trait, Place | None] = field(default_factory=dict)
    qualifiers: dict[str, Place | None] = field(default_factory=dict)
    heading: bool = False


def fitting(traits: Iterable[Trait], about: ObjectClass) -> Sequence[Trait]:
    """Those of `traits` that are tied to `about` the closest; of one meaning, one."""
    close = [(one.closeness(about), one) for one in traits if one.object is None]
    close += [(2, one) for one in traits if one.object == about.id]
    best = max((degree for degree, _ in close if degree is not None), default=None)
    found = {one.meant[1:]: one for degree, one in close if degree is not None and degree == best}
    return list(found.values())


def told(traits: Iterable[Trait], about: ObjectClass) -> Sequence[Trait]:
    """Those of `traits` that tell another object below or about `about`: 收款账号 of an heir is his account's."""
    return [one for one in traits if one.object and one.of and one.closeness(about) is not None]
