"""Whose datum it is: what the label says beats the heading of its section, and that beats whom the form is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from composer.forms.labels.covers import Token, covers
from composer.forms.labels.lexicon import Lexicon, plain
from composer.forms.labels.reading import Role
from composer.forms.labels.words import Named, Trait, Word, fitting, told
from composer.model.element import FormPart, ObjectClass, Sort

_HEAD = re.compile(
    r"^(?:附(?:表|件|页)?[\d一二三四五六七八九十]*|表[\d一二三四五六七八九十]+|第?[一二三四五六七八九十\d]+部分)[:、.]?"
)
_TAIL = re.compile(
    r"(?:的?(?:基本|主要|相关|个人|身份)?(?:信息|情况|资料|概况|数据|名册|名单|明细|清单)|栏|部分|一览表?)$"
)


class Unclear(Exception):
    """Nobody can tell; `reason` says why, in Chinese. `misfit`: these words do not go together, others may."""

    def __init__(self, reason: str, misfit: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.misfit = reason, misfit


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a label stands: whom the form is about, and the owner that the heading of its section says.

    `known` is false where that heading is not understood. `elsewhere`: the form names whom it is about by a word of
    its own, so that 申请人 is somebody else (None: nobody can tell). `before`: the person, or the account, whom the
    labels right before this one are about; `earlier`: the one whom the section named before that.
    """

    lexicon: Lexicon
    about: ObjectClass | None = None
    owner: ObjectClass | None = None
    known: bool = True
    heading: str = ""
    elsewhere: bool | None = None
    before: ObjectClass | None = None
    earlier: ObjectClass | None = None


def setting(section: str, about: str | None, lexicon: Lexicon, elsewhere: bool | None = None) -> Setting:
    """The setting of labels below the heading `section` of a form about the object class `about`."""
    bare = Setting(lexicon, lexicon.objects.get(about or ""), elsewhere=elsewhere, heading=section)
    text = plain(section)
    if not text:
        return bare
    owners, understood = _read_heading(text, bare)
    if not understood or len(owners) > 1:
        return Setting(lexicon, bare.about, None, False, section, elsewhere)
    return Setting(lexicon, bare.about, owners[0] if owners else None, True, section, elsewhere)


def _read_heading(text: str, bare: Setting) -> tuple[Sequence[ObjectClass], bool]:
    """The owners that a heading may mean, and whether it is understood at all."""
    for form in dict.fromkeys((text, _HEAD.sub("", text), _TAIL.sub("", text), _TAIL.sub("", _HEAD.sub("", text)))):
        word = bare.lexicon.headings.get(form)
        if word:
            return _owners_of(word, bare)
        if form.endswith(")") and (word := bare.lexicon.headings.get(form[: form.index("(")])):  # 家庭成员（父亲）
            inner = bare.lexicon.words.get(form[form.index("(") + 1 : -1])
            return _owners_of(inner, bare) if inner and inner.names else ((), False)
        owners: dict[str, ObjectClass] = {}
        for cover in covers(form, bare.lexicon) if form else ():
            found = _heading_owner(cover.tokens, bare)
            if found:
                owners[found.id] = found
                break
        if owners:
            return list(owners.values()), True
    return (), False


def _owners_of(word: Word, bare: Setting) -> tuple[Sequence[ObjectClass], bool]:
    if word.heading and not word.names:
        return (), True
    try:
        return [resolved(named, bare) for named in word.names], True
    except Unclear:
        return (), False


def _heading_owner(tokens: Sequence[Token], bare: Setting) -> ObjectClass | None:
    """The owner that tokens name, where they name nothing but owners."""
    names = [token for token in tokens if token.word is not None]
    if not names or any(token.relation or not token.word or not token.word.names for token in names):
        return None
    if any(token.role is Role.UNIT for token in tokens):
        return None
    try:
        return last_of([resolved(next(iter(token.word.names)), bare) for token in names if token.word], bare)
    except Unclear:
        return None


def resolved(named: Named, where: Setting) -> ObjectClass:
    """Whom a word means in this form. Raises Unclear where the form does not say."""
    about = where.about
    if named.principal:
        fits = about is not None and about.sort in named.principal
        other = named.unless_named and about is not None and about.sort is Sort.PERSON and where.elsewhere
        if about is not None and fits and not other:
            if named.unless_named and about.sort is Sort.PERSON and where.elsewhere is None:
                raise Unclear(f"分不清写的是不是{about.name}")
            _check_no_other(about, where)
            return about
        if named.object is None:
            raise Unclear("要看这张表是为谁填的，这张表没有写（about），或者不是这一类", misfit=about is not None)
    found = where.lexicon.objects.get(named.object or "")
    if found is None:
        raise Unclear("词典里没有这个对象")
    return found


def _check_no_other(about: ObjectClass, where: Setting) -> None:
    """Raises Unclear where 单位 stands below the heading of another unit, which it may mean."""
    owner = where.owner
    if owner is None or owner.id == about.id or about.sort is not Sort.UNIT:
        return
    if owner.sort in (Sort.UNIT, Sort.PARTY):
        raise Unclear(f"“{where.heading}”是{owner.name}的，分不清是{owner.name}的还是{about.name}的")


def last_of(named: Sequence[ObjectClass], where: Setting) -> ObjectClass:
    """The owner of several that a label names in turn: the last one, where those before are whom the form is about."""
    owner = named[-1]
    for one in named[:-1]:
        if where.about is None or one.id != where.about.id:
            raise Unclear(f"写了{one.name}和{owner.name}两个对象，分不清是谁的")
    return owner


