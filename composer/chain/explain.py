"""Why an item is in the package: the results wanted of it, the documents that flow from it, who must wait for it."""

from collections.abc import Collection, Iterable, Mapping

from composer.model.item import ServiceItem
from composer.model.package import Flow


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
