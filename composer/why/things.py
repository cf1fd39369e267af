"""What a name means: an item, a material, a data element, a question or a policy, by id or in Chinese."""

from collections.abc import Iterator

from composer.errors import AnswerError, Finding
from composer.materials.identity import declared_part
from composer.model.package import ONE_FORM
from composer.model.theme import Catalogue, Theme
from composer.nearest import nearest
from composer.policies.mentions import mentions
from composer.policies.naming import find_policies
from composer.situations.answers import find_question
from composer.why.model import Thing, ThingKind
from composer.wording import shortened


def find_thing(name: str, theme: Theme, catalogue: Catalogue, kind: ThingKind | None = None) -> Thing:
    """The thing of that id, name or label; `item:ID` and its like, or `kind`, say which kind is meant.

    Of several things of one id an item comes before a material, a field, a question and a policy; of one name, what the
    theme uses comes before the rest of the catalogue. Raises AnswerError with the nearest, or with those that are
    meant equally well.
    """
    prefix, colon, rest = name.partition(":")
    only = {one.value: one for one in ThingKind}.get(prefix) if colon else None
    word = rest.strip() if only else name.strip()  # a name may hold a colon of its own
    only = only or kind
    known = [thing for thing in things(theme, catalogue) if only in (None, thing.kind)]
    ids = (word, declared_part(word))  # a row of a package that names keep apart is explained with its document
    found = next((thing for one in ids for thing in known if thing.id == one), None)
    if found is not None:
        return found
    named = _named(word, known, theme, catalogue)
    if len(named) == 1:
        return named[0]
    raise AnswerError([_several(name, named) if named else _unknown(name, word, known)])


def things(theme: Theme, catalogue: Catalogue) -> Iterator[Thing]:
    """Everything that can be asked about, once each, kind by kind."""
    for item in catalogue.items.values():
        yield Thing(kind=ThingKind.ITEM, id=item.id, name=item.name)
    yield Thing(kind=ThingKind.MATERIAL, id=ONE_FORM, name=theme.form.name)
    for ref in dict.fromkeys(_materials(theme, catalogue)):
        yield Thing(kind=ThingKind.MATERIAL, id=ref, name=catalogue.material(ref).name)
    for ref in dict.fromkeys(_elements(catalogue)):
        yield Thing(kind=ThingKind.FIELD, id=ref, name=catalogue.element(ref).label)
    for question in catalogue.questions.values():
        yield Thing(kind=ThingKind.QUESTION, id=question.id, name=question.text)
    for policy in sorted(theme.policies, key=lambda policy: policy.id):
        yield Thing(kind=ThingKind.POLICY, id=policy.id, name=policy.name)


def things_of(theme: Theme, catalogue: Catalogue) -> list[Thing]:
    """Those of them that the theme may use under some answers, and the one form."""
    used = _used(theme, catalogue)
    return [thing for thing in things(theme, catalogue) if thing.id == ONE_FORM or (thing.kind, thing.id) in used]


def _materials(theme: Theme, catalogue: Catalogue) -> Iterator[str]:
    for item in catalogue.items.values():
        yield from item.issued
        for requirement in item.requires:
            yield from requirement.any_of
            if requirement.commitment is not None:
                yield requirement.commitment.material
    yield from (want.material for want in theme.wants)
    for policy in theme.policies:
        yield from (mention.id for mention in mentions(policy).materials)


def _elements(catalogue: Catalogue) -> Iterator[str]:
    for form in catalogue.forms.values():
        for section in form.sections:
            yield from (field.element for field in section.fields)


def _named(word: str, known: list[Thing], theme: Theme, catalogue: Catalogue) -> list[Thing]:
    """The things that `word` names, those that the theme uses first; a kind of document may go without its holder."""
    found = [thing for thing in known if thing.name == word]
    if not found:
        question = find_question(catalogue.questions, word)
        found = [thing for thing in known if thing.kind is ThingKind.QUESTION and question and thing.id == question.id]
    if not found:
        found = [thing for thing in known if thing.kind is ThingKind.MATERIAL and _is_kind(word, thing, catalogue)]
    if not found:
        meant = {policy.id for policy in find_policies(word, theme.policies)}
        found = [thing for thing in known if thing.kind is ThingKind.POLICY and thing.id in meant]
    used = _used(theme, catalogue)
    return [thing for thing in found if (thing.kind, thing.id) in used] or found


def _is_kind(word: str, thing: Thing, catalogue: Catalogue) -> bool:
    kind = catalogue.kinds.get(thing.id.partition("@")[0])
    return kind is not None and word in (kind.id, *kind.wordings)


def _used(theme: Theme, catalogue: Catalogue) -> set[tuple[ThingKind, str]]:
    """What the theme may use under some answers."""
    items = [catalogue.items[one.item] for one in theme.items]
    forms = [catalogue.forms[item.form] for item in items if item.form]
    refs = {ref for item in items for requirement in item.requires for ref in requirement.any_of}
    refs |= {result.material for item in items for result in item.results} | {want.material for want in theme.wants}
    return {
        *((ThingKind.ITEM, item.id) for item in items),
        *((ThingKind.MATERIAL, ref) for ref in refs),
        *((ThingKind.FIELD, field.element) for form in forms for part in form.sections for field in part.fields),
        *((ThingKind.QUESTION, asked.question) for asked in theme.questions),
        *((ThingKind.POLICY, policy.id) for policy in theme.policies),
    }


def _several(name: str, meant: list[Thing]) -> Finding:
    listed = "、".join(f"{thing.kind.value}:{thing.id}" for thing in meant)
    return Finding("why-ambiguous", shortened(name), f"可以指 {len(meant)} 样东西", f"请写明是哪一个：{listed}")


def _unknown(name: str, word: str, known: list[Thing]) -> Finding:
    near = nearest(word, [text for thing in known for text in (thing.id, thing.name)])
    hint = f"是不是“{near}”" if near else "请写这个主题的事项、材料、字段、问题或改革举措的编号或名称"
    return Finding("why-unknown", shortened(name), "没有这样的事项、材料、字段、问题或改革举措", hint)
