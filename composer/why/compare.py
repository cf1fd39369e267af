"""Two packages of one theme side by side: every difference, once."""

from collections.abc import Mapping

from composer.model.base import Model
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.why.facts import Fact, Part, facts
from composer.why.model import Chain


class Reason(Model):
    """Why something is different: the changes that bring it about, each by itself, and by which chain.

    `changes` are positions in the list of changes; `together` that only all of them together do it. `text` says how,
    `chain` is the chain of wants that the thing hangs on: in the second package, for what is gone in the first.
    """

    changes: tuple[int, ...]
    together: bool
    text: str
    chain: Chain = ()


class Difference(Model):
    """A thing that only one of two packages has, or of which they say different things.

    `before` and `after` hold what each says of it, of what both have only what differs; None where it is not there.
    """

    part: Part
    id: str
    name: str
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None
    reason: Reason | None = None

    @property
    def key(self) -> tuple[Part, str]:
        """Part and id."""
        return self.part, self.id


def compare(one: ThemePackage, other: ThemePackage, catalogue: Catalogue) -> tuple[Difference, ...]:
    """Every difference between the two, part by part; applied to the facts of `one` they give those of `other`."""
    return differences(facts(one, catalogue), facts(other, catalogue))


def differences(one: Mapping[tuple[Part, str], Fact], other: Mapping[tuple[Part, str], Fact]) -> tuple[Difference, ...]:
    """The differences between two lists of facts, in the order of their parts, what is new after what was there."""
    order = list(Part)
    keys = sorted(dict.fromkeys([*one, *other]), key=lambda key: order.index(key[0]))
    pairs = ((one.get(key), other.get(key)) for key in keys)
    return tuple(_difference(before, after) for before, after in pairs if before != after)


def _difference(before: Fact | None, after: Fact | None) -> Difference:
    held = after or before
    assert held is not None  # keys are those of either side
    here = before.values if before is not None else None
    there = after.values if after is not None else None
    if here is not None and there is not None:
        changed = [name for name, value in here.items() if there[name] != value]
        here, there = {name: here[name] for name in changed}, {name: there[name] for name in changed}
    return Difference(part=held.part, id=held.id, name=held.name, before=here, after=there)
