"""Which items serve the wants, and who issues what: back from the results wanted to what the applicant holds.

Where several items issue one material, the theme's preference decides. This module is the seam for a better choice:
it takes candidates and wants and gives a `Choice`; nothing else knows how it was found.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from composer.chain.graph import is_mandatory, issuers
from composer.errors import ContentError, Finding
from composer.model.item import Requirement, ServiceItem
from composer.model.theme import Catalogue, Want


@dataclass
class Choice:
    """The chosen items, and the issuer of each material that they were chosen for.

    `alternative` is the material counted on for each requirement (item, position) that calls for one; `issuers` are
    all chosen items that issue a material, in order of preference.
    """

    items: set[str] = field(default_factory=set)
    issuer: dict[str, str] = field(default_factory=dict)
    alternative: dict[tuple[str, int], str] = field(default_factory=dict)
    issuers: dict[str, list[str]] = field(default_factory=dict)


def choose(candidates: Iterable[ServiceItem], wants: Iterable[Want], catalogue: Catalogue) -> Choice:
    """The items that the wants need, the first candidate that issues a material being preferred.

    Raises ContentError for a want that no candidate issues, for a demand of what only an item could issue where
    none does, and for items that exclude each other.
    """
    return _Chooser(list(candidates), catalogue).run(list(wants))


class _Chooser:
    def __init__(self, candidates: list[ServiceItem], catalogue: Catalogue) -> None:
        self.kinds = catalogue.kinds
        self.items = {item.id: item for item in candidates}
        self.issuers = issuers(candidates)
        self.choice = Choice()
        self.todo: list[ServiceItem] = []
        self.findings: list[Finding] = []

    def run(self, wants: list[Want]) -> Choice:
        for want in sorted(wants, key=lambda want: want.material):
            if want.material in self.issuers:
                self.bring(want.material, None)
            else:
                reason = "想要的结果没有事项能办出来"
                suggestion = "请在 items 里加上能产出它的事项，或给这个结果加上条件"
                self.findings.append(Finding("want-unreachable", want.material, reason, suggestion, want.at))
        while self.todo:
            self.follow(self.todo.pop(0))
        self.refuse_exclusions()
        if self.findings:
            raise ContentError(self.findings)
        self.choice.issuers = {
            ref: [item.id for item in items if item.id in self.choice.items] for ref, items in self.issuers.items()
        }
        return self.choice

    def bring(self, ref: str, consumer: ServiceItem | None) -> None:
        """Make sure that some item issues `ref`; one that is chosen already comes before one that is not."""
        options = [item for item in self.issuers[ref] if item is not consumer]
        known = self.choice.issuer.get(ref)
        renewed = consumer is not None and known == consumer.id and self.is_only_issued(ref)
        if not options or (known is not None and not renewed):
            return
        chosen = next((item for item in options if item.id in self.choice.items), None) or next(
            (item for item in options if not self.is_excluded(item)), options[0]
        )
        self.choice.issuer.setdefault(ref, chosen.id)
        self.add(chosen)

    def add(self, item: ServiceItem) -> None:
        if item.id not in self.choice.items:
            self.choice.items.add(item.id)
            self.todo.append(item)

    def follow(self, item: ServiceItem) -> None:
        """Bring in what `item` cannot do without."""
        for prerequisite in item.prerequisites:
            if prerequisite.item in self.items:
                self.add(self.items[prerequisite.item])
        for position, requirement in enumerate(item.requires):
            if not is_mandatory(requirement):
                continue
            ref = self.within_reach(requirement, item)
            if ref is None:
                reason = f"材料《{requirement.name}》只能由事项办出，这里却没有事项能办出来"
                suggestion = "请在主题的 items 里加上能产出它的事项，或把它写成可共享、可承诺"
                self.findings.append(Finding("requirement-unsupplied", item.id, reason, suggestion, requirement.at))
                continue
            self.choice.alternative[item.id, position] = ref
            if ref in self.issuers:
                self.bring(ref, item)

    def within_reach(self, requirement: Requirement, consumer: ServiceItem) -> str | None:
        """The first alternative that can be had before `consumer` begins; what is shared is had already."""
        if requirement.shared:
            return requirement.any_of[0]
        return next((ref for ref in requirement.any_of if self.can_be_had(ref, consumer)), None)

    def can_be_had(self, ref: str, consumer: ServiceItem) -> bool:
        return not self.is_only_issued(ref) or any(item is not consumer for item in self.issuers.get(ref, ()))

    def is_only_issued(self, ref: str) -> bool:
        return self.kinds[ref.partition("@")[0]].only_issued

    def is_excluded(self, item: ServiceItem) -> bool:
        return any(item.id in self.items[other].excludes or other in item.excludes for other in self.choice.items)

    def refuse_exclusions(self) -> None:
        for name in sorted(self.choice.items):
            item = self.items[name]
            for other in item.excludes:
                if other in self.choice.items:
                    reason = f"与“{self.items[other].name}”互斥，却同时需要"
                    suggestion = "请用条件（when）把两个事项分到不同的情形"
                    place = item.at.of("excludes") if item.at else None
                    self.findings.append(Finding("items-exclude", item.id, reason, suggestion, place))
