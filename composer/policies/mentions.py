"""What a policy mentions, whatever its kind: ids with the places where they are written, limits and rows of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from composer.errors import Place
from composer.model.base import Located, Sourced
from composer.model.condition import Condition
from composer.model.item import Requirement, Stated
from composer.model.policy import Demanded, Letter, PolicyFacts, Unwaited


class Mention(NamedTuple):
    """An id, the thing that it stands in, and under which key."""

    id: str
    at: Place | None
    key: str


class Mentions(NamedTuple):
    """Ids by what they are ids of, facts, limits stated, and rows that an item asks for in addition."""

    items: tuple[Mention, ...]
    materials: tuple[Mention, ...]
    departments: tuple[Mention, ...]
    facts: tuple[Sourced, ...]
    stated: tuple[Stated, ...]
    requirements: tuple[Requirement, ...]


def mentions(policy: PolicyFacts) -> Mentions:
    """Everything that `policy` mentions beside its law and its condition."""
    return Mentions(
        items=tuple(_items(policy)),
        materials=tuple(_materials(policy)),
        departments=tuple(_named(policy, "provider")),
        facts=tuple(fact for fact in (policy, policy.basis, getattr(policy, "supervision", None)) if fact),
        stated=tuple(stated for key in ("statutory", "promised") for stated in getattr(policy, key, ())),
        requirements=getattr(policy, "requires", ()),
    )


def conditions_of(policy: PolicyFacts) -> Iterator[Condition]:
    """Every condition of `policy`, its own first."""
    said = mentions(policy)
    whens = (policy.when, *(one.when for one in said.stated), *(row.when for row in said.requirements))
    return (when for when in whens if when is not None)


def _items(policy: PolicyFacts) -> Iterator[Mention]:
    yield from _named(policy, "item")
    yield from _listed(policy, "items")
    yield from _named(policy, "into")
    for wait in waits_of(policy):
        yield from (*_named(wait, "item"), *_named(wait, "after"))
    for demand in named_demands(policy):
        yield from _named(demand, "item")


def _materials(policy: PolicyFacts) -> Iterator[Mention]:
    yield from (*_listed(policy, "waives"), *_listed(policy, "keeps"))
    for demand in named_demands(policy):
        yield from _named(demand, "material")
    letter: Letter | None = getattr(policy, "letter", None)
    if letter:
        yield from _named(letter, "material")


def named_demands(policy: PolicyFacts) -> tuple[Demanded, ...]:
    """The demands that a policy lists."""
    listed: tuple[Demanded, ...] = getattr(policy, "demands", ())
    return listed


def demands_of(policy: PolicyFacts) -> Iterator[Demanded]:
    """Every demand that a policy speaks of: those listed, and what it waives of its item, or keeps of several."""
    yield from named_demands(policy)
    for ref in getattr(policy, "waives", ()):
        yield Demanded(material=ref, item=getattr(policy, "item", None), at=policy.at and policy.at.of("waives"))
    for ref in getattr(policy, "keeps", ()):
        yield Demanded(material=ref, at=policy.at and policy.at.of("keeps"))


def waits_of(policy: PolicyFacts) -> tuple[Unwaited, ...]:
    """The waits that a policy does away with."""
    waits: tuple[Unwaited, ...] = getattr(policy, "parallel", ())
    return waits


def _named(thing: Located, key: str) -> Iterator[Mention]:
    value = getattr(thing, key, None)
    if value is not None:
        yield Mention(value, thing.at, key)


def _listed(policy: PolicyFacts, key: str) -> Iterator[Mention]:
    """Ids of a list, which know the place of the whole list."""
    values: tuple[str, ...] = getattr(policy, key, ())
    for value in values:
        yield Mention(value, policy.at, key)