@dataclass(slots=True)
class Owned:
    """A trait with its owner; `named`: the label says whose it is."""

    owner: ObjectClass
    trait: Trait
    named: bool = False
    also: tuple[str, ...] = field(default=())


def whose(word: Word, named: Sequence[ObjectClass], where: Setting) -> Owned:
    """The owner of a trait that a label names by `word`, after `named` owners. Raises Unclear."""
    if named:
        return _of_named(word, last_of(named, where), where)
    plainly = _of_heading(word, where)
    found = _after_person(word, plainly, where) if where.before else _settled(plainly)
    earlier = where.earlier
    if earlier and not where.before and found.owner.sort is Sort.UNIT and found.trait.property in where.lexicon.reach:
        raise Unclear(f"前面写过{earlier.name}，分不清是{earlier.name}的还是{found.owner.name}的")
    return found


def alone(owner: ObjectClass, where: Setting) -> str:
    """The property that a label asks for which names an owner alone. Raises Unclear."""
    if owner.alone is None:
        raise Unclear(f"只写了{owner.name}，没有写要填它的什么")
    if where.owner is not None and where.owner.part is FormPart.PROMISE:
        raise Unclear(f"“{where.heading}”下面只写了{owner.name}，分不清是填还是签")
    check_nested(owner, where)
    return owner.alone


def check_nested(owner: ObjectClass, where: Setting) -> None:
    """Raises Unclear where `owner` is a role, and the section is about somebody else who has such a one too."""
    heading = where.owner
    if not owner.role or heading is None or heading.id in (owner.id, where.about.id if where.about else ""):
        return
    both_persons = heading.sort is Sort.PERSON and owner.sort is Sort.PERSON
    if heading.sort in (Sort.UNIT, Sort.PARTY, Sort.PERSON) and not both_persons:
        raise Unclear(f"“{where.heading}”下面的{owner.name}，分不清是不是{heading.name}的{owner.name}")


def _of_named(word: Word, owner: ObjectClass, where: Setting) -> Owned:
    close = fitting(word.traits, owner)
    if len(close) == 1:
        check_nested(owner, where)
        return Owned(owner, close[0], named=True)
    close = told(word.traits, owner)
    if len(close) == 1:
        return _telling(close[0], where, named=True)
    implied = _implied(word, where)
    if implied and where.about is not None and owner.id == where.about.id:
        return Owned(implied.owner, implied.trait, named=True)
    raise Unclear(f"{owner.name}没有这样的特性", misfit=True)


def _of_heading(word: Word, where: Setting) -> Owned | Unclear:
    """What the section, or else the form, says of the owner."""
    owner, about, implied = where.owner, where.about, _implied(word, where)
    for one in (owner, about):
        close = told(word.traits, one) if one is not None else ()
        if len(close) == 1:
            return _telling(close[0], where)
    if owner is not None:
        close = fitting(word.traits, owner)
        if len(close) == 1:
            return Owned(owner, close[0])
        if implied and implied.owner.part is FormPart.PROMISE and owner.sort is Sort.PERSON and owner != about:
            return Unclear(f"“{where.heading}”是{owner.name}的，分不清是谁签")
        if owner.sort is not Sort.THING and owner != about:
            return implied or Unclear(f"“{where.heading}”是{owner.name}的，没有这样的特性", misfit=True)
    if not where.known:
        return implied or Unclear(f"没有写是谁的，栏目“{where.heading}”也读不懂")
    if about is not None:
        close = fitting(word.traits, about)
        if len(close) == 1:
            return Owned(about, close[0])
        return implied or Unclear(f"没有写是谁的，不会是{about.name}的", misfit=True)
    return implied or Unclear("没有写是谁的，这张表也没有写是为谁填的（about）")


def _implied(word: Word, where: Setting) -> Owned | None:
    """The trait of one object class only, which a label need not name."""
    found = {(one.implied, one.property, one.qualifier): one for one in word.traits if one.implied}
    if len(found) != 1:
        return None
    trait = next(iter(found.values()))
    owner = where.lexicon.objects.get(trait.implied or "")
    return Owned(owner, trait) if owner else None


def _telling(trait: Trait, where: Setting, named: bool = False) -> Owned:
    return Owned(where.lexicon.objects[trait.object or ""], trait, named)


def _settled(found: Owned | Unclear) -> Owned:
    if isinstance(found, Unclear):
        raise found
    return found


def _after_person(word: Word, plainly: Owned | Unclear, where: Setting) -> Owned:
    """联系人, 联系电话: what follows a person may be his. Raises Unclear where it may be another's."""
    before = where.before
    close = fitting(word.traits, before) if before else ()
    if before is None or len(close) != 1 or close[0].implied not in (None, before.id):
        return _settled(plainly)
    his = Owned(before, close[0])
    to_him = where.lexicon.relations.get(before.id) == close[0].property
    if isinstance(plainly, Unclear):
        if plainly.misfit and not to_him:
            return his
        raise plainly
    if plainly.owner.id == before.id or close[0].closeness(before) == 0 or to_him:
        return plainly
    if before.contact:
        return his if close[0].property in where.lexicon.reach else plainly
    unit = where.about is not None and where.about.sort is Sort.UNIT and fitting(word.traits, where.about)
    if plainly.owner.role and before.role and plainly.owner.sort is Sort.PERSON and not unit:
        return his
    raise Unclear(f"前面写的是{before.name}，分不清是{before.name}的还是{plainly.owner.name}的")
