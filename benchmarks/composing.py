"""Composing: the pipeline in a warm process, and the command as a whole process."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator

import networkx as nx

from benchmarks.timing import Row, in_turn
from composer.compose import compose
from composer.model.item import ServiceItem
from composer.model.package import ThemePackage
from composer.model.theme import Library


def rows(library: Library) -> Iterator[Row]:
    """Warm composition of each theme beside networkx building and sorting the bare graph; the command beside Python."""
    for theme in library.themes.values():
        package = compose(theme, library.catalogue)
        ours, peer = in_turn(lambda theme=theme: compose(theme, library.catalogue), bare_graph(package), 60)
        yield Row(f"compose {theme.id}", ours, 5, "networkx graph and order alone", peer)
    command = [sys.executable, "-m", "composer", "compose", "open-restaurant", "--json"]
    imports = [sys.executable, "-c", "import pydantic, networkx, yaml, typer"]
    ours, peer = in_turn(lambda: run(command), lambda: run(imports), 7)
    yield Row("onething compose --json, process", ours, 800, "python importing the libraries", peer)


def bare_graph(package: ThemePackage) -> Callable[[], object]:
    """What the graph library alone needs for the same items."""
    items = [planned.item for planned in package.items]
    return lambda: list(nx.strongly_connected_components(network(items)))


def network(items: Iterable[ServiceItem]) -> "nx.DiGraph[tuple[str, str]]":
    """Edges from an item to each material that it issues, and from each material to the items that accept it."""
    graph: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    for item in items:
        graph.add_node(("item", item.id))
        for result in item.results:
            graph.add_edge(("item", item.id), ("material", result.material))
        for requirement in item.requires:
            for ref in requirement.any_of:
                graph.add_edge(("material", ref), ("item", item.id))
    return graph


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
