"""From order to lengths: where every card, lane, band and edge lies on the sheet."""

from typing import NamedTuple

from composer.render.drawing.box import Box, Point
from composer.render.swimlane.card import CARD_WIDTH, Shape, hand_in_shape, item_shape, received_shape
from composer.render.swimlane.channels import Channel, channels_of
from composer.render.swimlane.content import Chart, Edge
from composer.render.swimlane.grid import APPLICANT, Grid, grid_of
from composer.render.swimlane.route import Route, Routing, Slot, route

MARGIN = 20
STRIP = 96
HEADER = 46
BAND_PAD = 14
STACK_GAP = 16
GUTTER_PAD = 14
TRACK = 10
PORT = 14
LANE_GAP = 20


class PlacedCard(NamedTuple):
    """A card on the sheet; `id` is the item's, or empty for the applicant's own cards."""

    id: str
    box: Box
    shape: Shape


class PlacedEdge(NamedTuple):
    """An edge as a line of horizontal and vertical pieces."""

    edge: Edge
    points: tuple[Point, ...]


class PlacedLabel(NamedTuple):
    """Words at an edge: the left end of the baseline."""

    x: float
    y: float
    text: str
    full: str | None


class Sheet(NamedTuple):
    """The whole drawing in lengths."""

    width: float
    height: float
    lanes: tuple[Box, ...]
    bands: tuple[Box, ...]
    strips: tuple[Box, ...]
    cards: tuple[PlacedCard, ...]
    edges: tuple[PlacedEdge, ...]
    labels: tuple[PlacedLabel, ...]


def place(chart: Chart) -> Sheet:
    """The sheet of `chart`, its lane headers beginning at height 0."""
    shapes = {card.id: item_shape(card) for card in chart.cards}
    own = [hand_in_shape(handed) for handed in chart.handed]
    grid = grid_of(chart, {name: shape.height for name, shape in shapes.items()})
    routing = route(chart.edges, grid)
    columns = _columns(grid, routing)
    xs = _places(routing, columns)
    channels = channels_of(routing, xs, grid.stages)
    first, right = columns[APPLICANT][0], columns[-1][0] + columns[-1][1]
    bands = _bands(grid, shapes, own, channels, right)
    cards = _cards(grid, shapes, columns, bands)
    mine = [
        PlacedCard("", _box(first, band.y + BAND_PAD, shape), shape) for band, shape in zip(bands, own, strict=True)
    ]
    final = received_shape(chart.received, right - first)
    end = bands[-1].bottom + channels[-1].height if bands else float(HEADER)
    finish = PlacedCard("", _box(first, end + BAND_PAD, final), final)
    bottoms = [band.bottom for band in bands]
    bands.append(Box(MARGIN, end, right + BAND_PAD - MARGIN, final.height + 2 * BAND_PAD))
    return Sheet(
        width=right + BAND_PAD + MARGIN,
        height=bands[-1].bottom,
        lanes=_lanes(grid, columns, end),
        bands=tuple(bands),
        strips=tuple(band._replace(width=STRIP) for band in bands),
        cards=(*mine, *cards, finish),
        edges=_edges(routing, xs, channels, bottoms, {card.id: card.box for card in cards}),
        labels=tuple(
            PlacedLabel(one.x, bottom + one.y, one.text, one.full)
            for bottom, channel in zip(bottoms, channels, strict=True)
            for one in channel.labels
        ),
    )


def _columns(grid: Grid, routing: Routing) -> list[tuple[int, int]]:
    """Left edge and width of each column, gutters between being as wide as their tracks; a last gutter is a column."""
    counts = dict.fromkeys(range(grid.columns + 1), 0)
    for run, track in zip(routing.runs, routing.tracks, strict=True):
        if run.slot.kind == "gutter":
            counts[run.slot.number] = max(counts[run.slot.number], track + 1)
    columns = []
    x = MARGIN + STRIP + BAND_PAD
    for column in range(grid.columns):
        if column:
            x += max(LANE_GAP, 2 * GUTTER_PAD + TRACK * (counts[column] - 1)) if counts[column] else LANE_GAP
        columns.append((x, CARD_WIDTH))
        x += CARD_WIDTH
    if counts[grid.columns]:
        last_x, last_width = columns[-1]
        columns.append((last_x + last_width, 2 * GUTTER_PAD + TRACK * (counts[grid.columns] - 1)))
    return columns


