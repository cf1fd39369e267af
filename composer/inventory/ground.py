"""A library looked at from its demands: every requirement once, who issues what, what policies say of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from composer.inventory.model import Demand, Named, Way
from composer.inventory.words import is_form
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.names.parsed import ParsedName
from composer.model.item import Commitment, Requirement, ServiceItem
from composer.model.material import MaterialKind
from composer.model.policy import Policy
from composer.model.theme import Catalogue, Library, Theme
from composer.policies.rewrite import edits_of

Key = tuple[str, int]
"""Item and position (from 0) of a requirement."""


@dataclass(frozen=True)
class Reform:
    """What a policy of a theme makes of one fact of one requirement."""

    theme: Theme
    policy: Policy
    fact: str
    value: object


class Ground:
    """Looks things up in a library; whatever the order of its parts, the answers come in order of ids."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._parsed: dict[str, ParsedName] = {}
        self.catalogue: Catalogue = library.catalogue
        self.items: tuple[ServiceItem, ...] = tuple(one for _, one in sorted(self.catalogue.items.items()))
        self.themes: tuple[Theme, ...] = tuple(one for _, one in sorted(library.themes.items()))

    @cached_property
    def demands(self) -> Mapping[Key, Demand]:
        """Every requirement of every item, by item and position."""
        return {
            (item.id, position): self._demand(item, position, requirement)
            for item in self.items
            for position, requirement in enumerate(item.requires)
        }

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Key, ...]]:
        """Item to its requirements, in their order."""
        return {item.id: tuple((item.id, position) for position, _ in enumerate(item.requires)) for item in self.items}

    @cached_property
    def taken_for(self) -> Mapping[str, tuple[MaterialKind, ...]]:
        """Kind to those that are taken in its place."""
        found: dict[str, list[MaterialKind]] = {}
        for _, kind in sorted(self.catalogue.kinds.items()):
            for other in kind.satisfies:
                found.setdefault(other, []).append(kind)
        return {kind: tuple(others) for kind, others in found.items()}

    @cached_property
    def issuers(self) -> Mapping[str, tuple[ServiceItem, ...]]:
        """Material to the items that issue it."""
        found: dict[str, list[ServiceItem]] = {}
        for item in self.items:
            for ref in dict.fromkeys(item.issued):
                found.setdefault(ref, []).append(item)
        return {ref: tuple(items) for ref, items in found.items()}

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Theme to the items that it may use."""
        return {theme.id: frozenset(one.item for one in theme.items) for theme in self.themes}

    @cached_property
    def reforms(self) -> Mapping[Key, tuple[Reform, ...]]:
        """What the policies of all themes change in each requirement, in order of theme and policy."""
        found: dict[Key, list[Reform]] = {}
        for theme in self.themes:
            for policy in sorted(theme.policies, key=lambda one: one.id):
                for edit in edits_of(policy, theme, self.catalogue):
                    if edit.row is not None:
                        reform = Reform(theme, policy, edit.fact, edit.value)
                        found.setdefault((edit.item, edit.row), []).append(reform)
        return {key: tuple(reforms) for key, reforms in found.items()}

    @cached_property
    def letters(self) -> frozenset[str]:
        """Letters that requirements, or policies, take in place of a document."""
        stated: list[object] = [one.commitment for item in self.items for one in item.requires]
        stated += [one.value for reforms in self.reforms.values() for one in reforms if one.fact == "commitment"]
        return frozenset(one.material for one in stated if isinstance(one, Commitment))

    @cached_property
    def _departments(self) -> Mapping[str, str]:
        return {
            word: one.name
            for _, one in sorted(self.catalogue.departments.items(), reverse=True)
            for word in (*one.aliases, one.name)
        }

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon.of(self.catalogue)

    def parsed(self, name: str) -> ParsedName:
        """A department's wording, taken apart. Raises ContentError where one wording means two kinds."""
        if name not in self._parsed:
            self._parsed[name] = parse(name, self._lexicon)
        return self._parsed[name]

    def requirement(self, key: Key) -> Requirement:
        """The requirement at that place."""
        return self.catalogue.items[key[0]].requires[key[1]]

    def stated(self, demand: Demand) -> Requirement:
        """The requirement as its item states it."""
        return self.requirement((demand.item.id, demand.row - 1))

    def kind(self, ref: str) -> MaterialKind:
        """The kind of a material."""
        return self.catalogue.kinds[ref.partition("@")[0]]

    def called(self, words: str) -> str:
        """The name of the department that these words mean (税务部门: 税务局); other words as they are."""
        stem = words.removesuffix("部门")
        if stem != words:
            return next((name for name in sorted(self._departments.values()) if name.startswith(stem)), words)
        return self._departments.get(words, words)

    def office(self, item: ServiceItem) -> Named:
        """The department that handles an item."""
        return Named(id=item.department, name=self.catalogue.departments[item.department].name)

    def demands_in(self, theme: str) -> Iterator[tuple[Key, Demand]]:
        """The requirements of the items that a theme may use, by item and place."""
        for item in sorted(self.members[theme]):
            yield from ((key, self.demands[key]) for key in self.by_item.get(item, ()))

    def themes_of(self, item: str) -> tuple[Named, ...]:
        """The themes that may use an item."""
        return tuple(Named(id=one.id, name=one.name) for one in self.themes if item in self.members[one.id])

    def reforms_of(self, key: Key, fact: str) -> Iterable[Reform]:
        """What policies make of one fact of a requirement."""
        return (one for one in self.reforms.get(key, ()) if one.fact == fact)

    def _demand(self, item: ServiceItem, position: int, requirement: Requirement) -> Demand:
        return Demand(
            id=f"{item.id}#{position + 1}",
            item=Named(id=item.id, name=item.name),
            row=position + 1,
            department=self.office(item),
            themes=self.themes_of(item.id),
            name=requirement.name,
            document=self.catalogue.material(requirement.any_of[0]).name,
            material=requirement.any_of[0],
            alternatives=requirement.any_of[1:],
            carrier=requirement.carrier,
            copies=requirement.copies,
            necessity=requirement.necessity,
            conditional=requirement.when is not None,
            way=self._way(requirement),
            source=requirement.source,
            certain=requirement.certain,
            unchecked=requirement.unchecked,
        )

    def _way(self, requirement: Requirement) -> Way:
        pledge = requirement.commitment
        if requirement.withdrawn is not None:
            return Way.WITHDRAWN
        if pledge is not None and pledge.when is None:
            return Way.PLEDGED
        if requirement.shared:
            return Way.FETCHED
        return Way.FORM if is_form(self.kind(requirement.any_of[0])) else Way.HANDED_IN
