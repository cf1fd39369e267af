"""**parse** (材料名称解析): a name of materials to the documents it asks for, with the trace of every character."""

import re
from typing import Any

from composer.materials.names.actions import with_action
from composer.materials.names.afterthoughts import read_afterthoughts
from composer.materials.names.brackets import Extra, is_same_role, read_brackets, read_titles
from composer.materials.names.canon import canonical
from composer.materials.names.carriers import Handing, read_ends
from composer.materials.names.clauses import read_case, read_makers, read_numbering, signed_by
from composer.materials.names.enumerated import enumerated
from composer.materials.names.issuers import sets_apart
from composer.materials.names.kinds import Read, read_kind
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.markup import has_markup, without_markup
from composer.materials.names.others import read_others
from composer.materials.names.parsed import Document, Flag, ParsedName, Role
from composer.materials.names.regions import read_region
from composer.materials.names.sheet import Sheet
from composer.materials.names.spans import covered
from composer.materials.names.split import split
from composer.materials.names.vague import is_catch_all, is_generic, is_pointer
from composer.texts import Aligned

LONGEST = 200
"""A longer name is no name; it is kept as it is, flagged, and is one with nothing but itself."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NO_WORD = re.compile(r"[\W\d_]*")


def parse(name: str, lexicon: Lexicon, *, traced: bool = True) -> ParsedName:
    """Take `name` apart with what `lexicon` knows. Never raises: what cannot be read is flagged and stays itself.

    Not `traced`: without pieces, which nobody reads of a long list.
    """
    flags = _faults(name)
    plain = without_markup(name) if Flag.MARKUP in flags and Flag.LONG not in flags else name
    aligned = Aligned(plain)
    sheet = Sheet.of(aligned)
    if Flag.LONG in flags or (Flag.MARKUP in flags and has_markup(plain)) or _NO_WORD.fullmatch(aligned.text):
        flags += (Flag.EMPTY,) if not aligned.text else (Flag.NUMBER,) if _NO_WORD.fullmatch(aligned.text) else ()
        sheet.mark(Role.NOTE if flags else Role.KIND)
        return ParsedName(name, (), sheet.pieces(aligned) if traced else (), flags)
    groups = tuple(group for part in enumerated(sheet, aligned, lexicon) for group in _groups(part, lexicon))
    pieces = sheet.pieces(aligned) if traced else ()
    return ParsedName(name, groups, pieces, (*flags, *_notable(groups)))


def _groups(sheet: Sheet, lexicon: Lexicon) -> tuple[tuple[Document, ...], ...]:
    """The documents of one part of a name, which has all that is said of them."""
    handing, extra = Handing(), Extra()
    read_numbering(sheet)
    read_titles(sheet)
    read_brackets(sheet, handing, lexicon, extra)
    read_afterthoughts(sheet, handing, extra, lexicon)
    read_case(sheet, extra, lexicon)
    read_ends(sheet, handing, of_all=True)
    others = read_others(sheet, lexicon)
    groups = _documents(sheet, handing, extra, lexicon)
    if others is None:
        return groups
    left_open = Document(wording=others.said, catch_all=True, **_said(handing, extra))
    if others.instead:
        return ((*(one for group in groups for one in group), left_open),)
    return (*groups, (left_open,))


def _documents(sheet: Sheet, handing: Handing, extra: Extra, lexicon: Lexicon) -> tuple[tuple[Document, ...], ...]:
    """The documents of each group; a holder said once belongs to all that follow without one of their own."""
    groups: list[tuple[Document, ...]] = []
    common: tuple[str, ...] = ()
    for sheets in split(sheet, lexicon):
        group: list[Document] = []
        for part in sheets:
            own, clauses = handing.copy(), extra.copy()
            read_case(part, clauses, lexicon)
            if is_catch_all(part.text) or _points(part.text, lexicon):
                group.append(_catch_all(part, own, clauses))
                continue
            if canonical(part.text) not in lexicon.kinds:
                read_makers(part, clauses, lexicon)
                clauses.region = read_region(part) or clauses.region
            read_ends(part, own)
            if is_catch_all(part.text) or _points(part.text, lexicon):  # now that 副本 is off
                group.append(_catch_all(part, own, clauses))
                continue
            read = read_kind(part, lexicon)
            group += _each(read, read.holders or _shared(common, read), own, clauses, lexicon)
            common = read.holders or common
            if len(read.holders) > 1 and not read.any_holder:
                groups += [(one,) for one in group[:-1]]
                group = group[-1:]
        groups.append(tuple(group))
    return tuple(groups)


def _catch_all(sheet: Sheet, handing: Handing, extra: Extra) -> Document:
    """What leaves open what is asked for."""
    sheet.mark(Role.KIND)
    return Document(wording=sheet.text, qualifier=extra.qualifier, catch_all=True, **_said(handing, extra))


def _points(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` only points elsewhere or fills a cell, and is no kind that the catalogue knows."""
    return is_pointer(text) and canonical(text) not in lexicon.kinds


