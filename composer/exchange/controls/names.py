"""How a control says which datum it takes, so that every program that keeps controls at all keeps one of the ways.

Its tag is the name of the input. LibreOffice before 7.5 drops tags, but keeps the name of the text that an empty
control shows, and bookmarks; on the way through ODT bookmarks alone are left. Word holds such names to 40 or 64
characters, so these are numbers, and properties of the document list what they count.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

from composer.forms.naming import datum_of, input_name
from composer.model.element import ElementRef
from composer.model.package import FieldRow

LONGEST = 64
"""UTF-16 units of a tag or a title; Word does not take more."""
_LIST = "onething-data"
_ROOM = 255
"""Characters that Word lets a property of a document have."""
_BLOCK = re.compile(r"OneThing([1-9][0-9]{0,4})")
_BOOKMARK = re.compile(r"_onething_([1-9][0-9]{0,4})_([0-9]{1,5})_[0-9]{1,5}_")


@dataclass(frozen=True)
class Place:
    """The datum that a control takes, and the line of its table where the control says it."""

    datum: ElementRef
    repeats: bool
    entry: int | None


class Names:
    """Numbers of data in one document, from 1, as `list_of` has written them down."""

    def __init__(self, data: Sequence[str]) -> None:
        self._data = data

    def of_tag(self, tag: str) -> Place | None:
        """The place that the tag of a control names."""
        found = datum_of(tag)
        return None if found is None else Place(found[0], found[1] is not None, found[1])

    def of_block(self, name: str) -> Place | None:
        """The place whose empty control shows the building block of this name; it does not tell the line."""
        match = _BLOCK.fullmatch(name)
        return self._numbered(int(match[1]), None) if match else None

    def of_bookmark(self, name: str) -> Place | None:
        """The place that a bookmark names. One that a program has renamed, because it was copied, names none."""
        match = _BOOKMARK.fullmatch(name)
        return self._numbered(int(match[1]), int(match[2]) or None) if match else None

    def _numbered(self, number: int, entry: int | None) -> Place | None:
        named = datum_of(self._data[number - 1]) if number <= len(self._data) else None
        if named is None:
            return None
        return Place(named[0], named[1] is not None, entry if named[1] is not None else None)


def tag(row: FieldRow, entry: int | None) -> str:
    """The tag of a control; empty where the name of the input is longer than a tag may be."""
    name = input_name(row.id, entry)
    return name if len(name) <= LONGEST else ""


def title(text: str) -> str:
    """`text` as the title of a control, as much as there is room for."""
    return text.encode("utf-16-le", errors="replace")[: 2 * LONGEST].decode("utf-16-le", errors="ignore")


def is_whole(title: str) -> bool:
    """Whether nothing was cut off from a title, nor is it empty. One that lost half a character has a unit to spare."""
    return 0 < len(title.encode("utf-16-le")) // 2 < LONGEST - 1


def block_name(number: int) -> str:
    """Name of the building block that empty controls of datum `number` show."""
    return f"OneThing{number}"


def bookmark_name(number: int, entry: int | None, option: int) -> str:
    """Name of the bookmark around a control; such as begin with _ are hidden from people."""
    return f"_onething_{number}_{entry or 0}_{option}_"


def list_of(rows: Iterable[FieldRow]) -> dict[str, str]:
    """Properties that list the data of `rows` in their order."""
    properties: dict[str, str] = {}
    line = ""
    for name in [input_name(row.id, 1 if row.element.object.repeats else None) for row in rows]:
        if len(line) + 1 + len(name) > _ROOM:
            properties[f"{_LIST}-{len(properties) + 1}"], line = line, ""
        line = f"{line} {name}".lstrip()
    return {**properties, f"{_LIST}-{len(properties) + 1}": line} if line else properties


def names_in(properties: Mapping[str, str]) -> Names:
    """The numbers that a document's properties list."""
    lines = takewhile(lambda line: line is not None, (properties.get(f"{_LIST}-{number}") for number in count(1)))
    return Names([name for line in lines if line for name in line.split()])
