"""Why the best way does without an item that it could have had: excluded, out of reach, of no use, or worse.

The best way with the item is composed and its objectives held against those of the package. With the item means in the
place of what the package has: the other items that would meet the same wants and demands are left out, as long as
that leads anywhere, so that it is not weighed as an idle addition.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from composer.chain.explain import say_achieved
from composer.chain.graph import is_mandatory
from composer.errors import Place
from composer.model.item import ServiceItem
from composer.model.package import Achieved, ThemePackage
from composer.why.absent import is_choice, kept_out
from composer.why.figures import compared
from composer.why.model import Cause, Ground, Weighed
from composer.why.scene import Scene


@dataclass(frozen=True)
class Verdict:
    """Why an item was passed over: in one sentence, each cause, and what the package would come to with it.

    `said` stands by itself, `causes` beside the figures in `weighed`.
    """

    ground: Ground
    said: str
    causes: tuple[Cause, ...]
    weighed: tuple[Weighed, ...] = ()


def why_without(item: ServiceItem, scene: Scene) -> str:
    """In one sentence, why an item is not in the package: the rule, who does its work instead, else the verdict."""
    own = set(item.issued)
    replaced = any(own.intersection(one.issued) for one in scene.planned.values())
    if replaced or not is_choice(item.id, scene):
        return kept_out(item, scene)
    return passed_over(scene.selected[item.id], scene).said


def passed_over(item: ServiceItem, scene: Scene) -> Verdict:
    """The verdict on a candidate that the package of the scene does without, though nothing forbids it."""
    place = scene.candidates[item.id].at
    idle = _idle(item, scene)
    if idle is not None:
        return Verdict(idle.ground or Ground.NOT_NEEDED, idle.text, (idle,))
    exclusions = tuple(_exclusions(item, scene))
    rivals = _rivals(item, scene)
    with_it = _with(item, rivals, scene)
    along = with_it.package is None and bool(rivals)
    if along:
        with_it = _with(item, (), scene)
    if with_it.package is None:
        return _out_of_reach(exclusions, with_it, place)
    return _weighed(exclusions, with_it.package, scene, place, rivals if along else ())


def _idle(item: ServiceItem, scene: Scene) -> Cause | None:
    """That nothing in the package has a use for what the item issues; None where something has."""
    place = scene.candidates[item.id].at
    own = {result.material: result.name for result in item.results}
    held = [f"“{name}”" for ref, name in own.items() if ref in scene.terms.have]
    if held and len(held) == len(own):
        return Cause(text=f"您手上已有{''.join(held)}，不用再办", place=place, ground=Ground.AT_HAND)
    if any(_groups(own, scene)):
        return None
    others = (one for one in scene.selected.values() if one.id not in scene.planned and one.id != item.id)
    users = [f"“{one.name}”" for one in others if _calls_for(one, item)]
    text = f"只有{''.join(users)}用得上它，这次不办" if users else "这次没有要它的结果，也没有事项需要它"
    return Cause(text=text, place=place, ground=Ground.NOT_NEEDED)


def _calls_for(user: ServiceItem, item: ServiceItem) -> bool:
    own = set(item.issued)
    demands = (requirement for requirement in user.requires if is_mandatory(requirement))
    before = any(one.item == item.id for one in user.prerequisites)
    return before or any(own.intersection(one.any_of) for one in demands)


def _groups(own: Iterable[str], scene: Scene) -> Iterator[tuple[str, ...]]:
    """The wants and the demands of the package, as alternatives, that something in `own` would meet."""
    mine = set(own) - set(scene.terms.have)
    yield from ((ref,) for ref in scene.wants if ref in mine)
    for one in scene.planned.values():
        for requirement in one.requires:
            if is_mandatory(requirement) and mine.intersection(requirement.any_of):
                yield requirement.any_of


def _rivals(item: ServiceItem, scene: Scene) -> tuple[str, ...]:
    """The other candidates that would meet what the item would, save those that the theme wants done anyhow."""
    wanted = {ref for group in _groups(item.issued, scene) for ref in group}
    others = (one for one in scene.selected.values() if one.id != item.id and not scene.candidates[one.id].forced)
    return tuple(one.id for one in others if not wanted.isdisjoint(one.issued))


def _with(item: ServiceItem, rivals: Iterable[str], scene: Scene) -> Scene:
    """The scene in which the item must be done, without its rivals."""
    items = tuple(one.model_copy(update={"forced": True}) if one.item == item.id else one for one in scene.theme.items)
    theme = scene.theme.model_copy(update={"items": items})
    terms = scene.terms.model_copy(update={"without": (*scene.terms.without, *rivals)})
    return Scene.of(theme, scene.written, scene.case.answers, terms)


def _exclusions(item: ServiceItem, scene: Scene) -> Iterator[Cause]:
    """The items of the package that cannot be done together with it, and the item whose rule that is."""
    for other in scene.planned.values():
        for one, excluded in ((item, other), (other, item)):
            if excluded.id in one.excludes:
                basis = one.bases[0] if one.bases else None
                yield Cause(
                    text=f"与“{other.name}”互斥，不能一起办（“{one.name}”这样规定）",
                    place=one.at.of("excludes") if one.at else None,
                    ground=Ground.EXCLUDED,
                    basis=basis.cited if basis else None,
                )
                break


def _out_of_reach(exclusions: tuple[Cause, ...], with_it: Scene, place: Place | None) -> Verdict:
    """With the item nothing comes about: because of what it excludes, else because of what stands in its way."""
    if exclusions:
        said = "；".join(one.text for one in exclusions)
        rest = Cause(text="办了它就编不出套餐", place=place, ground=Ground.UNREACHABLE)
        return Verdict(Ground.EXCLUDED, f"{said}；办了它就编不出套餐", (*exclusions, rest))
    causes = tuple(
        Cause(text=f"办它走不通：“{one.name}”{one.reason}", place=one.place, ground=Ground.UNREACHABLE)
        for one in with_it.obstacles
    )
    return Verdict(Ground.UNREACHABLE, causes[0].text, causes)


def _weighed(
    exclusions: tuple[Cause, ...], found: ThemePackage, scene: Scene, place: Place | None, along: Iterable[str]
) -> Verdict:
    """What the best way with the item comes to, beside the package; `along` are rivals that it cannot do without."""
    assert scene.package is not None  # an item is passed over by a package
    pairs = list(zip(scene.package.best.achieved, found.best.achieved, strict=True))
    decisive = next((number for number, (one, other) in enumerate(pairs) if _rank(one) != _rank(other)), None)
    weighed = tuple(
        Weighed(
            objective=one.objective.label,
            chosen=say_achieved(one),
            instead=say_achieved(other),
            decides=number == decisive,
        )
        for number, (one, other) in enumerate(pairs)
    )
    done = {planned.item.id for planned in found.items}
    still = "".join(f"“{scene.item_name(name)}”" for name in along if name in done)
    ground, verdict = _ranked(pairs, decisive)
    more = compared(scene.package, found) if decisive is None else ""
    parts = [f"用它也还要办{still}" if still else "", f"用它时{more}" if more else "", verdict]
    cause = Cause(text="；".join(filter(None, parts)), place=place, ground=ground)
    figures = [f"用它时{_figures(weighed)}"] if decisive is not None else []
    said = "；".join([*(one.text for one in exclusions), *figures, cause.text])
    return Verdict(ground, said, (*exclusions, cause), weighed)


def _figures(weighed: Iterable[Weighed]) -> str:
    """All objectives of both ways: "承诺时限 12 天，事项 5 个；现在承诺时限 10 天，事项 4 个"."""
    ways = [(f"{one.objective} {one.instead}", f"{one.objective} {one.chosen}") for one in weighed]
    return "；现在".join("，".join(way) for way in zip(*ways, strict=True))


def _rank(one: Achieved) -> tuple[int, float]:
    """Fewer unknown amounts are better, then less."""
    return one.unknown, one.value


def _ranked(pairs: list[tuple[Achieved, Achieved]], decisive: int | None) -> tuple[Ground, str]:
    """The first objective in which the two ways differ, else the order of the theme."""
    if decisive is None:
        labels = "、".join(one.objective.label for one, _ in pairs)
        return Ground.AS_GOOD, f"{labels}一样，主题把它排在后面"
    here, there = pairs[decisive]
    if _rank(there) < _rank(here):
        return Ground.NOT_PROVED, f"用它{here.objective.label}更少：现在的办法还没有证明是最好的"
    said = f"现在 {say_achieved(here)}，用它 {say_achieved(there)}"
    return Ground.WORSE, f"这件事先比{here.objective.label}，{said}"
