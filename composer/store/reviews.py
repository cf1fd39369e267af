"""Names under review and what people judged, in the database. Never commits: that is the session's owner's."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, delete, func, insert, select, update

from composer.errors import Finding, UsageError
from composer.materials.review.settle import Pair
from composer.model.verdict import Said, Verdict
from composer.store.tables import Claim, Judgement, Name, NamesList

_VOICES = 6
"""So many of those who say a name are kept, to show a reviewer."""


class Given(NamedTuple):
    """A verdict as it was given, with its number, and who undid it when."""

    number: int
    verdict: Verdict
    undone_by: str | None
    undone_at: datetime | None


def was_replaced(one: Given, given: Iterable[Given]) -> bool:
    """Whether a verdict was undone by a later one of the same person on the same pair, and not by hand."""
    pair = {one.verdict.one, one.verdict.other}
    return any(
        other.number > one.number
        and other.verdict.by == one.verdict.by
        and {other.verdict.one, other.verdict.other} == pair
        and other.verdict.given == one.undone_at
        for other in given
    )


class Heard(NamedTuple):
    """On how many rows of a list a name stands, and who says it."""

    rows: int
    said_by: tuple[str, ...]


def add_list(session: Session, digest: str, file: str, names: Mapping[str, Heard], moment: datetime) -> bool:
    """Add the names of a list; False, and nothing is changed, where the same bytes were added before."""
    if session.get(NamesList, digest):
        return False
    rows = sum(heard.rows for heard in names.values())
    session.add(NamesList(digest=digest, file=file, rows=rows, added_at=_stored(moment)))
    session.flush()
    before = heard_names(session)
    new = [_as_row(name, heard) for name, heard in names.items() if name not in before]
    more = [_as_row(name, _both(before[name], heard)) for name, heard in names.items() if name in before]
    if new:
        session.execute(insert(Name), new)
    if more:
        session.execute(update(Name), more)
    return True


def _as_row(name: str, heard: Heard) -> dict[str, Any]:
    return {"name": name, "rows": heard.rows, "said_by": list(heard.said_by[:_VOICES])}


def _both(one: Heard, other: Heard) -> Heard:
    return Heard(one.rows + other.rows, tuple(dict.fromkeys((*one.said_by, *other.said_by))))


def heard_names(session: Session) -> dict[str, Heard]:
    """Every name under review."""
    found = session.exec(select(Name.name, Name.rows, Name.said_by).order_by(col(Name.name)))
    return {name: Heard(rows, tuple(said_by)) for name, rows, said_by in found}


def lists_added(session: Session) -> int:
    """How many lists there are; the names change with it and with nothing else."""
    return session.exec(select(func.count()).select_from(NamesList)).one()


def all_given(session: Session) -> list[Given]:
    """Every verdict in the order in which they were given, those undone too."""
    return [_given(one) for one in session.exec(select(Judgement).order_by(col(Judgement.number)))]


def in_force(given: Iterable[Given]) -> list[Verdict]:
    """The verdicts that were not undone."""
    return [one.verdict for one in given if one.undone_at is None]


def record(session: Session, verdict: Verdict) -> int:
    """Keep a verdict; returns its number. An earlier one of the same person on the same pair is undone by it."""
    earlier = session.exec(
        select(Judgement).where(col(Judgement.by) == verdict.by, col(Judgement.undone_at).is_(None))
    ).all()
    for one in earlier:
        if {one.one, one.other} == {verdict.one, verdict.other}:
            one.undone_by, one.undone_at = verdict.by, _stored(verdict.given)
    row = Judgement(
        one=verdict.one,
        said=verdict.said.value,
        other=verdict.other,
        by=verdict.by,
        why=verdict.why,
        given_at=_stored(verdict.given),
    )
    session.add(row)
    session.flush()
    return row.number or 0


def undo(session: Session, number: int, by: str, moment: datetime) -> Verdict:
    """Take a verdict back; returns it. Raises UsageError where there is none of that number, or not any more."""
    row = session.get(Judgement, number)
    if row is None:
        raise UsageError([Finding("verdict-unknown", str(number), "没有这一条结论", "请看清单里的编号")])
    if row.undone_at is not None:
        reason = f"这一条已经由{row.undone_by}在 {row.undone_at:%Y-%m-%d %H:%M} 撤销"
        raise UsageError([Finding("verdict-undone", str(number), reason, "不用再撤销；要恢复请重新判断这一对")])
    row.undone_by, row.undone_at = by, _stored(moment)
    session.flush()
    return _given(row).verdict


def claim(session: Session, pair: Pair, by: str, until: datetime) -> None:
    """Note that somebody has a pair on the table; what the same person had before is free again."""
    session.exec(delete(Claim).where(col(Claim.by) == by))
    one, other = sorted(pair)
    there = session.get(Claim, (one, other))
    if there:
        session.delete(there)
        session.flush()
    session.add(Claim(one=one, other=other, by=by, until=_stored(until)))
    session.flush()


def release(session: Session, pair: Pair) -> None:
    """Take a pair off whoever's table it is on."""
    one, other = sorted(pair)
    session.exec(delete(Claim).where(col(Claim.one) == one, col(Claim.other) == other))


def claimed(session: Session, by: str, moment: datetime) -> set[Pair]:
    """The pairs that others than `by` have on the table at `moment`."""
    query = select(Claim).where(col(Claim.by) != by, col(Claim.until) > _stored(moment))
    return {frozenset((one.one, one.other)) for one in session.exec(query)}


def _given(row: Judgement) -> Given:
    verdict = Verdict(
        one=row.one,
        said=Said(row.said),
        other=row.other,
        by=row.by,
        why=row.why,
        given=row.given_at.replace(tzinfo=UTC),
    )
    undone = row.undone_at.replace(tzinfo=UTC) if row.undone_at else None
    return Given(row.number or 0, verdict, row.undone_by, undone)


def _stored(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
