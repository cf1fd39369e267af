"""Explanations and comparisons in the data that their pages show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from composer.model.figures import FIGURE_NAMES
from composer.model.package import FIGURES, ThemePackage
from composer.model.theme import Catalogue
from composer.render.guide.sources import Sources
from composer.why import Scene, in_brief
from composer.why.compare import Difference
from composer.why.facts import ATTRIBUTES, Part
from composer.why.figures import said
from composer.why.model import Step, StepKind, Thing, ThingKind
from composer.why.things import things_of
from composer.why.whatif import WhatIf

NOTHING = "没有"
STUCK = "走不通"


@dataclass(frozen=True)
class Listed:
    """A thing in the list of all that can be asked about."""

    id: str
    name: str
    why: str


@dataclass(frozen=True)
class ListedGroup:
    """Things of one kind; `long` where there are so many that they stay folded."""

    id: str
    name: str
    rows: tuple[Listed, ...]
    long: bool


@dataclass(frozen=True)
class Cited:
    """Where something is stated: a title, and an address where the guide would link it."""

    title: str | None
    link: str | None


@dataclass(frozen=True)
class StepView:
    """A step of a chain; `about` is the thing it can be asked about, `cited` where it is stated."""

    kind: str
    text: str
    facts: tuple[str, ...]
    cited: Cited
    certain: bool
    about: str | None


@dataclass(frozen=True)
class DifferenceView:
    """A difference: `sign` is plus, minus or change; what each side says, and what brought it."""

    sign: str
    name: str
    values: tuple[tuple[str, str, str], ...]
    by: str
    why: str


@dataclass(frozen=True)
class DifferenceGroup:
    """Differences of one part; `names` instead of rows where there are many of one cause."""

    part: str
    rows: tuple[DifferenceView, ...]
    long: bool


@dataclass(frozen=True)
class Pair:
    """One thing as it is and as it would be; `differs` where the two are not the same."""

    name: str
    before: str
    after: str
    differs: bool


def listed(scene: Scene) -> tuple[tuple[ListedGroup, ...], tuple[ListedGroup, ...]]:
    """All things that the theme may use: those of the package, and those that are not in it, by kind."""
    order = _order(scene)
    everything = sorted(things_of(scene.theme, scene.catalogue), key=lambda thing: order.get(thing.id, len(order)))
    explained = [(thing, in_brief(thing, scene)) for thing in everything]
    sides = []
    for present in (True, False):
        groups = []
        for kind in ThingKind:
            rows = tuple(
                Listed(
                    _told_apart(thing, scene),
                    thing.name,
                    one.summary,
                )
                for thing, one in explained
                if thing.kind is kind and one.present is present
            )
            if rows:
                name = f"{kind.value}-{'in' if present else 'out'}"
                groups.append(ListedGroup(name, _KINDS[kind], rows, long=kind is ThingKind.FIELD))
        sides.append(tuple(groups))
    return sides[0], sides[1]


def _order(scene: Scene) -> dict[str, int]:
    """Place of each thing in the package, which is that of the guide."""
    if scene.package is None:
        return {}
    ids = [one.item.id for one in scene.package.items] + [row.material for row in scene.package.materials]
    ids += [row.id for row in scene.package.form.rows] + [one.question for one in scene.theme.questions]
    return {name: number for number, name in enumerate(ids)}


_KINDS = {
    ThingKind.ITEM: "事项",
    ThingKind.MATERIAL: "材料",
    ThingKind.FIELD: "表里的栏目",
    ThingKind.QUESTION: "问您的问题",
    ThingKind.POLICY: "改革举措",
}


def _told_apart(thing: Thing, scene: Scene) -> str:
    """The id, with its kind where something else may have the same."""
    if thing.kind is ThingKind.POLICY:
        return f"policy:{thing.id}"
    shared = thing.kind is ThingKind.MATERIAL and thing.id in scene.catalogue.items
    return f"material:{thing.id}" if shared else thing.id


def address(theme_id: str, name: str, query: str) -> str:
    """Where a thing of a theme is explained."""
    return f"/themes/{theme_id}/why/{quote(name, safe='@:.')}" + (f"?{query}" if query else "")


def cited(name: str | None, catalogue: Catalogue) -> Cited:
    """The source of that name, or none."""
    if name is None:
        return Cited(None, None)
    sources = Sources(catalogue)
    sources.number(name)
    (source,) = sources.listed()
    return Cited(source.title, source.link)


def step_view(step: Step, catalogue: Catalogue) -> StepView:
    """A step with the words and the source of it."""
    return StepView(
        kind=step.kind.value,
        text=step.text,
        facts=tuple(fact for fact in (step.because, step.basis) if fact),
        cited=cited(step.source, catalogue),
        certain=step.certain is not False,
        about=step.id if step.kind is StepKind.ITEM else None,
    )


def figures(found: WhatIf) -> tuple[Pair, ...]:
    """Every figure of both packages, as one thing."""
    return _pairs(
        found,
        lambda one: {name: (FIGURE_NAMES[name].name, said(name, getattr(one.measures, name)[1])) for name in FIGURES},
    )


def steps(found: WhatIf) -> tuple[Pair, ...]:
    """Every item of either package with its stage."""
    return _pairs(found, lambda one: {each.item.id: (each.item.name, f"第 {each.stage} 阶段") for each in one.items})


def documents(found: WhatIf) -> tuple[Pair, ...]:
    """Every document of either package with where it comes from."""
    return _pairs(found, lambda one: {row.id: (row.name, row.supply.label) for row in one.materials})


def _pairs(found: WhatIf, side: Callable[[ThemePackage], dict[str, tuple[str, str]]]) -> tuple[Pair, ...]:
    here, there = (side(package) if package else {} for package in (found.before, found.after))
    none, more = (("", NOTHING if package else STUCK) for package in (found.before, found.after))
    pairs = []
    for key in dict.fromkeys([*here, *there]):
        (name, before), (other, after) = here.get(key, none), there.get(key, more)
        pairs.append(Pair(name or other, before, after, before != after))
    return tuple(pairs)


def difference_groups(found: WhatIf) -> tuple[DifferenceGroup, ...]:
    """The differences part by part; data of the form that share sign and cause are one row.

    Figures that have nothing to be held against stand in the table alone.
    """
    groups = []
    for part, members in groupby(found.differences, key=lambda one: one.part):
        if part is Part.FIELD:
            groups.append(DifferenceGroup(part.label, tuple(_folded(members, found)), long=True))
        elif part is not Part.ANSWER and (found.before is not None or part is not Part.FIGURE):
            groups.append(DifferenceGroup(part.label, tuple(_difference(one, found) for one in members), long=False))
    return tuple(groups)


def _difference(one: Difference, found: WhatIf) -> DifferenceView:
    changed = one.before if one.before is not None and one.after is not None else {}
    after = one.after or {}
    return DifferenceView(
        sign=_sign(one),
        name=one.name,
        values=tuple((ATTRIBUTES[name], value, after[name]) for name, value in changed.items()),
        by=_by(one, found),
        why=one.reason.text if one.reason else "",
    )


def _folded(members: Iterable[Difference], found: WhatIf) -> Iterator[DifferenceView]:
    rows: dict[tuple[str, str], list[str]] = {}
    for one in members:
        rows.setdefault((_sign(one), _by(one, found)), []).append(one.name)
    for (sign, by), names in rows.items():
        yield DifferenceView(sign, f"{len(names)} 栏：{'、'.join(names)}", (), by, "")


def _sign(one: Difference) -> str:
    return "plus" if one.before is None else "minus" if one.after is None else "change"


def _by(one: Difference, found: WhatIf) -> str:
    """The changes that bring a difference, in words; nothing where there is only one change."""
    if one.reason is None or len(found.changes) == 1:
        return ""
    return (
        "几处改动合在一起"
        if one.reason.together
        else "，或".join(found.changes[each].text for each in one.reason.changes)
    )
