"""What can be wrong, and the one family of errors that carries it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a content file: path as shown to its author, line and column from 1.

    `inside` holds the places of the values of a mapping, by key, or of the entries of a list, by index from 0;
    `keys` the places of a mapping's keys themselves: line and column, for hardly any of them is ever asked for.
    """

    file: str
    line: int
    column: int
    inside: "Mapping[str, Place | tuple[int, int]]" = field(default_factory=dict, compare=False, repr=False, hash=False)
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False, hash=False)

    def of(self, key: str) -> "Place":
        """The place of the value under `key`, or this place where it is not known."""
        found = self.inside.get(key, self)
        return found if isinstance(found, Place) else Place(self.file, *found)

    def of_key(self, key: str) -> "Place":
        """The place of `key` itself, or this place where it is not known."""
        found = self.keys.get(key)
        return Place(self.file, *found) if found else self

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """An error stops; a warning is reported and lived with."""

    ERROR = "错误"
    WARNING = "提醒"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the problem list (问题清单): rule id, the id concerned, reason, suggestion, place.

    Every rule has a row in docs/reference/errors.md.
    """

    rule: str
    subject: str
    reason: str
    suggestion: str
    place: Place | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        subject = f"{self.subject}：" if self.subject else ""
        return f"{where}{self.severity} [{self.rule}] {subject}{self.reason}。{self.suggestion}。"

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """Sort key: by place, then rule; the same findings always come in the same order."""
        file, line, column = (self.place.file, self.place.line, self.place.column) if self.place else ("", 0, 0)
        return (file, line, column, self.rule, self.subject, self.reason)


class OneThingError(Exception):
    """Base of all errors; carries every finding of the run, never only the first."""

    exit_code: int = 1

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: Final = tuple(sorted(findings, key=lambda finding: finding.order))
        super().__init__("\n".join(str(finding) for finding in self.findings))


class ContentError(OneThingError):
    """Content that cannot be used: syntax, types, ids, loops, wants that nothing issues."""


class AnswerError(OneThingError):
    """Answers that are unknown, illegal or contradict each other."""

    exit_code = 3


class UsageError(OneThingError):
    """The command was called wrongly: an option, a value or a combination that does not exist."""

    exit_code = 2


class MachineError(OneThingError):
    """The machine refused: port in use, read-only folder, full disk, a file that cannot be read."""

    exit_code = 4
