"""The desk (复核台) at which people judge pairs of names: one database, several people, verdicts in force at once."""

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Engine
from sqlmodel import Session

from composer.errors import Finding, UsageError
from composer.materials.identity import lexicon_of
from composer.materials.names.parse import parse
from composer.materials.review.effect import with_verdicts
from composer.materials.review.queue import Candidate, Queue
from composer.materials.review.settle import Pair, Settled, called, settle, unit_of
from composer.model.theme import Catalogue
from composer.model.verdict import Said, Verdict
from composer.store.reviews import (
    Given,
    Heard,
    add_list,
    all_given,
    claim,
    claimed,
    heard_names,
    in_force,
    lists_added,
    record,
    release,
    undo,
)
from composer.store.schema import prepare
from composer.store.sessions import open_database, reading, writing

AT_THE_TABLE = timedelta(minutes=10)
"""So long a pair that somebody was asked is asked of nobody else."""


@dataclass(frozen=True)
class Judged:
    """What was judged: every verdict, what they come to, and those on pairs of which people found different things."""

    given: tuple[Given, ...]
    settled: Settled
    disputes: tuple[tuple[Given, ...], ...]

    @property
    def counting(self) -> int:
        """How many verdicts count: not undone, not disputed, and of people who were sure."""
        disputed = {one.number for rows in self.disputes for one in rows}
        return sum(
            one.undone_at is None and one.verdict.said is not Said.UNSURE and one.number not in disputed
            for one in self.given
        )


@dataclass(frozen=True)
class Standing(Judged):
    """How a review stands: what was judged, and the pairs left, best first."""

    left: tuple[Candidate, ...]