def _places(routing: Routing, columns: list[tuple[int, int]]) -> list[float]:
    """Where each run lies from left to right; the ports of a crowded column move closer together."""
    widest: dict[Slot, int] = {}
    for run, track in zip(routing.runs, routing.tracks, strict=True):
        widest[run.slot] = max(widest.get(run.slot, 0), abs(track))
    xs = []
    for run, track in zip(routing.runs, routing.tracks, strict=True):
        if run.slot.kind == "gutter":
            xs.append(float(columns[run.slot.number - 1][0] + CARD_WIDTH + GUTTER_PAD + track * TRACK))
        else:
            step = min(PORT, (CARD_WIDTH / 2 - 16) / max(widest[run.slot], 1))
            xs.append(columns[run.slot.number][0] + CARD_WIDTH / 2 + track * step)
    return xs


def _bands(
    grid: Grid, shapes: dict[str, Shape], own: list[Shape], channels: tuple[Channel, ...], right: int
) -> list[Box]:
    """The bands from top to bottom, each as high as its highest stack, a channel beneath each."""
    bands = []
    y = HEADER + 12.0
    for stage in range(grid.stages):
        stacks = [
            sum(shapes[name].height for name in names) + STACK_GAP * (len(names) - 1)
            for (_, at), names in grid.cells.items()
            if at == stage
        ]
        bands.append(Box(MARGIN, y, right + BAND_PAD - MARGIN, max([*stacks, own[stage].height]) + 2 * BAND_PAD))
        y = bands[-1].bottom + channels[stage].height
    return bands


def _cards(grid: Grid, shapes: dict[str, Shape], columns: list[tuple[int, int]], bands: list[Box]) -> list[PlacedCard]:
    cards = []
    for (column, stage), names in grid.cells.items():
        y = bands[stage].y + BAND_PAD
        for name in names:
            cards.append(PlacedCard(name, _box(columns[column][0], y, shapes[name]), shapes[name]))
            y += shapes[name].height + STACK_GAP
    return cards


def _box(x: float, y: float, shape: Shape) -> Box:
    return Box(x, y, shape.width, shape.height)


def _lanes(grid: Grid, columns: list[tuple[int, int]], bottom: float) -> tuple[Box, ...]:
    """The applicant's lane, then one a department."""
    spans = [(APPLICANT, APPLICANT), *grid.lanes]
    return tuple(
        Box(columns[first][0], 0, columns[last][0] + CARD_WIDTH - columns[first][0], bottom) for first, last in spans
    )


def _edges(
    routing: Routing, xs: list[float], channels: tuple[Channel, ...], ys: list[float], boxes: dict[str, Box]
) -> tuple[PlacedEdge, ...]:
    stubs = _stubs(routing, boxes)
    placed = []
    for one in routing.routes:
        points = [_end(one, 0, one.edge.producer, routing, xs, boxes, stubs)]
        if points[0][0] != xs[one.runs[0]]:
            points.append((xs[one.runs[0]], points[0][1]))
        for bend, (before, after) in zip(one.bends, zip(one.runs, one.runs[1:], strict=False), strict=True):
            y = ys[bend] + channels[bend].tracks[one.edge.producer]
            points += [(xs[before], y), (xs[after], y)]
        last = _end(one, -1, one.edge.consumer, routing, xs, boxes, stubs)
        if last[0] != xs[one.runs[-1]]:
            points.append((xs[one.runs[-1]], last[1]))
        points.append(last)
        placed.append(PlacedEdge(one.edge, tuple(dict.fromkeys(points))))
    return tuple(placed)


def _end(
    one: Route, side: int, card: str, routing: Routing, xs: list[float], boxes: dict[str, Box],
    stubs: dict[tuple[str, str, int], float],
) -> Point:  # fmt: skip
    """Where the edge touches the card: its lower or upper edge, or its side where the run is in a gutter."""
    run, box = routing.runs[one.runs[side]], boxes[card]
    if run.slot.kind == "column":
        return xs[one.runs[side]], box.bottom if side == 0 else box.y
    x = box.right if xs[one.runs[side]] > box.x else box.x
    return x, stubs[one.edge.producer, card, run.slot.number]


def _stubs(routing: Routing, boxes: dict[str, Box]) -> dict[tuple[str, str, int], float]:
    """Heights at which edges reach the sides of cards, no two of different nets close together in one gutter."""
    stubs: dict[tuple[str, str, int], float] = {}
    taken: dict[int, list[float]] = {}
    for one in routing.routes:
        for side, card in ((0, one.edge.producer), (-1, one.edge.consumer)):
            slot = routing.runs[one.runs[side]].slot
            key = (one.edge.producer, card, slot.number)
            if slot.kind == "column" or key in stubs:
                continue
            box, others = boxes[card], taken.setdefault(slot.number, [])
            start = box.bottom - 22 if side == 0 else box.y + 24
            away = -1 if side == 0 else 1
            room = int(box.height - 40)
            wishes = (start + away * step for gap in (8, 4, 2) for step in range(0, room, gap))
            stubs[key] = next((y for y in wishes if all(abs(y - other) >= 4 for other in others)), start)
            others.append(stubs[key])
    return stubs
