"""What makes two demands one document: the one rule, for the names of a list and for the rows of a package alike.

Two are one on an equal `Document.key`, never on likeness. In a list the name alone tells the key. In a package the
author declares kind and holder (`kind@holder`), and the name tells what else sets a document apart: 正本, region, what
is done, and whose it is where nobody declared a holder. What leaves open what it is (其他材料, 申请表) is one with
nothing outside its own item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from composer.materials.names.canon import canonical
from composer.materials.names.issuers import sets_apart
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document, ParsedName
from composer.model.material import Material, MaterialKind
from composer.model.package import Supplied
from composer.model.theme import Catalogue


class Agreement(StrEnum):
    """How the kind that a name says stands to the kind declared, the closest first."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    PART = "part"
    ALTERNATIVE = "alternative"
    OPEN = "open"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


_CLOSEST_FIRST = list(Agreement)
_SIGNS = re.compile("[%&=/#]")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document a demand is for: `key` is equal for two demands of one document, and only then.

    `document` has kind and holder as declared and the rest as the name says it; `read` is the document of the name
    that this is about, as the name alone says it, or None where it speaks of none such.
    """

    key: str
    document: Document
    read: Document | None
    parsed: ParsedName
    agreement: Agreement


def identity(one: Supplied, catalogue: Catalogue) -> Identity:
    """Which document is handed in, or comes from elsewhere, for one demand."""
    return declared(one.material, one.name, one.item, catalogue)


def declared(ref: str, name: str, item: str, catalogue: Catalogue) -> Identity:
    """Which document an item means that demands `name` and declares it to be `ref`, whose parts are known to exist.

    Raises ContentError where the catalogue has one wording for two kinds.
    """
    found: Identity | None = catalogue.readings.get((ref, name, item))
    if found is None:
        found = _declared(ref, name, item, catalogue)
        catalogue.readings[ref, name, item] = found
    return found


def name_key(parsed: ParsedName) -> tuple[str | None, str]:
    """Head and tail of the key of a name; a holder who is only told elsewhere goes between. None is one with nothing.

    Where the name asks for several documents, it is one with names that ask for all the same.
    """
    documents = parsed.documents
    keys = [[one.key for one in group] for group in parsed.groups]
    if not documents or not all(key for group in keys for key in group):
        return None, ""
    if len(documents) == 1 and documents[0].holder is None:
        head = documents[0].stem
        return head, (documents[0].key or "").removeprefix(head)
    return " + ".join(sorted(" | ".join(sorted(filter(None, group))) for group in keys)), ""


def declared_part(key: str) -> str:
    """Of the key of a row the `kind@holder`, without what sets it apart."""
    return _SIGNS.split(key, maxsplit=1)[0]


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """All that `catalogue` knows, made ready once. Raises ContentError as `Lexicon.of` does."""
    found: Lexicon | None = catalogue.readings.get(Lexicon)
    if found is None:
        found = Lexicon.of(catalogue)
        catalogue.readings[Lexicon] = found
    return found


def reading(name: str, catalogue: Catalogue) -> ParsedName:
    """What a name says, read once. Raises ContentError as `Lexicon.of` does."""
    found: ParsedName | None = catalogue.readings.get(name)
    if found is None:
        found = parse(name, lexicon_of(catalogue))
        catalogue.readings[name] = found
    return found


def agreement(read: Document, kind: MaterialKind, catalogue: Catalogue) -> Agreement:
    """How the kind of a document, as its name says it, stands to the declared `kind`."""
    if read.catch_all or (read.kind is None and read.generic):
        return Agreement.OPEN
    said = catalogue.kinds.get(read.kind or "")
    if said is None:
        return Agreement.UNKNOWN
    return next(found for found, holds in _relations(said, kind) if holds)


def _relations(said: MaterialKind, kind: MaterialKind) -> Iterator[tuple[Agreement, bool]]:
    yield Agreement.SAME, said.id == kind.id
    yield Agreement.NARROWER, kind.id in said.satisfies
    yield Agreement.WIDER, said.id in kind.satisfies
    yield Agreement.PART, said.part_of == kind.id or kind.part_of == said.id
    yield Agreement.ALTERNATIVE, kind.id in said.alternatives or said.id in kind.alternatives
    yield Agreement.OPEN, said.generic
    yield Agreement.DIFFERENT, True


def _declared(ref: str, name: str, item: str, catalogue: Catalogue) -> Identity:
    material, parsed = catalogue.material(ref), reading(name, catalogue)
    kind, holder = material.kind, material.holder.id if material.holder else None
    read, agrees = _spoken_of(parsed, kind, holder, catalogue)
    whose = holder or (read.holder if read and read.holder not in kind.holders else None)
    document = replace(
        read or Document(wording=name),
        wording=canonical(kind.name),
        kind=kind.id,
        name=kind.name,
        holder=whose,
        authority=_authority(material, read),
        generic=kind.generic,
        catch_all=False,
    )
    open_to_all = kind.generic or (read is not None and read.catch_all)
    key = f"{document.key}{f'#{item}' if open_to_all else ''}"
    return Identity(key, document, read, parsed, agrees)


def _authority(material: Material, read: Document | None) -> str | None:
    """Who issued it, where that is left open: not of a kind whose issuer is known, nor where it is the holder."""
    kind, holder = material.kind, material.holder
    if read is None or read.issuer is None or (kind.issuer and not kind.by_issuer):
        return None
    if holder and holder.name in read.issuer:
        return None
    return sets_apart(read.issuer, kind)


def _spoken_of(
    parsed: ParsedName, kind: MaterialKind, holder: str | None, catalogue: Catalogue
) -> tuple[Document | None, Agreement]:
    """The document of a name that is meant, and how its kind stands to `kind`: the only one, or that which agrees."""
    weighed = [(_CLOSEST_FIRST.index(agreement(one, kind, catalogue)), one) for one in parsed.documents]
    if len(weighed) > 1:
        unknown = _CLOSEST_FIRST.index(Agreement.OPEN)
        weighed = [pair for pair in weighed if pair[0] < unknown]
        weighed.sort(key=lambda pair: (pair[0], pair[1].holder != holder))
    if not weighed:
        return None, Agreement.UNKNOWN
    return weighed[0][1], _CLOSEST_FIRST[weighed[0][0]]
