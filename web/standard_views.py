"""材料清单规范 in the data that its page shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from composer.inventory import MaterialStandard
from composer.inventory.model import Demand, Examined, Fact, Mode, Named, Origin, ReviewRow, SupplyRow, Use, Verdict
from composer.inventory.wording import asked_for, demanders, places, supplier
from composer.model.theme import Catalogue
from composer.render.guide.sources import Sources
from composer.render.guide.view import SourceView


@dataclass(frozen=True)
class FactView:
    """One thing known, with the number of its source in the list at the end of the page."""

    text: str
    source: int | None
    certain: bool


@dataclass(frozen=True)
class ReuseView:
    """A row of 共享复用材料清单; `places` are the items by department."""

    name: str
    givers: str
    system: str | None
    theme: Named | None
    places: tuple[str, ...]
    items: int
    certain: bool


@dataclass(frozen=True)
class ReuseGroup:
    """The rows of one mode, and what it means."""

    id: str
    name: str
    meaning: str
    rows: tuple[ReuseView, ...]


@dataclass(frozen=True)
class SupplyView:
    """A row of 材料供需表."""

    name: str
    origin: str
    supplier: str
    use: str
    items: int
    departments: int
    themes: int
    originals: int
    copies: int
    demanders: tuple[str, ...]
    wordings: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class AnswerView:
    """The answer to one of the three tests."""

    answer: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class ReviewView:
    """A demand with its three tests, why the rule proposes what it does, and why it looks like a needless proof."""

    name: str
    item: str
    department: str
    themes: tuple[Named, ...]
    tests: tuple[tuple[str, AnswerView], ...]
    reason: str
    against: tuple[FactView, ...]
    needless: tuple[FactView, ...]
    certain: bool


@dataclass(frozen=True)
class ReviewGroup:
    """The demands of one verdict; `reasons` with how often, `folded` where the reasons say enough at first."""

    id: str
    name: str
    rows: tuple[ReviewView, ...]
    reasons: tuple[tuple[str, int], ...]
    folded: bool


@dataclass(frozen=True)
class StandardView:
    """The page: three lists, figures, the gaps of supply, and the sources that facts name."""

    items: int
    themes: int
    requirements: int
    unused_kinds: int
    department: Named | None
    reuses: tuple[ReuseGroup, ...]
    supplies: tuple[SupplyView, ...]
    results: tuple[SupplyView, ...]
    origins: tuple[tuple[str, int], ...]
    gaps: tuple[str, ...]
    reviews: tuple[ReviewGroup, ...]
    needless: tuple[ReviewView, ...]
    sources: tuple[SourceView, ...]


_MEANINGS = {
    Mode.FETCHED: "部门手里已有，由受理部门去取，不要申请人交。",
    Mode.PASSED: "同一件事里前面的事项办出来的，直接流转给后面的事项。",
    Mode.REUSED: "要申请人交，但同一件事里只交一份，几个事项共用。",
}


def standard_view(standard: MaterialStandard, catalogue: Catalogue) -> StandardView:
    """The lists with the words that an official reads."""
    sources = Sources(catalogue)
    supplies = [(row, _supply(row, standard)) for row in standard.supplies]
    reviews = tuple(group for verdict in Verdict if (group := _review_group(verdict, standard, sources)).rows)
    return StandardView(
        items=standard.items,
        themes=standard.themes,
        requirements=standard.requirements,
        unused_kinds=standard.unused_kinds,
        department=standard.department,
        reuses=tuple(_reuse_group(mode, standard) for mode in Mode),
        supplies=tuple(view for row, view in supplies if row.demands),
        results=tuple(view for row, view in supplies if not row.demands),
        origins=_origins(standard.supplies),
        gaps=tuple(row.name for row in standard.supplies if row.origin is Origin.NOBODY and row.use is Use.DEMANDED),
        reviews=reviews,
        needless=tuple(row for group in reviews for row in group.rows if row.needless),
        sources=sources.listed(),
    )


def _reuse_group(mode: Mode, standard: MaterialStandard) -> ReuseGroup:
    rows = []
    for row in standard.reuses:
        if row.mode is mode:
            demands = [standard.by_id[one] for one in row.demands]
            rows.append(
                ReuseView(
                    name=row.name,
                    givers="、".join(row.givers) or "没有写明",
                    system=row.system,
                    theme=row.theme,
                    places=tuple(places(demands)),
                    items=len({one.item.id for one in demands}),
                    certain=row.certain,
                )
            )
    return ReuseGroup(mode.name.lower(), mode.value, _MEANINGS[mode], tuple(rows))


def _supply(row: SupplyRow, standard: MaterialStandard) -> SupplyView:
    return SupplyView(
        name=row.name,
        origin=row.origin.value,
        supplier=supplier(row),
        use=row.use.value,
        items=row.items,
        departments=row.departments,
        themes=row.themes,
        originals=row.originals,
        copies=row.copies,
        demanders=tuple(demanders(row, standard)),
        wordings=tuple(one for one in row.wordings if one != row.name),
        note=row.note,
    )


def _origins(rows: Iterable[SupplyRow]) -> tuple[tuple[str, int], ...]:
    counted = dict.fromkeys(Origin, 0)
    for row in rows:
        counted[row.origin] += 1
    return tuple((origin.value, number) for origin, number in counted.items() if number)


def _review_group(verdict: Verdict, standard: MaterialStandard, sources: Sources) -> ReviewGroup:
    rows = tuple(
        _review(row, standard.by_id[row.demand], sources) for row in standard.reviews if row.verdict is verdict
    )
    reasons = tuple(Counter(row.reason for row in rows).most_common())
    folded = verdict not in (Verdict.CANCEL, Verdict.PLEDGE)
    return ReviewGroup(verdict.name.lower(), verdict.value, rows, reasons, folded)


def _review(row: ReviewRow, demand: Demand, sources: Sources) -> ReviewView:
    return ReviewView(
        name=asked_for(demand),
        item=demand.item.name,
        department=demand.department.name,
        themes=demand.themes,
        tests=(
            ("有没有依据", _test(row.basis, sources)),
            ("能不能共享", _test(row.sharing, sources)),
            ("能不能承诺", _test(row.pledge, sources)),
        ),
        reason=row.reason,
        against=_facts(row.against, sources),
        needless=_facts(row.needless, sources),
        certain=row.certain,
    )


def _test(test: Examined, sources: Sources) -> AnswerView:
    return AnswerView(test.answer.value, _facts(test.facts, sources))


def _facts(facts: Iterable[Fact], sources: Sources) -> tuple[FactView, ...]:
    return tuple(
        FactView(fact.text, sources.number(fact.source) if fact.source else None, fact.certain) for fact in facts
    )
