"""What stands in a filled file, before anybody has judged it: raw values by datum, each with the place it stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from composer.model.element import ElementRef
from composer.model.package import ThemePackage
from composer.values import Raw


@dataclass(frozen=True)
class Cell:
    """A raw value and where it stands, in words that its owner understands: 一张表单 C12."""

    raw: Raw
    place: str


Entry = Mapping[ElementRef, Cell]
"""One line of a repeating group."""


@dataclass(frozen=True)
class Stamp:
    """What a file was made for: a theme, the answers, and the version of the one table (its digest)."""

    theme: str
    answers: Mapping[str, tuple[str, ...]]
    version: str

    def written(self) -> str:
        """In one line, as files carry it; a question of which nothing was chosen stands there with nothing."""
        answers = urlencode(
            [(question, option) for question, options in self.answers.items() for option in options or ("",)]
        )
        return f"urn:onething:form:{self.theme}:{self.version}?+{answers}"

    @staticmethod
    def read(text: str) -> "Stamp | None":
        """The stamp that `written` wrote, None where `text` is none."""
        head, _, answers = text.strip().partition("?+")
        match head.split(":"):
            case ["urn", "onething", "form", theme, version] if theme and version:
                given = parse_qs(answers, keep_blank_values=True)
                chosen = {question: tuple(filter(None, options)) for question, options in given.items()}
                return Stamp(theme, chosen, version)
        return None


@dataclass(frozen=True)
class RawForm:
    """A filled file as read: single values by datum, lines of repeating groups by object class.

    `stamp` is None where the file says nothing of what it was made for. `strays` are values that no datum is known for.
    """

    stamp: Stamp | None
    cells: Mapping[ElementRef, Cell] = field(default_factory=dict)
    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    strays: tuple[Cell, ...] = ()


def sorted_entries(lines: Mapping[tuple[str, int], Entry]) -> dict[str, list[Entry]]:
    """Lines by group and number as `RawForm` has them: a list a group, in order."""
    entries: dict[str, list[Entry]] = {}
    for group, number in sorted(lines):
        entries.setdefault(group, []).append(lines[group, number])
    return entries


def stamp_of(package: ThemePackage, version: str) -> Stamp:
    """The stamp of files that are made of `package`; `version` is the digest of its table."""
    return Stamp(package.theme.id, package.answers, version)
