"""Relations between kinds of document lead somewhere: nothing does in its own place, nothing is a part of itself."""

from collections.abc import Iterator, Mapping

import networkx as nx

from composer.checks.registry import CHECKS
from composer.errors import Finding
from composer.model.material import MaterialKind
from composer.model.theme import Library


@CHECKS.register("relations")
def relations(library: Library) -> Iterator[Finding]:
    """`relation-loop` for the first loop of each tangle, with all of its places."""
    kinds = library.catalogue.kinds
    satisfies = {one.id: one.satisfies for one in kinds.values()}
    parts = {one.id: (one.part_of,) if one.part_of else () for one in kinds.values()}
    yield from _loops(satisfies, kinds, "satisfies", "两样可以互换的，请写 alternatives")
    yield from _loops(parts, kinds, "part_of", "部分不能又是整体")


def _loops(
    to: Mapping[str, tuple[str, ...]], kinds: Mapping[str, MaterialKind], key: str, way_out: str
) -> Iterator[Finding]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((one, other) for one in sorted(to) for other in sorted(to[one]) if other in kinds)
    for tangle in sorted(map(sorted, nx.strongly_connected_components(graph))):
        if len(tangle) > 1 or graph.has_edge(tangle[0], tangle[0]):
            ring = [one for one, _ in nx.find_cycle(graph.subgraph(tangle), tangle[0])]
            yield _loop(ring, kinds, key, way_out)


def _loop(ring: list[str], kinds: Mapping[str, MaterialKind], key: str, way_out: str) -> Finding:
    first = ring.index(min(ring))
    ring = ring[first:] + ring[:first]
    told = " → ".join(_called(kinds[one]) for one in (*ring, ring[0]))
    place = kinds[ring[0]].at
    reason = f"{key} 绕成一圈：{told}"
    return Finding("relation-loop", ring[0], reason, f"请去掉其中一条；{way_out}", place and place.of(key))


def _called(kind: MaterialKind) -> str:
    return f"{kind.name}（{kind.id}{f'，{kind.at}' if kind.at else ''}）"
