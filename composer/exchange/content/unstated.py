"""Fills in what rows leave out that their names say, before a file is validated: documents, data elements."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from composer.errors import Finding
from composer.model.form import Field
from composer.model.item import Requirement
from composer.model.theme import Catalogue
from composer.nearest import nearest

if TYPE_CHECKING:
    from composer.materials.unstated import Unread

_STATED = ("material", "any_of")
_NOBODY_KNOWS = ["unread"]
"""Stands where no document could be read, so that what else is wrong with the file is found too."""


class Unstated:
    """Reads names and labels with what a catalogue knows, which is made ready only once one has to be read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def _refs_of(self, name: str) -> "tuple[str, ...] | Unread":
        from composer.materials.identity import lexicon_of  # noqa: PLC0415 - the rules of names, which few files need
        from composer.materials.unstated import refs_of  # noqa: PLC0415

        return refs_of(name, lexicon_of(self._catalogue))

    def fill(self, data: Any) -> Iterator[Finding]:
        """Write in what `data` leaves out: `any_of` of demands, `element` of fields; `…-unread` where nobody can tell.

        Raises ContentError where two kinds, two holders or two meanings share a word.
        """
        if isinstance(data, dict) and isinstance(data.get("sections"), list):
            yield from self._fill_fields(data)
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

    def _fill_fields(self, form: dict[str, Any]) -> Iterator[Finding]:
        """Write `element` into each field of `form` that has a label and declares none; `field-unread` else."""
        sections = [(_text(part, "name"), _fields(part)) for part in form["sections"]]
        if not any(_leaves_out(row) for _, rows in sections for row in rows):
            return
        from composer.forms.labels.forms import read_sections  # noqa: PLC0415 - the rules of labels, as above
        from composer.forms.labels.lexicon import lexicon_of  # noqa: PLC0415
        from composer.forms.labels.unstated import Unread, element_of, nearest_elements  # noqa: PLC0415

        lexicon = lexicon_of(self._catalogue)
        labels = [(name, [_text(row, "label") for row in rows]) for name, rows in sections]
        found = read_sections(labels, _text(form, "about") or None, lexicon)
        for (name, rows), readings in zip(sections, found, strict=True):
            for row, read in zip(rows, readings, strict=True):
                if not _leaves_out(row):
                    continue
                near = nearest_elements(read, name, self._catalogue) if read.doubts else ()
                element = element_of(read, near)
                place = row["at"].of("label")
                row["element"] = "unread.unread" if isinstance(element, Unread) else element
                row["at"].inside["element"] = place
                if isinstance(element, Unread):
                    yield Finding("field-unread", _text(form, "id"), element.reason, element.suggestion, place)


def _text(row: Any, key: str) -> str:
    value = row.get(key) if isinstance(row, dict) else None
    return value if isinstance(value, str) else ""


def _fields(section: Any) -> list[Any]:
    rows = section.get("fields") if isinstance(section, dict) else None
    return rows if isinstance(rows, list) else []


def _leaves_out(row: Any) -> bool:
    """Whether a field has a label and nothing that declares its element, not even a mistyped key."""
    return bool(_text(row, "label")) and not any(
        key == "element" or (key not in Field.model_fields and nearest(key, ["element"]) is not None) for key in row
    )


def _is_stated(key: str) -> bool:
    """Whether a key declares a document, or is a mistyped one that does."""
    return key in _STATED or (key not in Requirement.model_fields and nearest(key, _STATED) is not None)
