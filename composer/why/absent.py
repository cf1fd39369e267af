"""What keeps an item out of a package before any choice is made: the theme, the answers, the terms, a policy."""

from collections.abc import Iterator

from composer.model.item import ServiceItem
from composer.model.package import DroppedKind
from composer.model.policy import Merged, Policy, ways
from composer.situations.conditions import holds
from composer.why.model import Cause, Ground
from composer.why.scene import Scene
from composer.why.switches import off


def is_choice(item_id: str, scene: Scene) -> bool:
    """Whether the package could have the item, and the choice of the best way is why it does not."""
    left = item_id in scene.selected and item_id not in scene.terms.without
    return scene.package is not None and left and item_id not in scene.planned


def kept_out(item: ServiceItem, scene: Scene) -> str:
    """In one sentence, why an item is not in the package."""
    return next(causes_of_absence(item, scene)).text


def causes_of_absence(item: ServiceItem, scene: Scene) -> Iterator[Cause]:
    """The rule that keeps the item out, else what the chain says of an item that it did without."""
    candidate = scene.candidates.get(item.id)
    if candidate is None:
        place = scene.theme.at.of("items") if scene.theme.at else None
        yield Cause(text=f"“{scene.theme.name}”没有列这个事项", place=place, ground=Ground.NOT_LISTED)
        return
    if not holds(candidate.when, scene.case.answers):
        said = off(candidate.when, scene.case.answers, scene.catalogue.questions)
        yield Cause(text=said, place=candidate.at, ground=Ground.ANSWERS)
        return
    taker = scene.taker(item.id)
    if taker is not None:
        yield _taken_away(taker, scene)
        return
    if item.id in scene.terms.without:
        yield Cause(text="这里说好了不办它", place=candidate.at, ground=Ground.LEFT_OUT)
        return
    dropped = [one for one in scene.package.dropped if one.id == item.id] if scene.package else []
    for one in dropped:
        if one.kind is DroppedKind.ITEM:
            yield Cause(text=one.reason, place=candidate.at)
    if not dropped:
        yield Cause(text="按这些回答编不出套餐，还说不上要不要办它", place=candidate.at, ground=Ground.UNREACHABLE)


def _taken_away(policy: Policy, scene: Scene) -> Cause:
    """By which policy an item is no longer handled, on which law, and into which other item it went."""
    into = f"，并入“{scene.item_name(policy.into)}”" if isinstance(policy, Merged) else ""
    return Cause(
        text=f"{ways(policy)}“{policy.name}”：不用再办{into}",
        place=policy.at,
        ground=Ground.POLICY,
        basis=policy.basis.cited,
    )
