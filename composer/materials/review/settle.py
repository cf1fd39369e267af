"""**settle** (复核结论): what the verdicts of several people come to, or where they contradict each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import networkx as nx

from composer.errors import ContentError, Finding
from composer.materials.identity import lexicon_of, reading
from composer.materials.names.lexicon import plain
from composer.materials.review.units import is_unit
from composer.model.material import MaterialKind
from composer.model.theme import Catalogue
from composer.model.verdict import UNKNOWN, Said, Verdict

Pair = frozenset[str]


@dataclass(frozen=True)
class Settled:
    """What is in force: `agreed` verdicts with their sides as units, the class of each unit that is one with others.

    A unit is a kind by its id, or `~` and a canonical wording. `disputes` are verdicts of several people on one pair
    that do not agree; none of them is in force. `links` are the relations between classes, `heads` by unit the
    first of its class: the known kind, or else the unit that was judged first.
    """

    agreed: tuple[Verdict, ...]
    disputes: tuple[tuple[Verdict, ...], ...]
    heads: Mapping[str, str]
    links: tuple[tuple[str, Verdict, str], ...]

    def head(self, unit: str) -> str:
        """The first of the class of `unit`; itself where it was never judged to be one with another."""
        return self.heads.get(unit, unit)

    def judged(self) -> set[Pair]:
        """Pairs of classes of which it is known, or disputed, how they stand to each other."""
        linked = {frozenset((one, other)) for one, _, other in self.links}
        return linked | {frozenset(self.head(side) for side in (row[0].one, row[0].other)) for row in self.disputes}


def settle(verdicts: Iterable[Verdict], catalogue: Catalogue) -> Settled:
    """What `verdicts` come to by when they were given, in whatever order; of one person on one pair the last counts.

    Raises ContentError with every verdict that contradicts earlier ones, naming those, and with those on kinds that
    do not exist.
    """
    known = lexicon_of(catalogue).kinds
    findings: list[Finding] = []
    units = [_as_units(one, known) for one in sorted(verdicts, key=_moment)]
    findings += (gone for one in units for gone in (*_gone(one, catalogue), *_more(one, catalogue)))
    if findings:
        raise ContentError(findings)
    agreed, disputes = _by_pair(units)
    same: nx.Graph[str] = nx.Graph()
    for one in agreed:
        if one.said is Said.SAME:
            findings += _joined_kinds(one, same, catalogue)
            same.add_edge(one.one, one.other, verdict=one)
    heads = {unit: _head(members, agreed, catalogue) for members in nx.connected_components(same) for unit in members}
    links = tuple(
        (heads.get(one.one, one.one), one, heads.get(one.other, one.other))
        for one in agreed
        if one.said is not Said.SAME
    )
    findings += _inside(links, same, catalogue)
    findings += _circles(links, heads, catalogue)
    if findings:
        raise ContentError(findings)
    return Settled(tuple(agreed), tuple(disputes), heads, links)


def unit_of(side: str, known: Mapping[str, MaterialKind]) -> str:
    """The unit of a side as it is written; a wording that the catalogue knows by now is the kind."""
    if not side.startswith(UNKNOWN):
        return side
    wording = plain(side.removeprefix(UNKNOWN))
    kind = known.get(wording)
    return kind.id if kind else f"{UNKNOWN}{wording}"


def called(unit: str, catalogue: Catalogue) -> str:
    """A unit as a person reads it."""
    kind = catalogue.kinds.get(unit)
    return kind.name if kind else unit.removeprefix(UNKNOWN)


def cite(verdict: Verdict, catalogue: Catalogue) -> str:
    """A verdict quoted: what it says, who gave it and when, and where it stands if it stands in a file."""
    said = verdict.said.told(called(verdict.one, catalogue), called(verdict.other, catalogue))
    return f"{said}（{verdict.signed}{f'，{verdict.at}' if verdict.at else ''}）"


def _moment(verdict: Verdict) -> tuple[datetime, str, str]:
    """What puts verdicts in order, the same wherever they are kept; several may be given in one second."""
    return (verdict.given, verdict.id, verdict.why or "")


def _as_units(verdict: Verdict, known: Mapping[str, MaterialKind]) -> Verdict:
    return verdict.model_copy(
        update={"one": unit_of(verdict.one, known), "other": unit_of(verdict.other, known), "at": verdict.at}
    )


def _gone(verdict: Verdict, catalogue: Catalogue) -> Iterator[Finding]:
    for key, side in (("one", verdict.one), ("other", verdict.other)):
        if not side.startswith(UNKNOWN) and side not in catalogue.kinds:
            way_out = "请改成目录里有的编号；没有登记的说法前面写 ~"
            place = verdict.at.of(key) if verdict.at else None
            yield Finding("unknown-material", side, f"没有材料 {side}", way_out, place)


def _more(verdict: Verdict, catalogue: Catalogue) -> Iterator[Finding]:
    """Sides that say more than a kind: whose it is, or two documents."""
    for key, side in (("one", verdict.one), ("other", verdict.other)):
        wording = side.removeprefix(UNKNOWN)
        if side.startswith(UNKNOWN) and not is_unit(reading(wording, catalogue)):
            reason = f"“{wording}”不只说了是哪一种材料，还说了谁的、哪里的，或者是几样、太笼统"
            place = verdict.at.of(key) if verdict.at else None
            yield Finding("verdict-not-kind", side, reason, "结论只能说种类，请去掉持有人等，如 ~户籍簿", place)


def _by_pair(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[tuple[Verdict, ...]]]:
    """The verdicts on which all agree, one a pair, and those on which they do not, in the order of the pairs."""
    pairs: dict[Pair, dict[str, Verdict]] = {}
    for one in verdicts:
        if one.one != one.other and one.said is not Said.UNSURE:
            pairs.setdefault(frozenset((one.one, one.other)), {})[one.by] = one
    agreed, disputes = [], []
    for people in pairs.values():
        rows = tuple(people.values())
        if len({_meaning(row) for row in rows}) == 1:
            agreed.append(rows[0])
        else:
            disputes.append(rows)
    return agreed, disputes


def _meaning(verdict: Verdict) -> tuple[str, str]:
    return (verdict.said, verdict.one if verdict.said.is_directed else "")


def _joined_kinds(verdict: Verdict, same: "nx.Graph[str]", catalogue: Catalogue) -> Iterator[Finding]:
    """A verdict that would make one of two kinds that the catalogue keeps apart."""
    sides = [_known_in(unit, same, catalogue) for unit in (verdict.one, verdict.other)]
    if sides[0] and sides[1] and sides[0] != sides[1]:
        names = "和".join(f"“{called(side, catalogue)}”（{side}）" for side in sides if side)
        through = _quoted([*_way(verdict.one, sides[0], same), *_way(verdict.other, sides[1], same)], catalogue)
        reason = f"{cite(verdict, catalogue)}，会把目录里的{names}并成一种{through}"
        way_out = "请先撤销有误的结论；目录里确是同一种的，请先合并那两条"
        yield Finding("verdicts-contradict", verdict.one, reason, way_out, verdict.at)


def _known_in(unit: str, same: "nx.Graph[str]", catalogue: Catalogue) -> str | None:
    members = nx.node_connected_component(same, unit) if unit in same else {unit}
    return min((one for one in members if one in catalogue.kinds), default=None)


def _way(start: str, end: str, same: "nx.Graph[str]") -> list[Verdict]:
    """The fewest verdicts by which two units are one."""
    if start == end:
        return []
    path = nx.shortest_path(same, start, end)
    return [same.edges[step]["verdict"] for step in pairwise(path)]


def _quoted(verdicts: Sequence[Verdict], catalogue: Catalogue) -> str:
    return f"；因为{'，'.join(cite(one, catalogue) for one in verdicts)}" if verdicts else ""


def _head(members: Iterable[str], agreed: Sequence[Verdict], catalogue: Catalogue) -> str:
    members = set(members)
    kind = min((one for one in members if one in catalogue.kinds), default=None)
    return kind or next(side for one in agreed for side in (one.one, one.other) if side in members)


def _inside(
    links: Iterable[tuple[str, Verdict, str]], same: "nx.Graph[str]", catalogue: Catalogue
) -> Iterator[Finding]:
    """Verdicts that tell apart what other verdicts made one."""
    for one, verdict, other in links:
        if one == other:
            through = _quoted(_way(verdict.one, verdict.other, same), catalogue)
            reason = f"{cite(verdict, catalogue)}，可是两样已经是同一种{through}"
            yield Finding("verdicts-contradict", verdict.one, reason, "请先撤销有误的结论", verdict.at)


def _circles(
    links: Sequence[tuple[str, Verdict, str]], heads: Mapping[str, str], catalogue: Catalogue
) -> Iterator[Finding]:
    """Kinds that satisfy, or are part of, each other in a circle, with at least one verdict among the steps."""
    for said, of in ((Said.SATISFIES, "satisfies"), (Said.PART_OF, "part_of")):
        judged = [link for link in links if link[1].said is said and link[0] != link[2]]
        if not judged:
            continue
        steps: nx.DiGraph[str] = nx.DiGraph()
        for kind in catalogue.kinds.values():
            value = getattr(kind, of)
            for target in (value,) if isinstance(value, str) else value or ():
                steps.add_edge(heads.get(kind.id, kind.id), heads.get(target, target))
        for one, verdict, other in judged:
            if other in steps and one in steps and nx.has_path(steps, other, one):
                path = nx.shortest_path(steps, other, one)
                names = "→".join(f"“{called(unit, catalogue)}”" for unit in (one, *path))
                reason = f"{cite(verdict, catalogue)}，会绕成一圈：{names}"
                way_out = "请先撤销有误的结论；互相都能代替的，请判为任选其一或同一种"
                yield Finding("verdicts-contradict", verdict.one, reason, way_out, verdict.at)
            steps.add_edge(one, other)
