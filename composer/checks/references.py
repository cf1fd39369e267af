"""Every id that content mentions exists; a near one is offered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from composer.checks.registry import CHECKS
from composer.errors import Finding, Place
from composer.model.base import Sourced
from composer.model.condition import OPERATORS, Condition, atoms
from composer.model.element import ElementNote, Property, Sort, Synonym
from composer.model.form import Form
from composer.model.item import Requirement, ServiceItem
from composer.model.material import MaterialKind
from composer.model.policy import Policy
from composer.model.situation import Question
from composer.model.theme import AskedQuestion, Catalogue, Library, Theme
from composer.nearest import nearest
from composer.policies.mentions import mentions


class Excused:
    """Ids of one kind of thing that were written in what could not be read; any id, once one of them is unknown."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self.any = False

    def add(self, name: str | None) -> None:
        """Excuse `name`, or with None every id."""
        if name is None:
            self.any = True
        else:
            self.ids.add(name)

    def __contains__(self, name: object) -> bool:
        return self.any or name in self.ids


@CHECKS.register("references")
def references(library: Library) -> Iterator[Finding]:
    """Findings `unknown-…` for ids of departments, sources, materials, elements, questions, options, items, forms.

    `id-duplicate` where a list names one thing twice, `id-reserved` for ids that conditions use as words.
    """
    yield from unresolved(library, {})


def unresolved(library: Library, excused: Mapping[str, Excused]) -> Iterator[Finding]:
    """The same, silent about ids that are `excused`, by kind of thing."""
    catalogue = library.catalogue
    check = _References(catalogue, excused)
    for kind in catalogue.kinds.values():
        yield from check.kind(kind)
    for rule in catalogue.clean_ups.values():
        yield from check.sourced([rule.basis], rule.id)
    yield from check.dictionaries()
    for question in catalogue.questions.values():
        yield from check.question(question)
    for item in catalogue.items.values():
        yield from check.item(item)
    for form in catalogue.forms.values():
        yield from check.form(form)
    for theme in library.themes.values():
        yield from check.theme(theme)


def sound_part(library: Library) -> Library:
    """The items and themes of `library` of which every reference holds, with everything that they mention."""
    catalogue = library.catalogue
    check = _References(catalogue, {})
    items = {name: item for name, item in catalogue.items.items() if check.is_sound_item(item)}
    forms = {name: form for name, form in catalogue.forms.items() if check.is_sound_form(form)}
    check = _References(catalogue.model_copy(update={"items": items, "forms": forms}), {})
    themes = {name: theme for name, theme in library.themes.items() if not any(check.theme(theme))}
    return Library(catalogue=check.catalogue, themes=themes)


RESERVED = OPERATORS | {"op", "start", "policy"}
"""Ids that a question cannot have: a condition, or an address with terms, reads them as words of its own."""

_NAMES = {
    "form": "表单",
    "department": "实施主体",
    "source": "来源",
    "material": "材料",
    "holder": "材料持有人",
    "item": "事项",
    "object": "对象",
    "property": "特性",
    "representation": "表示",
    "domain": "值域",
    "qualifier": "限定词",
    "question": "问题",
    "option": "选项",
}


