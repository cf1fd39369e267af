"""Why an item is in the package, and how good the choice of items is, in words."""

from collections.abc import Collection, Iterable, Mapping

from composer.model.item import ServiceItem
from composer.model.package import Achieved, Best, Flow


def why(item: ServiceItem, wanted: Collection[str], flows: Iterable[Flow], items: Mapping[str, ServiceItem]) -> str:
    """One Chinese sentence: what it issues that is wanted, else whom its results serve, else who waits for it."""
    own = [result.name for result in item.results if result.material in wanted]
    if own:
        return f"办出您要的{_titles(own)}"
    mine = [flow for flow in flows if flow.producer == item.id]
    if mine:
        papers = [result.name for result in item.results if result.material in {flow.material for flow in mine}]
        return f"办出{_titles(papers)}，供{_names((flow.consumer for flow in mine), items)}使用"
    before = {other.id: one.via for other in items.values() for one in other.prerequisites if one.item == item.id}
    if before:
        return f"{_names(before, items)}要求先办（{'、'.join(dict.fromkeys(before.values()))}）"
    return f"办出之后要补交的{_titles(result.name for result in item.results)}"


def why_not(item: ServiceItem, issuer: Mapping[str, str], items: Mapping[str, ServiceItem]) -> str:
    """One Chinese sentence: who issues its results instead, or that nobody needs them."""
    for result in item.results:
        other = items.get(issuer.get(result.material, ""))
        if other is not None:
            return f"“{result.name}”由“{other.name}”办出"
    return "这次没有要它的结果，也没有事项需要它"


def _titles(names: Iterable[str]) -> str:
    return "".join(f"“{name}”" for name in dict.fromkeys(names))


def _names(ids: Iterable[str], items: Mapping[str, ServiceItem]) -> str:
    return "".join(f"“{items[name].name}”" for name in dict.fromkeys(ids))


def say_best(best: Best) -> str:
    """One Chinese sentence: what was made least, in which order, and whether that is proved or how much is open."""
    order = "，其次".join(f"{one.objective.label}最少（{say_achieved(one)}）" for one in best.achieved)
    if best.proved:
        return f"{order}：已证明没有更好的办法"
    gaps = [one for one in best.achieved if one.bound < one.value]
    left = "、".join(f"{one.objective.label}至少要 {one.bound:g} {one.objective.measure.unit}" for one in gaps)
    return f"{order}：这是目前找到的最好办法，还没有证明没有更好的（{left or '只差先后取舍没有比完'}）"


def say_achieved(one: Achieved) -> str:
    """What an objective comes to: "20 天", "300 元，另有 1 项不明"."""
    said = f"{one.value:g} {one.objective.measure.unit}"
    return f"{said}，另有 {one.unknown} 项不明" if one.unknown else said
