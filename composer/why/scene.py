"""What is explained: a theme under answers, its package, or what stands against one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from composer.compose import compose
from composer.errors import ContentError, Finding
from composer.model.item import ServiceItem
from composer.model.objective import Terms
from composer.model.package import Case, ThemePackage
from composer.model.theme import Candidate, Catalogue, Theme, Want
from composer.policies import reform
from composer.situations.answers import Given, resolve_answers
from composer.situations.conditions import holds
from composer.situations.select import narrow
from composer.why.model import Obstacle


def _composed(theme: Theme, catalogue: Catalogue, given: Given, terms: Terms) -> ThemePackage:
    items = tuple(one for one in theme.items if one.item not in terms.without)
    return compose(theme.model_copy(update={"items": items}), catalogue, given, terms)


@dataclass(frozen=True)
class Scene:
    """A theme narrowed by answers; `package` is None where none comes about, and `findings` then say why.

    `catalogue` is as the policies in force make it, `written` as it was before.
    """

    theme: Theme
    catalogue: Catalogue
    written: Catalogue
    case: Case
    package: ThemePackage | None
    findings: tuple[Finding, ...] = field(default=())
    terms: Terms = field(default=Terms())

    @classmethod
    def of(cls, theme: Theme, catalogue: Catalogue, given: Given, terms: Terms | None = None) -> "Scene":
        """The scene for these answers; raises AnswerError for answers that cannot be."""
        terms = terms or Terms()
        resolved = resolve_answers(theme, catalogue, given)
        reformed = reform(theme, catalogue, resolved.answers, terms)
        case = narrow(reformed.theme, reformed.catalogue, resolved)
        try:
            package = _composed(theme, catalogue, given, terms)
        except ContentError as error:
            return cls(theme, reformed.catalogue, catalogue, case, None, error.findings, terms)
        return cls(theme, reformed.catalogue, catalogue, case, package, (), terms)

    @classmethod
    def of_package(cls, package: ThemePackage, catalogue: Catalogue) -> "Scene":
        """The scene of a package that is there already."""
        theme, terms = package.theme, package.terms
        reformed = reform(theme, catalogue, package.answers, terms)
        case = narrow(reformed.theme, reformed.catalogue, resolve_answers(theme, catalogue, package.answers))
        return cls(theme, reformed.catalogue, catalogue, case, package, (), terms)

    @cached_property
    def planned(self) -> Mapping[str, ServiceItem]:
        """The items of the package, narrowed by the answers, by id."""
        return {one.item.id: one.item for one in self.package.items} if self.package else {}

    @cached_property
    def candidates(self) -> Mapping[str, Candidate]:
        """What the theme lists, by item id, whether or not the answers leave it."""
        return {one.item: one for one in self.theme.items}

    @cached_property
    def selected(self) -> Mapping[str, ServiceItem]:
        """The candidates that the answers leave, narrowed, by id."""
        return {one.id: one for one in self.case.items}

    @cached_property
    def wants(self) -> Mapping[str, Want]:
        """What is wanted under these answers, by material."""
        return {one.material: one for one in self.theme.wants if holds(one.when, self.case.answers)}

    def item_name(self, item_id: str) -> str:
        """An item as its department names it."""
        return self.catalogue.items[item_id].name

    def material_name(self, ref: str) -> str:
        """A material as a reader names it."""
        return self.catalogue.material(ref).name

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands against a package; empty where there is one."""
        return tuple(Obstacle.of(finding, self._name(finding.subject)) for finding in self.findings)

    def _name(self, subject: str) -> str:
        """What a finding is about: an item, a material, else the theme."""
        if subject in self.catalogue.items:
            return self.item_name(subject)
        kind, _, holder = subject.partition("@")
        known = kind in self.catalogue.kinds and (not holder or holder in self.catalogue.holders)
        return self.material_name(subject) if known else self.theme.name
