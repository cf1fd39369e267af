"""Drawings and documents of the largest case, each beside what its library needs for a comparable bare job."""

from collections.abc import Iterator
from io import BytesIO

import pygraphviz
import typst
from openpyxl import Workbook

import composer.exchange
import composer.render  # noqa: F401  (both fill their registry)
from benchmarks.timing import Row, in_turn
from composer.compose import compose
from composer.model.package import ThemePackage
from composer.model.theme import Library
from composer.outputs import FORMATS, RENDERERS
from composer.situations.worlds import worlds

GOALS = {"svg": 10, "graph": None, "html": None, "pdf": 300, "xlsx": 300, "json": None, "schema": None}


def rows(library: Library) -> Iterator[Row]:
    """Every output of the package with the most items and materials, of the themes and their ordinary questions."""
    package = largest(library)
    peers = {
        "svg": ("graphviz dot of the same items", lambda: dot(package)),
        "pdf": ("typst, one line of text", one_line_pdf),
        "xlsx": ("openpyxl, the same labels in bare cells", lambda: bare_workbook(package)),
    }
    for registry in (RENDERERS, FORMATS):
        for name, output in registry.items():
            peer, job = peers.get(name, ("", None))
            ours, theirs = in_turn(lambda output=output: output.make(package, library.catalogue), job, 9)
            yield Row(f"{name}, {len(package.items)} items", ours, GOALS.get(name), peer, theirs)


def largest(library: Library) -> ThemePackage:
    """The package with the most materials among those of the last answers of each theme."""
    packages = []
    for theme in library.themes.values():
        every = list(worlds(theme, library.catalogue))
        packages += [compose(theme, library.catalogue, answers) for answers in every[:: max(1, len(every) // 40)]]
    return max(packages, key=lambda package: (len(package.materials), len(package.items)))


def dot(package: ThemePackage) -> None:
    graph = pygraphviz.AGraph(directed=True)
    for planned in package.items:
        graph.add_node(planned.item.id, label=planned.item.name, shape="box")
        for before in planned.requires:
            graph.add_edge(before, planned.item.id)
    graph.draw(format="svg", prog="dot")


def one_line_pdf() -> None:
    typst.compile("办事指南".encode(), format="pdf")


def bare_workbook(package: ThemePackage) -> None:
    book = Workbook()
    for row in package.form.rows:
        book.active.append([row.label, "", len(row.uses)])
    book.save(BytesIO())
