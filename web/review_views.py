"""The review of names as its pages show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from composer.materials.review.contrasts import contrasts_told
from composer.materials.review.queue import Candidate
from composer.materials.review.settle import called, cite
from composer.model.theme import Catalogue
from composer.store.desk import Desk, Standing
from composer.store.reviews import Given, Heard, was_replaced

_SHOWN = 8


@dataclass(frozen=True)
class NameView:
    """A name as lists write it, on how many rows, and who says it."""

    name: str
    rows: int
    said_by: tuple[str, ...]


@dataclass(frozen=True)
class SideView:
    """One of the two: what it is called with what differs marked, whether the catalogue has it, who says it how."""

    unit: str
    label: str
    title: Markup
    known: bool
    aliases: tuple[str, ...]
    issuer: str | None
    names: tuple[NameView, ...]
    more: int


@dataclass(frozen=True)
class PairView:
    """A pair to judge."""

    sides: tuple[SideView, SideView]
    likeness: str
    gain: int
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class GivenView:
    """A verdict in the list of all."""

    number: int
    text: str
    why: str | None
    undone: str | None


def pair_view(pair: Candidate, standing: Standing, desk: Desk) -> PairView:
    """The pair with everything that a person needs to judge it."""
    one, other = called(pair.one, desk.catalogue), called(pair.other, desk.catalogue)
    heard = desk.names()
    sides = (
        _side("甲", pair.one, one, other, standing, desk, heard),
        _side("乙", pair.other, other, one, standing, desk, heard),
    )
    return PairView(sides, f"{pair.likeness:.0%}", pair.gain, tuple(contrasts_told(one, other)))


def given_views(standing: Standing, catalogue: Catalogue) -> tuple[GivenView, ...]:
    """Every verdict, the latest first."""
    return tuple(given_view(one, catalogue, was_replaced(one, standing.given)) for one in reversed(standing.given))


def dispute_views(standing: Standing, catalogue: Catalogue) -> tuple[tuple[GivenView, ...], ...]:
    """The verdicts on each pair of which people found different things."""
    return tuple(tuple(given_view(one, catalogue) for one in rows) for rows in standing.disputes)


def given_view(one: Given, catalogue: Catalogue, replaced: bool = False) -> GivenView:
    """A verdict as a line, with who undid it, or judged again."""
    done = "后来改判" if replaced else "撤销"
    undone = f"{one.undone_by}，{one.undone_at:%Y-%m-%d} {done}" if one.undone_at else None
    return GivenView(one.number, cite(one.verdict, catalogue), one.verdict.why, undone)


def _side(
    label: str, unit: str, mine: str, others: str, standing: Standing, desk: Desk, heard: Mapping[str, Heard]
) -> SideView:
    kind = desk.catalogue.kinds.get(unit)
    names = list(desk.queue().names(unit, standing.settled))
    return SideView(
        unit=unit,
        label=label,
        title=Markup("").join(_marked(mine, others)),
        known=kind is not None,
        aliases=tuple(alias.text for alias in kind.aliases) if kind else (),
        issuer=kind.issuer if kind else None,
        names=tuple(NameView(name, rows, heard[name].said_by) for name, rows in names[:_SHOWN]),
        more=max(len(names) - _SHOWN, 0),
    )


def _marked(mine: str, others: str) -> Iterator[Markup]:
    """`mine` with what `others` does not have marked."""
    for change, start, end, _, _ in SequenceMatcher(None, mine, others, autojunk=False).get_opcodes():
        text = escape(mine[start:end])
        if text:
            yield text if change == "equal" else Markup("<mark>{}</mark>").format(text)
