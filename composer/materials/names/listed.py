"""A parsed name as one row of a list: what makes it one with others, and what a person reads of it."""

from collections.abc import Callable
from typing import NamedTuple

from composer.materials.identity import name_key
from composer.materials.names.canon import canonical
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Document, ParsedName
from composer.texts import Aligned


class ListedName(NamedTuple):
    """One distinct name of a list.

    `head` and `tail` are the key, with the place between them where the holder goes that only the row tells, if
    `open_holder`; a `head` of None is never one with another, a `generic` one only within its item. `implied` is the
    holder who goes without saying.
    """

    name: str
    head: str | None
    tail: str
    open_holder: bool
    implied: str
    generic: bool
    kind: str
    holder: str
    carrier: str
    copies: str
    notes: str
    flags: str


def listed(parsed: ParsedName, lexicon: Lexicon) -> ListedName:
    """The row of a name. Where it asks for several documents each column tells of all, joined by ` + ` and ` | `."""
    documents = parsed.documents
    head, tail = name_key(parsed)
    single = documents[0] if len(documents) == 1 else None
    implied = lexicon.by_id[single.kind].holders if single and single.kind else ()
    return ListedName(
        name=parsed.original,
        head=head,
        tail=tail,
        open_holder=bool(single and single.holder is None),
        implied=implied[0] if implied else "",
        generic=any(one.generic for one in documents),
        kind=_told(parsed, lambda one: one.name or one.wording),
        holder=_told(parsed, lambda one: lexicon.called(one.holder)),
        carrier=_told(parsed, _handed_in),
        copies=_told(parsed, lambda one: str(one.copies or "")),
        notes="；".join(dict.fromkeys(note for one in documents for note in _notes(one))),
        flags="；".join(parsed.flags),
    )


def holder_of(said: str, lexicon: Lexicon) -> tuple[str, str]:
    """The id (or canonical words) and the name of a holder as a column of a list says it."""
    word = Aligned(said).text
    known = lexicon.holders.get(word)
    return (known.id, known.name) if known else (canonical(word), said.strip())


def _told(parsed: ParsedName, say: Callable[[Document], str]) -> str:
    """What each document says, in one text; once where all say the same."""
    said = [[say(one) for one in group] for group in parsed.groups]
    different = {one for group in said for one in group}
    if len(different) <= 1:
        return "".join(different)
    return " + ".join(" | ".join(one or "-" for one in group) for group in said)


def _handed_in(one: Document) -> str:
    return "，".join(filter(None, (one.carrier, one.part)))


def _notes(one: Document) -> list[str]:
    said = [("地区", one.region), ("有效期", one.validity), ("出具", one.issuer), ("条件", one.condition)]
    return [f"{label}：{value}" for label, value in said if value] + list(one.notes)
