"""Composing: the pipeline in a warm process, and the command as a whole process."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import networkx as nx

from benchmarks.timing import Row, in_turn
from composer.chain.graph import bipartite
from composer.compose import compose
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
    return lambda: list(nx.strongly_connected_components(bipartite(items)))


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
