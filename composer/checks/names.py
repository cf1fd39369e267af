"""What a demand is called agrees with what it is declared to be: kind, holder, and each document of several."""

from collections.abc import Iterable, Iterator

from composer.checks.registry import CHECKS
from composer.errors import ContentError, Finding, Place, Severity
from composer.materials.identity import Agreement, agreement, declared, lexicon_of, reading
from composer.materials.names.parsed import Document
from composer.materials.unstated import ref_of
from composer.model.item import Requirement
from composer.model.material import Material
from composer.model.theme import Catalogue, Library
from composer.policies.mentions import mentions

_SAID = (Agreement.SAME, Agreement.NARROWER, Agreement.WIDER, Agreement.PART, Agreement.ALTERNATIVE)
"""How the kind of a document stands to the declared one where the name speaks of what is declared."""


@CHECKS.register("names")
def names(library: Library) -> Iterator[Finding]:
    """`name-kind`, `name-narrower`, `name-holder` and `name-composite`; silent where wordings are of two kinds."""
    catalogue = library.catalogue
    try:
        lexicon_of(catalogue)
    except ContentError:
        return  # which the check of wordings reports
    for item in catalogue.items.values():
        yield from _demands(item.id, item.requires, catalogue)
    for theme in library.themes.values():
        for policy in theme.policies:
            yield from _demands(policy.id, mentions(policy).requirements, catalogue)


def _demands(subject: str, requires: Iterable[Requirement], catalogue: Catalogue) -> Iterator[Finding]:
    rows: dict[str, list[Requirement]] = {}
    for requirement in requires:
        rows.setdefault(requirement.name, []).append(requirement)
        for ref in requirement.any_of:
            yield from _one(subject, ref, requirement.name, requirement.at, catalogue)
        letter = requirement.commitment
        if letter:
            yield from _one(subject, letter.material, letter.name, letter.at, catalogue)
    for name, same in rows.items():
        yield from _left_out(subject, name, same, catalogue)


def _one(subject: str, ref: str, name: str, at: Place | None, catalogue: Catalogue) -> Iterator[Finding]:
    """What is wrong with one name and one document that it is declared to be."""
    place, which, material = at and at.of("name"), declared(ref, name, subject, catalogue), catalogue.material(ref)
    kind, read = material.kind, which.read
    said = f"登记的是{kind.name}（{kind.id}）"
    if which.agreement is Agreement.DIFFERENT or (read is None and _all_known(which.parsed.documents, catalogue)):
        others = "、".join(dict.fromkeys(f"{one.name}（{one.kind}）" for one in which.parsed.documents))
        reason = f"“{name}”读出来是{others}，{said}，目录里没有写它们有什么关系"
        way_out = f"请改 material，或把这个叫法写成 {kind.id} 的别名，或在目录里写 satisfies、alternatives、part_of"
        yield Finding("name-kind", subject, reason, way_out, place)
    elif read is not None and which.agreement is Agreement.NARROWER:
        reason = f"“{name}”只要{read.name}（{read.kind}），{said}，比它宽，交别的也会算数"
        instead = f"{read.kind}@{material.holder.id}" if material.holder else f"{read.kind}"
        yield Finding("name-narrower", subject, reason, f"请把 material 改成 {instead}", place, Severity.WARNING)
    if read is not None and which.agreement in _SAID:
        yield from _holder(subject, name, read, material, place, catalogue)


def _holder(
    subject: str, name: str, read: Document, material: Material, place: Place | None, catalogue: Catalogue
) -> Iterator[Finding]:
    """`name-holder` where the name says another holder, whom the catalogue knows, than the one declared."""
    said, stated, kind = catalogue.holders.get(read.holder or ""), material.holder, material.kind
    if said is None or said == stated or (stated is None and said.id in kind.holders):
        return
    reason = f"“{name}”写的是{said.name}的，登记的{f'是{stated.name}的' if stated else '没有写是谁的'}"
    way_out = f"请把 material 改成 {kind.id}@{said.id}，或改正名称"
    yield Finding("name-holder", subject, reason, way_out, place)


def _left_out(subject: str, name: str, rows: list[Requirement], catalogue: Catalogue) -> Iterator[Finding]:
    """`name-composite` where a name asks for several documents and none of its rows declares one of them."""
    groups = reading(name, catalogue).groups
    stated = [catalogue.material(ref) for row in rows for ref in row.any_of]
    missing = [
        group[0]
        for group in groups
        if _all_known(group, catalogue) and not any(_is_of(one, each, catalogue) for one in group for each in stated)
    ]
    if len(groups) > 1 and missing:
        left = "、".join(f"{one.name}（{ref_of(one, lexicon_of(catalogue))}）" for one in missing)
        reason = f"“{name}”一行要 {len(groups)} 样，还没有登记{left}"
        way_out = "请一样一条：name 照抄，material 各写一样"
        place = rows[0].at and rows[0].at.of("name")
        yield Finding("name-composite", subject, reason, way_out, place, Severity.WARNING)


def _is_of(one: Document, stated: Material, catalogue: Catalogue) -> bool:
    return agreement(one, stated.kind, catalogue) in _SAID


def _all_known(documents: Iterable[Document], catalogue: Catalogue) -> bool:
    """Whether each is of a kind of the catalogue that says what it is about."""
    listed = list(documents)
    return bool(listed) and all(one.kind is not None and not catalogue.kinds[one.kind].generic for one in listed)