def _shared(common: tuple[str, ...], read: Read) -> tuple[str, ...]:
    """The holders of the document before, where this one is theirs too: 申请人身份证、户口簿, but not 营业执照."""
    if read.kind is None:
        return common
    return tuple(one for one in common if one not in read.kind.holders) if read.kind.personal else ()


def _each(read: Read, holders: tuple[str, ...], handing: Handing, extra: Extra, lexicon: Lexicon) -> list[Document]:
    """One document for each holder, or one of the holder that is understood."""
    holders = signed_by(read.wording, extra, holders, lexicon)
    if read.apart:
        extra.apart(read.apart)
    if (
        extra.second
        and holders
        and not any(is_same_role(extra.second, lexicon.called(one), lexicon) for one in holders)
    ):
        extra.apart(extra.second)
    span = covered(handing.validity, read.wording) if handing.validity else None
    if span:
        extra.apart(span)
    read, qualifier = with_action(read, extra.qualifier, lexicon)
    kind = read.kind
    said = _said(handing, extra)
    authority = sets_apart(extra.issuer, kind)
    return [
        Document(
            wording=read.wording,
            kind=kind.id if kind else None,
            name=kind.name if kind else "",
            holder=holder,
            authority=authority,
            qualifier=qualifier,
            generic=kind.generic if kind else is_generic(read.wording),
            catch_all=kind is None and is_pointer(read.wording),
            **said,
        )
        for holder in holders or (extra.holder,)
    ]


def _said(handing: Handing, extra: Extra) -> dict[str, Any]:
    """What a document has of how it is handed in and of what is said around it, save the qualifier."""
    return {
        "carrier": handing.carrier,
        "copies": handing.copies,
        "part": handing.part,
        "validity": handing.validity,
        "region": extra.region,
        "issuer": extra.issuer,
        "condition": extra.condition,
        "notes": (*handing.notes, *extra.notes),
    }


def _faults(name: str) -> tuple[Flag, ...]:
    flags = []
    if len(name) > LONGEST:
        flags.append(Flag.LONG)
    if has_markup(name[:10_000]):
        flags.append(Flag.MARKUP)
    if _CONTROL.search(name):
        flags.append(Flag.CONTROL)
    return tuple(flags)


def _notable(groups: tuple[tuple[Document, ...], ...]) -> tuple[Flag, ...]:
    catch_all = conditional = generic = unknown = pointer = False
    for group in groups:
        for one in group:
            points = one.catch_all and is_pointer(one.wording)
            pointer |= points
            catch_all |= one.catch_all and not points
            conditional |= bool(one.condition)
            generic |= one.generic
            unknown |= one.kind is None and not one.catch_all
    found = (
        (Flag.CATCH_ALL, catch_all),
        (Flag.POINTER, pointer),
        (Flag.COMPOSITE, len(groups) > 1),
        (Flag.ALTERNATIVES, any(len(group) > 1 for group in groups)),
        (Flag.CONDITIONAL, conditional),
        (Flag.GENERIC, generic),
        (Flag.UNKNOWN, unknown),
    )
    return tuple([flag for flag, holds in found if holds])
