"""What is explained: a theme under answers and terms, its package, or what stands against one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from composer.compose import compose
from composer.effects import Versions
from composer.errors import ContentError, Finding
from composer.model.item import Requirement, ServiceItem
from composer.model.objective import USUAL, Terms
from composer.model.package import Case, ThemePackage
from composer.model.policy import Policy
from composer.model.theme import Candidate, Catalogue, Theme, Want
from composer.policies import reform
from composer.policies.edits import ASKS, GONE, Edit
from composer.policies.rewrite import edits_of
from composer.situations.answers import Given, resolve_answers
from composer.situations.conditions import holds
from composer.situations.select import narrow
from composer.why.model import Obstacle


@dataclass(frozen=True)
class Scene:
    """A theme narrowed by answers; `package` is None where none comes about, and `findings` then say why.

    `theme` and `written` are as their authors wrote them, `catalogue` is as the policies in force make it.
    """

    theme: Theme
    written: Catalogue
    catalogue: Catalogue
    case: Case
    terms: Terms
    policies: tuple[Policy, ...] = ()
    package: ThemePackage | None = None
    findings: tuple[Finding, ...] = field(default=())

    @classmethod
    def of(cls, theme: Theme, catalogue: Catalogue, given: Given, terms: Terms = USUAL) -> "Scene":
        """The scene for these answers; raises AnswerError for answers and terms that cannot be."""
        resolved = resolve_answers(theme, catalogue, given)
        try:
            reformed = reform(theme, catalogue, resolved.answers, terms)
        except ContentError as error:
            case = narrow(theme, catalogue, resolved)
            return cls(theme, catalogue, catalogue, case, terms, findings=error.findings)
        case = narrow(reformed.theme, reformed.catalogue, resolved)
        scene = (theme, catalogue, reformed.catalogue, case, terms, reformed.applied)
        try:
            return cls(*scene, package=compose(theme, catalogue, given, terms))
        except ContentError as error:
            return cls(*scene, findings=error.findings)

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
        """What is wanted under these answers and policies, by material."""
        return {one.material: one for one in self.case.wants}

    def rewriting(
        self, item_id: str, requirement: Requirement | None = None, fact: str | None = None
    ) -> Iterator[Policy]:
        """The policies in force that rewrite the item, or this requirement of it, as it was written or as it is.

        With `fact` only those that rewrite this fact of the requirement.
        """
        written = self.written.items[item_id].requires
        row = next((number for number, one in enumerate(written) if requirement and _is(one, requirement)), None)
        for policy, every in self.edits:
            edits = [edit for edit in every if edit.item == item_id]
            if requirement is None:
                found = any(edit.row is None for edit in edits)
            elif row is None:
                found = any(edit.fact == ASKS and edit.value.name == requirement.name for edit in edits)
            else:
                found = any(edit.row == row and fact in (None, edit.fact) for edit in edits)
            if found:
                yield policy

    @cached_property
    def edits(self) -> tuple[tuple[Policy, tuple[Edit, ...]], ...]:
        """What each policy in force changes in the content as written."""
        return tuple((policy, edits_of(policy, self.theme, self.written)) for policy in self.policies)

    @cached_property
    def taken_away(self) -> Mapping[str, Policy]:
        """The items that a policy in force takes away, by id; of several policies the first."""
        taken: dict[str, Policy] = {}
        for policy, edits in self.edits:
            for edit in edits:
                if edit.fact == GONE:
                    taken.setdefault(edit.item, policy)
        return taken

    def taker(self, item_id: str) -> Policy | None:
        """The policy that takes away an item that the answers would call for; None where there is none."""
        candidate = self.candidates.get(item_id)
        called_for = candidate is not None and holds(candidate.when, self.case.answers)
        return self.taken_away.get(item_id) if called_for else None

    @cached_property
    def versions(self) -> Versions:
        """The package of the same person under other policies."""
        return Versions(self.theme, self.written, self.case.answers, self.terms)

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


def _is(written: Requirement, made: Requirement) -> bool:
    """Whether a requirement was made of the written one, by policies or answers: both keep its name and its place."""
    return (written.at, written.name) == (made.at, made.name) and set(made.any_of) <= set(written.any_of)