class _References:
    def __init__(self, catalogue: Catalogue, excused: Mapping[str, Excused]) -> None:
        self.catalogue, self.excused = catalogue, excused

    def known(
        self, kind: str, wanted: str, among: Collection[str], subject: str, at: Place | None, key: str = ""
    ) -> Iterator[Finding]:
        excused = self.excused.get(kind) or Excused()
        if wanted not in among and wanted not in excused:
            near = nearest(wanted, {*among, *excused.ids})
            way_out = f"是不是 {near}" if near else f"请先登记这个{_NAMES[kind]}，或改成已有的"
            reason = f"没有{_NAMES[kind]} {wanted}"
            yield Finding(f"unknown-{kind}", subject, reason, way_out, at.of(key) if at and key else at)

    def repeated(self, ids: list[str], subject: str, at: Place | None, key: str) -> Iterator[Finding]:
        for one in sorted({one for one in ids if ids.count(one) > 1}):
            first, second = [number for number, name in enumerate(ids, 1) if name == one][:2]
            reason = f"{key} 里 {one} 写了两次（第 {first} 项和第 {second} 项）"
            yield Finding("id-duplicate", subject, reason, "请删去或改名", at.of(key) if at else None)

    def material(self, ref: str, subject: str, at: Place | None, key: str) -> Iterator[Finding]:
        kind, _, holder = ref.partition("@")
        yield from self.known("material", kind, self.catalogue.kinds, subject, at, key)
        if holder:
            yield from self.known("holder", holder, self.catalogue.holders, subject, at, key)

    def element(self, ref: str, subject: str, at: Place | None, key: str = "element") -> Iterator[Finding]:
        about, trait, *qualifiers = ref.split(".")
        yield from self.known("object", about, self.catalogue.objects, subject, at, key)
        yield from self.known("property", trait, self.catalogue.properties, subject, at, key)
        for qualifier in qualifiers:
            yield from self.known("qualifier", qualifier, self.catalogue.qualifiers, subject, at, key)

    def condition(self, condition: Condition | None, subject: str) -> Iterator[Finding]:
        for atom in atoms(condition):
            question = self.catalogue.questions.get(atom.question)
            if question is None:
                place = atom.at.of_key(atom.question) if atom.at else None
                yield from self.known("question", atom.question, self.catalogue.questions, subject, place)
                continue
            for option in atom.options:
                options = [one.id for one in question.options]
                yield from self.known("option", option, options, subject, atom.at, atom.question)

    def sourced(self, facts: Iterable[Sourced], subject: str) -> Iterator[Finding]:
        for fact in facts:
            if not fact.source.startswith(("http://", "https://")):
                yield from self.known("source", fact.source, self.catalogue.sources, subject, fact.at, "source")

    def is_sound_item(self, item: ServiceItem) -> bool:
        """Whether every reference of `item`, of its form and of the materials that it names holds."""
        refs = [ref for requirement in item.requires for ref in requirement.any_of]
        kinds = [self.catalogue.kinds.get(ref.partition("@")[0]) for ref in refs]
        forms = [self.catalogue.forms.get(name) for name in (item.form, *(kind.form for kind in kinds if kind)) if name]
        sound = all(self.is_sound_form(form) for form in forms if form)
        return sound and not any(chain(self.item(item), *map(self.kind, filter(None, kinds))))

    def is_sound_form(self, form: Form) -> bool:
        """Whether every reference of `form` and of the data that it asks for holds."""
        elements = {field.element for section in form.sections for field in section.fields}
        if any(self.form(form)):
            return False
        notes = (self.catalogue.elements.get(element) for element in elements)
        traits = (self.catalogue.properties[element.split(".")[1]] for element in elements)
        return not any(chain(*map(self.trait, traits), *map(self.note, filter(None, notes))))

    def kind(self, kind: MaterialKind) -> Iterator[Finding]:
        if kind.form:
            yield from self.known("form", kind.form, self.catalogue.forms, kind.id, kind.at, "form")
        for key in ("satisfies", "alternatives", "different"):
            for other in getattr(kind, key):
                yield from self.known("material", other, self.catalogue.kinds, kind.id, kind.at, key)
        if kind.part_of:
            yield from self.known("material", kind.part_of, self.catalogue.kinds, kind.id, kind.at, "part_of")
        for holder in kind.holders:
            yield from self.known("holder", holder, self.catalogue.holders, kind.id, kind.at, "holders")
        for source, at in ((kind.source, kind.at), *((alias.source, alias.at) for alias in kind.aliases)):
            if source and not source.startswith(("http://", "https://")):
                yield from self.known("source", source, self.catalogue.sources, kind.id, at, "source")

    def dictionaries(self) -> Iterator[Finding]:
        """The six dictionaries of data elements, and the notes on single ones."""
        catalogue = self.catalogue
        for about in catalogue.objects.values():
            if about.alone:
                yield from self.known("property", about.alone, catalogue.properties, about.id, about.at, "alone")
        for trait in catalogue.properties.values():
            yield from self.trait(trait)
        yield from self.sourced(catalogue.domains.values(), "")
        for synonym in catalogue.synonyms.values():
            yield from self.synonym(synonym)
        for note in catalogue.elements.values():
            yield from self.note(note)

    def trait(self, trait: Property) -> Iterator[Finding]:
        yield from self.written(trait, trait.id)
        if trait.governs:
            yield from self.known("property", trait.governs, self.catalogue.properties, trait.id, trait.at, "governs")
        yield from self.whose(trait, trait.id)
        if trait.kind_of:
            yield from self.known("property", trait.kind_of, self.catalogue.properties, trait.id, trait.at, "kind_of")
        for one in trait.derived:
            yield from self.known("property", one.of, self.catalogue.properties, trait.id, one.at, "of")

    def written(self, one: Property | ElementNote, subject: str) -> Iterator[Finding]:
        """How values of it are written, and which there are."""
        if one.representation:
            known = self.catalogue.representations
            yield from self.known("representation", one.representation, known, subject, one.at, "representation")
        if one.domain:
            yield from self.known("domain", one.domain, self.catalogue.domains, subject, one.at, "domain")

    def whose(self, one: Property | Synonym, subject: str) -> Iterator[Finding]:
        """The object classes that `of` lists beside sorts of them."""
        for about in one.of:
            if about not in set(Sort):
                yield from self.known("object", about, self.catalogue.objects, subject, one.at, "of")

    def synonym(self, synonym: Synonym) -> Iterator[Finding]:
        for kind, known in (
            ("object", self.catalogue.objects),
            ("property", self.catalogue.properties),
            ("qualifier", self.catalogue.qualifiers),
        ):
            meant = getattr(synonym, kind)
            if meant:
                yield from self.known(kind, meant, known, synonym.word, synonym.at, kind)
        yield from self.whose(synonym, synonym.word)
        if not synonym.source.startswith(("http://", "https://")):
            yield from self.known("source", synonym.source, self.catalogue.sources, synonym.word, synonym.at, "source")

    def note(self, note: ElementNote) -> Iterator[Finding]:
        yield from self.element(note.id, note.id, note.at, "id")
        yield from self.written(note, note.id)
        if note.record:
            known = self.catalogue.departments
            yield from self.known("department", note.record.department, known, note.id, note.record.at, "department")
            yield from self.sourced([note.record], note.id)
        if note.provided_by:
            yield from self.material(note.provided_by, note.id, note.at, "provided_by")

    def question(self, question: Question) -> Iterator[Finding]:
        if question.id in RESERVED:
            reason = f"编号 {question.id} 在{'网址' if question.id in ('start', 'policy') else '条件'}里另有意思"
            yield Finding("id-reserved", question.id, reason, "请改名", question.at.of("id") if question.at else None)
        options = [option.id for option in question.options]
        for default in question.default or ():
            yield from self.known("option", default, options, question.id, question.at, "default")
        yield from self.repeated(options, question.id, question.at, "options")

    def item(self, item: ServiceItem) -> Iterator[Finding]:
        catalogue, subject = self.catalogue, item.id
        yield from self.known("department", item.department, catalogue.departments, subject, item.at, "department")
        if item.form:
            yield from self.known("form", item.form, catalogue.forms, subject, item.at, "form")
        for prerequisite in item.prerequisites:
            yield from self.known("item", prerequisite.item, catalogue.items, subject, prerequisite.at, "item")
        for other in item.excludes:
            yield from self.known("item", other, catalogue.items, subject, item.at, "excludes")
        for result in item.results:
            yield from self.material(result.material, subject, result.at, "material")
        stated = (*item.limits.statutory, *item.limits.promised, *item.limits.waiting, *item.fee, *item.trips)
        yield from self.sourced((*item.bases, *item.prerequisites, *stated), subject)
        for statement in stated:
            yield from self.condition(statement.when, subject)
        for requirement in item.requires:
            yield from self.requirement(requirement, subject)

    def requirement(self, requirement: Requirement, subject: str) -> Iterator[Finding]:
        key = "material" if requirement.at and "material" in requirement.at.inside else "any_of"
        for ref in requirement.any_of:
            yield from self.material(ref, subject, requirement.at, key)
        yield from self.condition(requirement.when, subject)
        yield from self.sourced([requirement], subject)
        if requirement.commitment:
            letter = requirement.commitment
            yield from self.material(letter.material, subject, letter.at, "material")
            yield from self.condition(letter.when, subject)
            yield from self.sourced([letter, letter.supervision] if letter.supervision else [letter], subject)

    def form(self, form: Form) -> Iterator[Finding]:
        yield from self.sourced([form], form.id)
        if form.about:
            yield from self.known("object", form.about, self.catalogue.objects, form.id, form.at, "about")
        for section in form.sections:
            yield from self.condition(section.when, form.id)
            for field in section.fields:
                yield from self.element(field.element, form.id, field.at)
                yield from self.condition(field.when, form.id)

    def asked(self, asked: AskedQuestion, subject: str) -> Iterator[Finding]:
        yield from self.known("question", asked.question, self.catalogue.questions, subject, asked.at, "question")
        yield from self.condition(asked.when, subject)
        question = self.catalogue.questions.get(asked.question)
        if question is None or asked.default is None:
            return
        for default in asked.default:
            options = [option.id for option in question.options]
            yield from self.known("option", default, options, subject, asked.at, "default")
        if not question.multiple and len(asked.default) != 1:
            place = asked.at.of("default") if asked.at else None
            yield Finding("schema-value-error", subject, "单选题的 default 只能是一个选项", "请改正", place)

    def theme(self, theme: Theme) -> Iterator[Finding]:
        catalogue, subject = self.catalogue, theme.id
        yield from self.known("department", theme.lead, catalogue.departments, subject, theme.at, "lead")
        yield from self.sourced((*theme.bases, theme.form, *theme.variants), subject)
        for asked in theme.questions:
            yield from self.asked(asked, subject)
        for want in theme.wants:
            yield from self.material(want.material, subject, want.at, "material")
            yield from self.condition(want.when, subject)
        for candidate in theme.items:
            yield from self.known("item", candidate.item, catalogue.items, subject, candidate.at, "item")
            yield from self.condition(candidate.when, subject)
        for policy in theme.policies:
            yield from self.policy(policy, [one.item for one in theme.items])
        yield from self.repeated([one.question for one in theme.questions], subject, theme.at, "questions")
        yield from self.repeated([one.item for one in theme.items], subject, theme.at, "items")

    def policy(self, policy: Policy, items: Collection[str]) -> Iterator[Finding]:
        """What a policy mentions: its items are those of the theme."""
        subject, facts = policy.id, mentions(policy)
        yield from self.sourced((*facts.facts, *facts.stated), subject)
        yield from self.condition(policy.when, subject)
        for statement in facts.stated:
            yield from self.condition(statement.when, subject)
        for item, at, key in facts.items:
            yield from self.known("item", item, items, subject, at, key)
        for ref, at, key in facts.materials:
            yield from self.material(ref, subject, at, key)
        for department, at, key in facts.departments:
            yield from self.known("department", department, self.catalogue.departments, subject, at, key)
        for requirement in facts.requirements:
            yield from self.requirement(requirement, subject)
