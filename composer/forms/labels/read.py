"""**read** (字段名解析): a field's label to the data element that it asks for, with the trace of each character."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product

from composer.forms.labels.covers import LONGEST, Cover, Token, covers, known_parts
from composer.forms.labels.lexicon import Lexicon, plain
from composer.forms.labels.owners import Owned, Setting, Unclear, alone, check_nested, last_of, resolved, setting, whose
from composer.forms.labels.reading import LabelReading, Piece, Role
from composer.forms.labels.words import Named, Trait, Word
from composer.model.element import ObjectClass, Sort
from composer.texts import Aligned
from composer.wording import shortened

_MOST = 48
"""So many meanings of one cover are weighed."""


def read(label: str, section: str, about: str | None, lexicon: Lexicon) -> LabelReading:
    """What `label` asks for below the heading `section` of a form about the object class with id `about`.

    Both may be empty. What is not certain has doubts and no element.
    """
    return read_in(label, setting(section, about, lexicon))


def read_in(label: str, where: Setting) -> LabelReading:
    """What `label` asks for where it stands."""
    aligned = Aligned(label)
    text = plain(label)
    if not text:
        return LabelReading(label, pieces=_pieces(aligned, ()), doubts=("没有文字",))
    if len(text) > LONGEST:
        return LabelReading(label, pieces=_pieces(aligned, ()), doubts=(f"超过 {LONGEST} 个字，不像字段名",))
    ways = covers(text, where.lexicon)
    if not ways:
        parts = tuple(known_parts(text, where.lexicon))
        unknown = "、".join(dict.fromkeys(f"“{shortened(run)}”" for run in _runs(text, parts)))
        return LabelReading(label, pieces=_pieces(aligned, parts), doubts=(f"词典里没有{unknown}",))
    first: _Unread | None = None
    for _, group in groupby(ways, key=lambda one: one.size):
        found, unread = _weighed(label, aligned, list(group), where)
        if found:
            return found
        first = first or unread
        if unread and not unread.misfit:
            break
    assert first is not None
    return LabelReading(label, pieces=_pieces(aligned, first.tokens), doubts=(first.reason,))


@dataclass(slots=True)
class _Unread:
    reason: str
    misfit: bool
    tokens: tuple[Token, ...]


def _weighed(
    label: str, aligned: Aligned, ways: Sequence[Cover], where: Setting
) -> tuple[LabelReading | None, _Unread | None]:
    """What covers of equally many words say, if all say the same; else why nobody can tell."""
    found: dict[tuple[str | None, ...] | None, LabelReading] = {}
    unread: _Unread | None = None
    for cover in ways:
        for senses in _senses(cover):
            try:
                one = _understood(label, aligned, senses, where)
            except Unclear as why:
                if unread is None or (unread.misfit and not why.misfit):
                    unread = _Unread(why.reason, why.misfit, cover.tokens)
                continue
            found.setdefault(one.key, one)
    if len(found) == 1 and (unread is None or unread.misfit):
        return next(iter(found.values())), None
    if len(found) > 1:
        said = "、".join(sorted(".".join(filter(None, key or ())) for key in found))
        return None, _Unread(f"有几种读法：{said}", False, ways[0].tokens)
    return None, unread


@dataclass(frozen=True, slots=True)
class _Sense:
    """One token with one of the things that it may mean."""

    token: Token
    named: Named | None = None
    traits: bool = False
    qualifier: str | None = None


def _senses(cover: Cover) -> Iterator[tuple[_Sense, ...]]:
    choices = [list(_choices(token)) for token in cover.tokens]
    for number, senses in enumerate(product(*choices)):
        if number == _MOST:
            return
        yield senses


def _choices(token: Token) -> Iterator[_Sense]:
    word = token.word
    if word is None:
        yield _Sense(token)
        return
    for named in word.names:
        yield _Sense(token, named=named)
    if word.traits or token.relation:
        yield _Sense(token, traits=True)
    for qualifier in word.qualifiers:
        yield _Sense(token, qualifier=qualifier)


def _understood(label: str, aligned: Aligned, senses: Sequence[_Sense], where: Setting) -> LabelReading:
    """The reading where every token means what its sense says. Raises Unclear."""
    outside = [one for one in senses if not one.token.inside]
    inside = [one for one in senses if one.token.inside]
    named = [resolved(one.named, where) for one in outside if one.named]
    main = _main_trait(outside)
    notes = [one for one in inside if one.traits and main is not None]
    if main is None:
        main = next((one for one in inside if one.traits), None)
        if main is not None and named and named[-1].sort is Sort.UNIT and _signs(main, where):
            raise Unclear(f"分不清是写{named[-1].name}的名称再盖章，还是只盖章")
        notes = [one for one in inside if one.traits and one is not main]
    named += _named_inside(inside, named, where)
    owned = _owned(main, named, where)
    for note in notes:
        _check_same(note, owned, where)
    qualifiers = {one.qualifier for one in senses if one.qualifier} | {owned.trait.qualifier}
    qualifiers |= {one.named.qualifier for one in senses if one.named}
    about = where.about
    return LabelReading(
        label,
        object=owned.owner.id,
        property=owned.trait.property,
        qualifiers=tuple(sorted(filter(None, qualifiers))),
        whose=about.id if about is not None and owned.owner.role and about.id != owned.owner.id else None,
        owned=owned.named,
        unit=next((_inner(aligned, one.token) for one in senses if one.token.role is Role.UNIT), None),
        notes=tuple(_inner(aligned, one.token) for one in senses if one.token.role is Role.NOTE or one in notes),
        pieces=_pieces(aligned, [_with_role(one) for one in senses]),
    )


def _main_trait(outside: Sequence[_Sense]) -> _Sense | None:
    """The one property of a label, which stands last of its words."""
    words = [one for one in outside if one.token.word is not None]
    traits = [one for one in words if one.traits]
    if len(traits) > 1:
        raise Unclear("写了两个特性，一个字段只能填一个", misfit=True)
    if traits and words[-1] is not traits[0]:
        raise Unclear("特性后面还有别的词", misfit=True)
    return traits[0] if traits else None


def _named_inside(inside: Sequence[_Sense], named: Sequence[ObjectClass], where: Setting) -> list[ObjectClass]:
    """Whom brackets name: nobody new where the label names one, else the owner (姓名（父亲）)."""
    found = [resolved(one.named, where) for one in inside if one.named]
    other = next((one for one in found if named and one.id != named[-1].id), None)
    if other:
        raise Unclear(f"括号里写的{other.name}和{named[-1].name}不是一个对象")
    return [] if named else found


def _owned(main: _Sense | None, named: Sequence[ObjectClass], where: Setting) -> Owned:
    if main is None:
        if not named:
            raise Unclear("没有写要填什么", misfit=True)
        owner = last_of(named, where)
        return Owned(owner, Trait(alone(owner, where)), named=True)
    if main.token.relation:
        return _related(main.token, named, where)
    assert main.token.word is not None
    return whose(main.token.word, named, where)


def _related(token: Token, named: Sequence[ObjectClass], where: Setting) -> Owned:
    """与申领人关系: how the owner stands to somebody. Raises Unclear."""
    to = resolved(token.to, where) if token.to else where.about
    relation = where.lexicon.relations.get(to.id) if to else None
    if to is None or relation is None:
        raise Unclear("没有写是与谁的关系" if to is None else f"词典里没有“与{to.name}关系”", misfit=True)
    whole = named[-1:] or [one for one in (where.owner, where.before, where.about) if one and one.id != to.id]
    if not whole:
        raise Unclear(f"没有写是谁与{to.name}的关系")
    owner = whole[0]
    if owner.sort is not Sort.PERSON:
        raise Unclear(f"{owner.name}不会与{to.name}有这种关系", misfit=True)
    if named:
        check_nested(owner, where)
    return Owned(owner, Trait(relation), named=bool(named))


def _check_same(note: _Sense, owned: Owned, where: Setting) -> None:
    """Raises Unclear unless a property in brackets is the same as the one before them, or says how it is signed."""
    traits = note.token.word.traits if note.token.word else {}
    same = any(one.property == owned.trait.property and one.qualifier == owned.trait.qualifier for one in traits)
    if not same and not _signs(note, where):
        raise Unclear("括号里写的是另一个特性")


def _signs(sense: _Sense, where: Setting) -> bool:
    """Whether a word asks for nothing but a seal or a signature."""
    traits = sense.token.word.traits if sense.token.word else {}
    return bool(traits) and all(one.property in where.lexicon.signatures for one in traits)


def _inner(aligned: Aligned, token: Token) -> str:
    return aligned.text[token.start : token.end].strip("()")


def _with_role(one: _Sense) -> Token:
    if one.token.role is not None:
        return one.token
    role = Role.OBJECT if one.named else Role.QUALIFIER if one.qualifier else Role.PROPERTY
    return replace(one.token, role=role)


def _runs(text: str, parts: Sequence[Token]) -> list[str]:
    """The parts that are not known, those that touch as one."""
    runs: list[tuple[int, int]] = []
    for part in parts:
        if part.role is Role.UNKNOWN:
            if runs and runs[-1][1] == part.start:
                runs[-1] = (runs[-1][0], part.end)
            else:
                runs.append((part.start, part.end))
    return [text[start:end] for start, end in runs]


def _pieces(aligned: Aligned, tokens: Iterable[Token]) -> tuple[Piece, ...]:
    """All of the original in pieces of one role each; what is no part of the text as read is `OMITTED`."""
    roles = [Role.OMITTED] * len(aligned.original)
    said = [Role.UNKNOWN] * len(aligned.text)
    starts = {0}
    for token in tokens:
        said[token.start : token.end] = [token.role or _main_role(token.word)] * (token.end - token.start)
        starts.add(token.start)
    first = {aligned.origins[at] for at in starts if at < len(aligned.origins)}
    for at, origin in enumerate(aligned.origins):
        roles[origin] = said[at]
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(roles) + 1):
        if end == len(roles) or roles[end] is not roles[start] or end in first:
            pieces.append(Piece(start, end, roles[start]))
            start = end
    return tuple(pieces)


def _main_role(word: Word | None) -> Role:
    if word is None:
        return Role.UNKNOWN
    return Role.OBJECT if word.names else Role.PROPERTY if word.traits else Role.QUALIFIER
