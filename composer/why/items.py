"""Why an item is in the package, why not another instead of it, and why one is not there."""

from collections.abc import Iterator

from composer.model.item import ServiceItem
from composer.model.policy import ways
from composer.why.absent import causes_of_absence, is_choice, kept_out
from composer.why.model import Alternative, Cause, Explanation, Thing, ThingKind, Use
from composer.why.passed_over import passed_over
from composer.why.scene import Scene
from composer.why.switches import on
from composer.why.uses import Uses


def explain_item(thing: Thing, scene: Scene) -> Explanation:
    """Every want and demand that brings the item in with what it is preferred to, or what keeps it out."""
    item = scene.catalogue.items[thing.id]
    if thing.id not in scene.planned:
        return _absent(thing, item, scene)
    planned = next(one for one in scene.package.items if one.item.id == item.id) if scene.package else None
    return Explanation(
        thing=thing,
        present=True,
        summary=planned.why if planned else "",
        uses=tuple(Use(chain=chain) for chain in Uses(scene).of_item(item.id)),
        causes=tuple(_let_in(item, scene)),
        alternatives=tuple(_not_taken(scene.planned[item.id], scene)),
    )


def _absent(thing: Thing, item: ServiceItem, scene: Scene) -> Explanation:
    """The rule that keeps the item out, else what decided against it with what the package would come to with it."""
    verdict = passed_over(scene.selected[item.id], scene) if is_choice(item.id, scene) else None
    causes = verdict.causes if verdict else tuple(causes_of_absence(item, scene))
    instead = tuple(_instead(item, scene))
    issued = [] if verdict is None else [f"已有“{one.name}”，{one.reason}" for one in instead[:1]]
    return Explanation(
        thing=thing,
        present=False,
        summary="；".join([*issued, *(cause.text for cause in (causes if verdict else causes[:1]))]),
        causes=causes,
        weighed=verdict.weighed if verdict else (),
        alternatives=instead,
    )


def _let_in(item: ServiceItem, scene: Scene) -> Iterator[Cause]:
    """The answer that the theme lists it for, and the policies that change how it is handled."""
    candidate = scene.candidates[item.id]
    because = on(candidate.when, scene.case.answers, scene.catalogue.questions)
    if because:
        yield Cause(text=f"{because}，所以用得上它", place=candidate.at)
    for policy in scene.rewriting(item.id):
        yield Cause(text=f"{ways(policy)}“{policy.name}”改变了它的办法", place=policy.at)


def _instead(item: ServiceItem, scene: Scene) -> Iterator[Alternative]:
    """The items of the package that issue what this one would."""
    own = set(item.issued)
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
        verdict = passed_over(scene.selected[other.id], scene) if is_choice(other.id, scene) else None
        if other.id in scene.planned:
            reason = f"也能办出{papers}，这次两个都办"
        else:
            reason = f"也能办出{papers}，但{verdict.said if verdict else kept_out(other, scene)}"
        yield Alternative(
            kind=ThingKind.ITEM,
            id=other.id,
            name=other.name,
            reason=reason,
            ground=verdict.ground if verdict else None,
            weighed=verdict.weighed if verdict else (),
        )
