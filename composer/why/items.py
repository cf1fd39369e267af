"""Why an item is in the package, why not another instead of it, and why one is not there."""

from collections.abc import Iterator

from composer.chain.explain import say_achieved
from composer.model.item import ServiceItem
from composer.model.package import Best, DroppedKind, ThemePackage
from composer.model.policy import ways
from composer.situations.conditions import holds
from composer.why.figures import compared
from composer.why.model import Alternative, Cause, Explanation, Thing, ThingKind, Use
from composer.why.scene import Scene
from composer.why.switches import off, on
from composer.why.uses import Uses


def explain_item(thing: Thing, scene: Scene) -> Explanation:
    """Every want and demand that brings the item in with what it is preferred to, or what keeps it out."""
    item = scene.catalogue.items[thing.id]
    if thing.id not in scene.planned:
        causes = tuple(_kept_out(item, scene))
        return Explanation(
            thing=thing,
            present=False,
            summary=causes[0].text,
            causes=causes,
            alternatives=tuple(_instead(item, scene)),
        )
    planned = next(one for one in scene.package.items if one.item.id == item.id) if scene.package else None
    return Explanation(
        thing=thing,
        present=True,
        summary=planned.why if planned else "",
        uses=tuple(Use(chain=chain) for chain in Uses(scene).of_item(item.id)),
        causes=tuple(_let_in(item, scene)),
        alternatives=tuple(_not_taken(scene.planned[item.id], scene)),
    )


def _let_in(item: ServiceItem, scene: Scene) -> Iterator[Cause]:
    """The answer that the theme lists it for, and the policies that change how it is handled."""
    candidate = scene.candidates[item.id]
    because = on(candidate.when, scene.case.answers, scene.catalogue.questions)
    if because:
        yield Cause(text=f"{because}，所以用得上它", place=candidate.at)
    for policy in scene.rewriting(item.id):
        yield Cause(text=f"{ways(policy)}“{policy.name}”改变了它的办法", place=policy.at)


def kept_out(item: ServiceItem, scene: Scene) -> str:
    """In one sentence, why an item is not in the package."""
    return next(_kept_out(item, scene)).text


def _kept_out(item: ServiceItem, scene: Scene) -> Iterator[Cause]:
    candidate = scene.candidates.get(item.id)
    if candidate is None:
        place = scene.theme.at.of("items") if scene.theme.at else None
        yield Cause(text=f"“{scene.theme.name}”没有列这个事项", place=place)
        return
    if not holds(candidate.when, scene.case.answers):
        yield Cause(text=off(candidate.when, scene.case.answers, scene.catalogue.questions), place=candidate.at)
        return
    if item.id in scene.terms.without:
        yield Cause(text="这里说好了不办它", place=candidate.at)
        return
    dropped = [one for one in scene.package.dropped if one.id == item.id] if scene.package else []
    for one in dropped:
        if one.kind is DroppedKind.ITEM:
            yield Cause(text=one.reason, place=candidate.at)
    if not dropped:
        yield Cause(text="按这些回答编不出套餐，还说不上要不要办它", place=candidate.at)


def _instead(item: ServiceItem, scene: Scene) -> Iterator[Alternative]:
    """The items of the package that issue what this one would."""
    own = {result.material for result in item.results}
    for other in scene.planned.values():
        for result in other.results:
            if result.material in own:
                reason = f"“{result.name}”由它办出"
                yield Alternative(kind=ThingKind.ITEM, id=other.id, name=other.name, reason=reason)


def _not_taken(item: ServiceItem, scene: Scene) -> Iterator[Alternative]:
    """Every other item of the catalogue that issues something that this one issues, and why it is not taken."""
    own = {result.material: result.name for result in item.results}
    for other in scene.catalogue.items.values():
        shared = [own[result.material] for result in other.results if result.material in own]
        if other.id == item.id or not shared:
            continue
        papers = "".join(f"“{name}”" for name in dict.fromkeys(shared))
        if other.id in scene.planned:
            reason = f"也能办出{papers}，这次两个都办"
        elif other.id in scene.selected:
            reason = f"也能办出{papers}，但{_worse(item, other, scene)}"
        else:
            reason = f"也能办出{papers}，但{kept_out(other, scene)}"
        yield Alternative(kind=ThingKind.ITEM, id=other.id, name=other.name, reason=reason)


def _worse(item: ServiceItem, other: ServiceItem, scene: Scene) -> str:
    """What the package would be without `item`, held against the package as it is."""
    found = without(item.id, scene)
    if scene.package is None or found is None:
        return f"没有“{item.name}”就编不出套餐"
    if other.id not in {planned.item.id for planned in found.items}:
        return f"没有“{item.name}”时也用不上它"
    said = compared(scene.package, found)
    return (
        f"改由它办时{said}；{_ranked(scene.package.best, found.best)}"
        if said
        else _ranked(scene.package.best, found.best)
    )


def _ranked(here: Best, there: Best) -> str:
    """The first objective in which the two choices differ, else the order of the theme."""
    for one, other in zip(here.achieved, there.achieved, strict=True):
        if (one.value, one.unknown) != (other.value, other.unknown):
            return f"这件事先比{one.objective.label}，{say_achieved(one)}比 {say_achieved(other)}好"
    labels = "、".join(one.objective.label for one in here.achieved)
    return f"{labels}一样，主题把它排在后面"


def without(item_id: str, scene: Scene) -> ThemePackage | None:
    """The package of the theme without one of its items, or None where there is none."""
    terms = scene.terms.model_copy(update={"without": (*scene.terms.without, item_id)})
    return Scene.of(scene.theme, scene.written, scene.case.answers, terms).package