class Desk:
    """The review kept in one database file; several threads and several programs may use it at a time."""

    def __init__(self, database: Path, catalogue: Catalogue, clock: Callable[[], datetime] | None = None) -> None:
        """Open, or make, the database; raises MachineError where that cannot be."""
        self.catalogue = catalogue
        self._engine: Engine = open_database(database)
        prepare(self._engine)
        self._now = clock or (lambda: datetime.now(UTC))
        self._lock = threading.Lock()
        self._read: tuple[int, Mapping[str, Heard], Queue] | None = None

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def add(self, digest: str, file: str, names: Mapping[str, Heard]) -> bool:
        """Put the names of a list under review; False where the same list was added before."""
        with writing(self._engine) as session:
            return add_list(session, digest, file, names, self._now())

    def names(self) -> Mapping[str, Heard]:
        """The names under review."""
        with reading(self._engine) as session:
            return self._current(session)[0]

    def queue(self) -> Queue:
        """What the names leave open; read once, and again when a list was added."""
        with reading(self._engine) as session:
            return self._current(session)[1]

    def standing(self) -> Standing:
        """Where the review stands now."""
        judged = self.judged()
        return Standing(judged.given, judged.settled, judged.disputes, tuple(self.queue().ranked(judged.settled)))

    def judged(self) -> Judged:
        """What was judged until now; no name is read for it."""
        with reading(self._engine) as session:
            given = all_given(session)
        settled = settle(in_force(given), self.catalogue)
        return Judged(tuple(given), settled, _disputes(given, settled, self.catalogue))

    def next(self, by: str) -> Candidate | None:
        """The best pair that nobody else has on the table, which is on the table of `by` then; None where none is.

        Raises UsageError without a name.
        """
        by = _named(by)
        self.queue()  # reading the names takes seconds, in which no one else should wait for the database
        with writing(self._engine) as session:
            _, queue = self._current(session)
            verdicts = in_force(all_given(session))
            settled = settle(verdicts, self.catalogue)
            now = self._now()
            taken = claimed(session, by, now) | _unsure(by, verdicts, settled)
            found = next(iter(queue.ranked(settled, taken)), None)
            if found:
                claim(session, found.pair, by, now + AT_THE_TABLE)
            return found

    def judge(self, one: str, said: Said, other: str, by: str, why: str | None = None) -> int:
        """Give a verdict, which is in force at once; returns its number.

        Raises UsageError without a name and for a wording that no list under review has, ContentError where it
        contradicts verdicts in force: then nothing is kept.
        """
        given = self._now().replace(microsecond=0)
        try:
            verdict = Verdict(one=one, said=said, other=other, by=_named(by), why=why or None, given=given)
        except ValidationError as error:
            reason = f"{one[:40]}和{other[:40]}不是能判断的一对"
            raise UsageError([Finding("verdict-malformed", "", reason, "请从复核页重新选一对")]) from error
        self.queue()  # reading the names takes seconds, in which no one else should wait for the database
        with writing(self._engine) as session:
            number = record(session, verdict)
            settle(in_force(all_given(session)), self.catalogue)
            self._refuse_unheard(verdict, session)
            release(session, frozenset((one, other)))
            return number

    def undo(self, number: int, by: str) -> Verdict:
        """Take a verdict back. Raises UsageError where there is none, ContentError where others now contradict."""
        with writing(self._engine) as session:
            taken = undo(session, number, _named(by), self._now())
            settle(in_force(all_given(session)), self.catalogue)
            return taken

    def effective(self) -> Catalogue:
        """The catalogue with everything that is in force."""
        with reading(self._engine) as session:
            return with_verdicts(self.catalogue, in_force(all_given(session)))

    def _refuse_unheard(self, verdict: Verdict, session: Session) -> None:
        _, queue = self._current(session)
        known = lexicon_of(self.catalogue).kinds
        for side in (verdict.one, verdict.other):
            if unit_of(side, known) not in queue.units:
                reason = f"加进来的清单里没有“{called(side, self.catalogue)[:40]}”"
                raise UsageError([Finding("verdict-malformed", "", reason, "请从复核页重新选一对")])

    def _current(self, session: Session) -> tuple[Mapping[str, Heard], Queue]:
        added = lists_added(session)
        with self._lock:
            if self._read is None or self._read[0] != added:
                heard = heard_names(session)
                lexicon = lexicon_of(self.catalogue)
                queue = Queue([(parse(name, lexicon), one.rows) for name, one in heard.items()], lexicon)
                self._read = (added, heard, queue)
            return self._read[1], self._read[2]


def disagreement(judged: Judged, one: str, other: str) -> tuple[Verdict, ...]:
    """What people found differently of a pair; nothing where they agree."""
    pair = {one, other}
    verdicts = (tuple(given.verdict for given in rows) for rows in judged.disputes)
    return next((rows for rows in verdicts if any({row.one, row.other} == pair for row in rows)), ())


def _disputes(given: Iterable[Given], settled: Settled, catalogue: Catalogue) -> tuple[tuple[Given, ...], ...]:
    """The verdicts in force of each dispute with their numbers: of one person on one pair there is one in it."""
    known = lexicon_of(catalogue).kinds
    numbered = {
        (
            one.verdict.by,
            one.verdict.given,
            *(unit_of(side, known) for side in (one.verdict.one, one.verdict.other)),
        ): one
        for one in given
        if one.undone_at is None
    }
    rows = ((numbered[row.by, row.given, row.one, row.other] for row in dispute) for dispute in settled.disputes)
    return tuple(tuple(sorted(one, key=lambda given: given.number)) for one in rows)


def _unsure(by: str, verdicts: Iterable[Verdict], settled: Settled) -> set[Pair]:
    """The pairs that somebody left to others."""
    left = (one for one in verdicts if one.said is Said.UNSURE and one.by == by)
    return {frozenset((settled.head(one.one), settled.head(one.other))) for one in left}


def _named(by: str) -> str:
    if not by.strip():
        raise UsageError([Finding("reviewer-unnamed", "", "没有写是谁判断的", "请写姓名，命令行用 --by")])
    return by.strip()
