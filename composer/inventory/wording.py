"""Phrases that the page, the workbook and the command share."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from composer.inventory.model import Demand, MaterialStandard, SupplyRow, Way
from composer.model.material import Necessity


def count_line(standard: MaterialStandard) -> str:
    """What was counted: 28 个事项、151 条材料要求。"""
    return f"{standard.items} 个事项、{standard.themes} 件事、{standard.requirements} 条材料要求。"


def places(demands: Iterable[Demand]) -> Iterator[str]:
    """Department by department, the items: 公安局：印章缴销、公章刻制备案."""
    ordered = sorted(demands, key=lambda one: (one.department.id, one.item.id, one.row))
    for department, own in groupby(ordered, key=lambda one: one.department.name):
        yield f"{department}：{'、'.join(dict.fromkeys(one.item.name for one in own))}"


def demanders(row: SupplyRow, standard: MaterialStandard) -> Iterator[str]:
    """Each demand with what is said of it: 公安局：印章缴销（共享调取）."""
    for name in row.demands:
        yield _demander(standard.by_id[name], "")
    for name in row.alternative_for:
        yield _demander(standard.by_id[name], "可以代替，")


def _demander(demand: Demand, alternative: str) -> str:
    said = [demand.way.value]
    if demand.way in (Way.HANDED_IN, Way.FORM):
        said.append(f"{demand.carrier} {demand.copies} 份")
    if demand.necessity is not Necessity.REQUIRED:
        said.append(demand.necessity.value)
    if demand.conditional:
        said.append("部分情形")
    return f"{demand.department.name}：{demand.item.name}（{alternative}{'，'.join(said)}）"


def asked_for(demand: Demand) -> str:
    """The department's wording; with the document that is meant, where it names several or calls it otherwise."""
    kind = demand.document.rpartition("的")[2]
    several = any(mark in demand.name for mark in "、及和或")
    return f"{demand.name}（指{demand.document}）" if several or kind not in demand.name else demand.name


def supplier(row: SupplyRow) -> str:
    """Who issues it: the items of the catalogue, else the words of the content, else what it is."""
    if row.issuers:
        return "；".join(f"{one.department.name}：{one.name}" for one in row.issuers)
    return "、".join(row.issued_by) or "—"
