"""What the flowchart says, before any geometry: lanes, stages, cards, edges, what is handed in and received."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from composer.measure import say_days
from composer.model.item import Stated
from composer.model.material import Carrier
from composer.model.package import ONE_FORM, MaterialRow, Planned, Supplied, Supply, ThemePackage
from composer.model.quantity import Visits
from composer.model.theme import Catalogue
from composer.render.drawing.marks import BY_SUPPLY, Mark, mark_of
from composer.wording import chinese_number

UNSURE = "※"
"""Stands behind a fact that nobody has verified; the legend explains it."""

_ASIDE = re.compile(r"\s*[？?]\s*(（[^）]*）)?$")


class Line(NamedTuple):
    """A material: its mark, its short name, and all that is known about it."""

    mark: Mark
    text: str
    full: str


class Fact(NamedTuple):
    """A labelled value, with the text that it was read from."""

    label: str
    text: str
    full: str


class Card(NamedTuple):
    """One item. `stage` counts from 0."""

    id: str
    lane: str
    stage: int
    name: str
    unit: str | None
    facts: tuple[Fact, ...]
    materials: tuple[Line, ...]
    results: tuple[str, ...]
    critical: bool
    why: str


class HandIn(NamedTuple):
    """What the applicant hands in before a stage: documents, and a remark about the form."""

    lines: tuple[Line, ...]
    remark: str | None


class Stage(NamedTuple):
    """A band: its title, and what is said beneath it."""

    title: str
    remark: str
    full: str


class Lane(NamedTuple):
    """A department."""

    id: str
    name: str


class Edge(NamedTuple):
    """`consumer` waits for `producer`; `label` names what passes between them."""

    producer: str
    consumer: str
    labels: tuple[str, ...]
    critical: bool


class Received(NamedTuple):
    """A result at the end, the item that issued it, and whether it was wanted for itself."""

    name: str
    issuer: str
    wanted: bool


class Chart(NamedTuple):
    """Everything that the flowchart says."""

    title: str
    summary: str
    situation: str
    lanes: tuple[Lane, ...]
    stages: tuple[Stage, ...]
    cards: tuple[Card, ...]
    handed: tuple[HandIn, ...]
    edges: tuple[Edge, ...]
    received: tuple[Received, ...]


def chart_of(package: ThemePackage, catalogue: Catalogue) -> Chart:
    """The content of the flowchart of `package`."""
    lanes = tuple(
        Lane(name, catalogue.departments[name].name)
        for name in dict.fromkeys(planned.item.department for planned in package.items)
    )
    supplies: dict[str, list[Supplied]] = {planned.item.id: [] for planned in package.items}
    for one in package.supplies:
        supplies[one.item].append(one)
    critical = set(package.timeline.promised.decisive_path)
    stages = max((planned.stage for planned in package.items), default=0)
    return Chart(
        title=f"{package.theme.name}办理流程图",
        summary=_summary(package, len(lanes), stages),
        situation=_situation(package, catalogue),
        lanes=lanes,
        stages=tuple(_stage(number, package) for number in range(1, stages + 1)),
        cards=tuple(
            _card(one, supplies[one.item.id], package, catalogue, one.item.id in critical) for one in package.items
        ),
        handed=tuple(_handed(number, package) for number in range(1, stages + 1)),
        edges=_edges(package, catalogue),
        received=_received(package),
    )


def _summary(package: ThemePackage, lanes: int, stages: int) -> str:
    days = package.measures.duration
    return (
        f"{len(package.items)} 个事项，{lanes} 个实施主体，分 {stages} 个阶段；"
        f"同阶段事项可同时办。全程承诺 {say_days(days['promised_after'])}，法定 {say_days(days['statutory_after'])}"
    )


def _situation(package: ThemePackage, catalogue: Catalogue) -> str:
    told = []
    for asked in package.asked:
        question = catalogue.questions[asked.question]
        chosen = package.answers.get(question.id, ())
        labels = "、".join(option.label for option in question.options if option.id in chosen) or "无"
        told.append(f"{_ASIDE.sub('', question.text)}：{labels}")
    return "适用情形　" + "；".join(told) if told else ""


def _stage(number: int, package: ThemePackage) -> Stage:
    names = [planned.item.name for planned in package.items if planned.stage == number]
    remark = f"{len(names)} 个事项" + ("，可同时办理" if len(names) > 1 else "")
    heading = f"第{chinese_number(number)}阶段"
    return Stage(heading, remark, f"{heading}，{remark}：{'、'.join(names)}")


def _card(
    planned: Planned, supplies: Iterable[Supplied], package: ThemePackage, catalogue: Catalogue, critical: bool
) -> Card:
    item, timing = planned.item, package.timings[planned.item.id]
    facts = [
        _fact("承诺时限", say_days(timing.promised), item.limits.promised),
        _fact("法定时限", say_days(timing.statutory), item.limits.statutory),
    ]
    visits = _visits(timing.visits)
    if visits:
        facts.append(_fact("到场次数", visits, item.trips))
    return Card(
        id=item.id,
        lane=item.department,
        stage=planned.stage - 1,
        name=item.name,
        unit=item.unit,
        facts=tuple(facts),
        materials=tuple(_material(one, catalogue) for one in supplies),
        results=tuple(result.name for result in item.results),
        critical=critical,
        why=planned.why,
    )


def _fact(label: str, text: str, stated: tuple[Stated, ...]) -> Fact:
    unsure = bool(stated) and not stated[0].certain and text != "不明"
    return Fact(label, text + UNSURE * unsure, f"{label}：{stated[0].text if stated else '没有写明'}")


def _visits(visits: Visits) -> str:
    low, high = visits.count.low, visits.count.high
    if not high:
        return "" if visits.known else "不明"
    return f"{low:g}–{high:g} 次" if low != high else f"{high:g} 次"


def _material(one: Supplied, catalogue: Catalogue) -> Line:
    mark = mark_of(one, catalogue)
    name = catalogue.material(one.material).name
    unsure = not one.requirement.certain or (one.supply is Supply.SHARED and "shared" in one.requirement.unchecked)
    text = f"并入一张表单：{name}" if mark is Mark.FORM else name
    full = f"{one.requirement.name}（{mark.value.label}；{one.reason}）"
    return Line(mark, text + UNSURE * unsure, full + ("〔未核实〕" if unsure else ""))


def _handed(number: int, package: ThemePackage) -> HandIn:
    """What is handed in at this stage for the first time."""
    stage_of = {planned.item.id: planned.stage for planned in package.items}
    lines, remark = [], None
    for row in package.materials:
        stages = [stage_of[one.item] for one in row.demands if one.supply.is_handed_in]
        if row.id == ONE_FORM and number in stages and number > min(stages):
            remark = f"《{row.name}》已填好，不再重填"
        if stages and min(stages) == number:
            lines.append(_form_line(row, package) if row.id == ONE_FORM else _handed_line(row, stage_of))
    return HandIn(tuple(lines), remark)


def _form_line(row: MaterialRow, package: ThemePackage) -> Line:
    replaced = int(package.measures.forms[0].value)
    text = f"一张表单《{row.name}》" + (f"，代 {replaced} 张申请表" if replaced > 1 else "")
    return Line(Mark.FORM, text, text)


def _handed_line(row: MaterialRow, stage_of: Mapping[str, int]) -> Line:
    supply = min((one.supply for one in row.demands if one.supply.is_handed_in), key=list(Supply).index)
    unsure = all(not one.requirement.certain for one in row.demands)
    text = f"{row.name}{_sheets(row)}{'，可不交' if row.optional else ''}"
    full = f"{text}，用于 {len({one.item for one in row.demands if one.item in stage_of})} 个事项"
    return Line(BY_SUPPLY[supply], text + UNSURE * unsure, full)


def _sheets(row: MaterialRow) -> str:
    if not row.originals and not row.copies:
        either = any(one.requirement.carrier is Carrier.EITHER for one in row.demands)
        return "（原件或复印件）" if either else ""
    told = [
        name if count == 1 else f"{name}{count}份"
        for name, count in (("原件", row.originals), ("复印件", row.copies))
        if count
    ]
    return f"（{'、'.join(told)}）"


def _edges(package: ThemePackage, catalogue: Catalogue) -> tuple[Edge, ...]:
    path = package.timeline.promised.decisive_path
    critical = set(pairwise(path))
    flowing: dict[tuple[str, str], dict[str, None]] = {}
    for flow in package.flows:
        name = catalogue.material(flow.material).name
        flowing.setdefault((flow.producer, flow.consumer), {})[name] = None
    edges = []
    for planned in package.items:
        via = {one.item: one.via for one in planned.item.prerequisites}
        for producer in planned.requires:
            pair = (producer, planned.item.id)
            labels = tuple(flowing.get(pair, ())) or ((via[producer],) if producer in via else ())
            edges.append(Edge(*pair, labels, pair in critical))
    return tuple(edges)


def _received(package: ThemePackage) -> tuple[Received, ...]:
    wanted = {want.material for want in package.theme.wants}
    return tuple(
        Received(result.name, planned.item.name, result.material in wanted)
        for planned in package.items
        for result in planned.item.results
    )
