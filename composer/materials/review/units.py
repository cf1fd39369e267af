"""What a list of names speaks of: each kind, or wording that no kind has, once, with the names that say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document, ParsedName
from composer.materials.names.vague import says_nothing
from composer.model.verdict import UNKNOWN


@dataclass(slots=True)
class Unit:
    """A kind by its id, or `~` and a canonical wording; `names` that speak of it with the number of their rows."""

    key: str
    names: dict[str, int] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether the catalogue has it."""
        return not self.key.startswith(UNKNOWN)


def is_unit(parsed: ParsedName) -> bool:
    """Whether a wording is a kind and nothing else: no holder, no second document, nothing that sets it apart.

    What says more is no unit, because a verdict on it would speak of documents, and could join those of two people.
    """
    documents = parsed.documents
    return len(documents) == 1 and _is_plain(documents[0]) and documents[0].holder is None and not documents[0].part


def units_of(parsed: Iterable[tuple[ParsedName, int]], lexicon: Lexicon) -> Mapping[str, Unit]:
    """The units of parsed names (each with its number of rows), and every kind of the catalogue, by key.

    Catch-alls and generic forms are none: what they are, only their item tells. Nor are names that say more than
    kind and holder (首次, a region, an issuer): of those the kind alone is not the document. 设备清单 is
    one: that it is the same kind as 设备设施清单 makes them one within their item.
    """
    units = {kind: Unit(kind) for kind, known in lexicon.by_id.items() if not known.generic}
    for name, rows in parsed:
        for document in name.documents:
            if document.wording and _is_plain(document):
                key = _key(document)
                unit = units.get(key) or units.setdefault(key, Unit(key))
                unit.names[name.original] = unit.names.get(name.original, 0) + rows
    return {
        key: unit
        for key, unit in units.items()
        if unit.is_known or is_unit(parse(key.removeprefix(UNKNOWN), lexicon, traced=False))
    }


def _is_plain(document: Document) -> bool:
    nothing = document.generic and (document.kind is not None or says_nothing(document.wording))
    apart = (document.catch_all, nothing, document.qualifier, document.region, document.issuer)
    return not any(apart)


def _key(document: Document) -> str:
    return document.kind or f"{UNKNOWN}{document.wording}"
