"""What a package shows to the person, part by part, and under which answers it shows each.

Two answers get the same package exactly when they agree on every part: items, demands, statements, fields, policies.
Where a document comes from, the stages and the figures follow from these parts; answers and reasons are none of them.
"""

from collections.abc import Iterable, Iterator, Mapping

from composer.model.form import Field, Form
from composer.model.item import Requirement, ServiceItem, Stated
from composer.model.package import Planned, ThemePackage
from composer.model.theme import Catalogue
from composer.proof.guarded import Guarded
from composer.situations.diagrams import Diagram
from composer.situations.symbolic import AnswerSpace

Part = tuple[str, ...]
"""One thing that a package shows: what sort of thing, whose, and its content."""


def package_parts(package: ThemePackage) -> frozenset[Part]:
    """Everything that a package shows; equal for two packages exactly when a person gets the same."""
    parts: set[Part] = {("policy", policy.id) for policy in package.policies}
    for planned in package.items:
        parts.update(_of_planned(planned))
    for form in package.form.originals.values():
        for section in form.sections:
            parts.update(("field", form.id, section.name, _content(field)) for field in section.fields)
    return frozenset(parts)


def _of_planned(planned: Planned) -> Iterator[Part]:
    item = planned.item
    yield ("item", item.id)
    for requirement in item.requires:
        yield _row(item, requirement, requirement.commitment is not None)
    for sort, statements in _statements(item).items():
        for one in statements:
            yield ("stated", item.id, sort, _content(one))


def theme_parts(
    theme: Guarded, catalogue: Catalogue, items: Mapping[str, Diagram], policies: Iterable[str]
) -> dict[Part, Diagram]:
    """Every part that some package of the theme may show, and when it does.

    `items`: when each item is there; `policies` are in force.
    """
    found = _Reader(theme.space, catalogue, items).read(theme)
    return {**found, **dict.fromkeys((("policy", name) for name in policies), theme.space.diagrams.always)}


class _Reader:
    def __init__(self, space: AnswerSpace, catalogue: Catalogue, items: Mapping[str, Diagram]) -> None:
        self.space, self.catalogue, self.items = space, catalogue, items
        self.found: dict[Part, Diagram] = {}

    def read(self, theme: Guarded) -> dict[Part, Diagram]:
        forms: dict[str, Diagram] = {}
        for name, item in theme.items.items():
            there = self.items[name]
            if there.satisfiable():
                self.item(item, there)
                if item.form:
                    forms[item.form] = forms[item.form] | there if item.form in forms else there
        for name, there in forms.items():
            self.form(self.catalogue.forms[name], there)
        return {part: when for part, when in self.found.items() if when.satisfiable()}

    def item(self, item: ServiceItem, there: Diagram) -> None:
        self.add(("item", item.id), there)
        for requirement in item.requires:
            if requirement.withdrawn is None:
                when = there & self.space.condition(requirement.when)
                letter = requirement.commitment
                promised = self.space.condition(letter.when) if letter else self.space.diagrams.never
                self.add(_row(item, requirement, False), when & ~promised)
                self.add(_row(item, requirement, True), when & promised)
        for sort, statements in _statements(item).items():
            left = there
            for one in statements:
                holds = self.space.condition(one.when)
                self.add(("stated", item.id, sort, _content(one)), left & holds)
                left = left & ~holds

    def form(self, form: Form, there: Diagram) -> None:
        for section in form.sections:
            shown = there & self.space.condition(section.when)
            for field in section.fields:
                part = ("field", form.id, section.name, _content(field))
                self.add(part, shown & self.space.condition(field.when))

    def add(self, part: Part, when: Diagram) -> None:
        self.found[part] = self.found[part] | when if part in self.found else when


def _statements(item: ServiceItem) -> dict[str, tuple[Stated, ...]]:
    limits = item.limits
    return {
        "statutory": limits.statutory,
        "promised": limits.promised,
        "waiting": limits.waiting,
        "fee": item.fee,
        "trips": item.trips,
    }


def _row(item: ServiceItem, requirement: Requirement, promised: bool) -> Part:
    """A demand by its content; `promised`: a letter is handed in instead of the document."""
    written = requirement.model_dump_json(exclude={"when": True, "commitment": True if not promised else {"when"}})
    return ("demand", item.id, written)


def _content(one: Stated | Field) -> str:
    return one.model_dump_json(exclude={"when"})
