"""What the full graph says: items, materials, who issues and who demands what, and who waits for whom."""

from typing import Literal, NamedTuple

from composer.model.package import ONE_FORM, Supply, ThemePackage
from composer.model.theme import Catalogue
from composer.render.drawing.marks import BY_SUPPLY, Mark


class Node(NamedTuple):
    """An item, or a material with its mark (None: a result that nobody in this package demands)."""

    id: str
    kind: Literal["item", "material"]
    name: str
    note: str
    mark: Mark | None = None
    critical: bool = False


class Link(NamedTuple):
    """An edge between nodes. `firm` is false where the document may follow or a promise stands in."""

    start: str
    end: str
    kind: Literal["issue", "demand", "order"]
    full: str
    firm: bool = True


class Graph(NamedTuple):
    """All of it, in an order that depends on the package alone."""

    title: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def graph_of(package: ThemePackage, catalogue: Catalogue) -> Graph:
    """The graph of `package`: one node an item, one a material row, one a result."""
    critical = set(package.measures.critical_path)
    nodes = {
        f"item:{one.item.id}": Node(
            f"item:{one.item.id}", "item", one.item.name, catalogue.departments[one.item.department].name,
            critical=one.item.id in critical,
        )
        for one in package.items
    }  # fmt: skip
    links: list[Link] = []
    _demands(package, nodes, links)
    _issues(package, nodes, links)
    _orders(package, links)
    return Graph(f"{package.theme.name}事项与材料全图", tuple(nodes.values()), tuple(links))


def _demands(package: ThemePackage, nodes: dict[str, Node], links: list[Link]) -> None:
    names = {one.item.id: one.item.name for one in package.items}
    for row in package.materials:
        name = f"material:{row.id}"
        mark = Mark.FORM if row.id == ONE_FORM else BY_SUPPLY[row.supply]
        nodes[name] = Node(name, "material", row.name, f"{mark.value.label}；{row.reason}", mark)
        for one in row.demands:
            end = f"item:{one.item}"
            firm = one.supply not in (Supply.DEFERRED, Supply.COMMITMENT)
            full = f"“{names[one.item]}”要《{one.requirement.name}》：{one.reason}"
            links.append(Link(name, end, "demand", full, firm))


def _issues(package: ThemePackage, nodes: dict[str, Node], links: list[Link]) -> None:
    """What items issue: every row of that document, or a node of its own where nobody demands it."""
    rows: dict[str, list[str]] = {}
    for row in package.materials:
        rows.setdefault(row.material, []).append(row.id)
    for planned in package.items:
        for result in planned.item.results:
            full = f"“{planned.item.name}”办出《{result.name}》"
            for row_id in rows.get(result.material, [result.material]):
                name = f"material:{row_id}"
                nodes.setdefault(name, Node(name, "material", result.name, "办理结果"))
                links.append(Link(f"item:{planned.item.id}", name, "issue", full))


def _orders(package: ThemePackage, links: list[Link]) -> None:
    """Order that no document carries."""
    flowing = {(flow.producer, flow.consumer) for flow in package.flows}
    names = {one.item.id: one.item.name for one in package.items}
    for planned in package.items:
        for producer in planned.requires:
            if (producer, planned.item.id) not in flowing:
                full = f"先办“{names[producer]}”，后办“{planned.item.name}”"
                links.append(Link(f"item:{producer}", f"item:{planned.item.id}", "order", full))
