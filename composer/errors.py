"""One family of errors: each says what is wrong, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a content file: path as shown to its author, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a stable `code` (docs/reference/errors.md), the id, what is wrong, the way out."""

    code: str
    subject: str
    what: str
    how: str
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        subject = f"{self.subject}：" if self.subject else ""
        return f"{where}[{self.code}] {subject}{self.what}。{self.how}。"


class OneThingError(Exception):
    """Base of all errors; carries every problem found in the run, never only the first."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ContentError(OneThingError):
    """Content files that cannot be used: syntax, types, ids, cycles."""


class AnswerError(OneThingError):
    """Answers that are unknown, illegal or contradict each other."""

    exit_code = 3


class ChainError(OneThingError):
    """A theme that cannot be chained for these answers: a loop, or a want nobody issues."""


class OutputError(OneThingError):
    """The machine refused: port in use, read-only folder, full disk."""

    exit_code = 4
