"""Fills in the documents of demands that declare none, from their names, before a file is validated."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from composer.errors import Finding
from composer.model.item import Requirement
from composer.model.theme import Catalogue
from composer.nearest import nearest

if TYPE_CHECKING:
    from composer.materials.unstated import Unread

_STATED = ("material", "any_of")
_NOBODY_KNOWS = ["unread"]
"""Stands where no document could be read, so that what else is wrong with the file is found too."""


class Unstated:
    """Reads names with the kinds and holders of a catalogue, which is made ready only once a name has to be read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _refs_of(self, name: str) -> "tuple[str, ...] | Unread":
        from composer.materials.identity import lexicon_of  # noqa: PLC0415 - the rules of names, which few files need
        from composer.materials.unstated import refs_of  # noqa: PLC0415

        return refs_of(name, lexicon_of(self._catalogue))

    def fill(self, data: Any) -> Iterator[Finding]:
        """Write `any_of` into each row of `requires` that names a document and declares none; `material-unread` else.

        Raises ContentError where two kinds or two holders share a wording.
        """
        rows = data.get("requires") if isinstance(data, dict) else None
        for row in rows if isinstance(rows, list) else ():
            name = row.get("name") if isinstance(row, dict) else None
            if isinstance(name, str) and name and not any(map(_is_stated, row)):
                found = self._refs_of(name)
                place = row["at"].of("name")
                row["any_of"] = list(found) if isinstance(found, tuple) else _NOBODY_KNOWS
                row["at"].inside["any_of"] = place
                if not isinstance(found, tuple):
                    subject = data["id"] if isinstance(data.get("id"), str) else ""
                    yield Finding("material-unread", subject, found.reason, found.suggestion, place)


def _is_stated(key: str) -> bool:
    """Whether a key declares a document, or is a mistyped one that does."""
    return key in _STATED or (key not in Requirement.model_fields and nearest(key, _STATED) is not None)
