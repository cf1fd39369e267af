"""The channels between bands: a track for each net that bends there, and labels where there is room."""

from itertools import pairwise
from typing import NamedTuple

from composer.render.drawing.text import one_line, width
from composer.render.drawing.words import Type
from composer.render.swimlane.route import Routing

QUIET = 22
HEAD = 20
FOOT = 16
TRACK = 16
_LABEL = Type.EDGE.value
_LABEL_LEAST = 46.0
_GAP = 7.0


class Label(NamedTuple):
    """What flows, at a place in the channel (from its upper edge; the left end of the baseline)."""

    x: float
    y: float
    text: str
    full: str | None


class Channel(NamedTuple):
    """Height, the track of each net that bends there (from the upper edge), and its labels."""

    height: int
    tracks: dict[str, float]
    labels: tuple[Label, ...]


class _Net(NamedTuple):
    name: str
    arriving: tuple[float, ...]
    leaving: tuple[float, ...]

    @property
    def span(self) -> tuple[float, float]:
        return min(self.arriving + self.leaving), max(self.arriving + self.leaving)

    def crossings_above(self, other: "_Net") -> int:
        """How often the two cross when this one lies above the other."""
        low, high = self.span
        other_low, other_high = other.span
        return sum(other_low <= x <= other_high for x in self.leaving) + sum(low <= x <= high for x in other.arriving)


def channels_of(routing: Routing, xs: list[float], stages: int) -> tuple[Channel, ...]:
    """The channel beneath each band, the last one (before the results) being quiet."""
    named: dict[str, dict[str, None]] = {}
    for one in routing.routes:
        named.setdefault(one.edge.producer, {}).update(dict.fromkeys(one.edge.labels))
    told: set[str] = set()
    return tuple(_channel(number, routing, xs, named, told) for number in range(stages))


def _channel(
    number: int, routing: Routing, xs: list[float], named: dict[str, dict[str, None]], told: set[str]
) -> Channel:
    level = 2 * number + 1
    passing = sorted({xs[index] for index, run in enumerate(routing.runs) if run.low <= level <= run.high})
    nets = _bending(number, routing, xs)
    order = _order(nets)
    ranks = _pack(order)
    tracks = {net.name: float(HEAD + ranks[net.name] * TRACK) for net in order}
    count = max(ranks.values(), default=-1) + 1
    height = HEAD + TRACK * max(count - 1, 0) + FOOT + 4 if passing else QUIET
    labels = []
    for net in order:
        label = _label(net, tracks[net.name], passing, named) if net.name not in told else None
        if label:
            told.add(net.name)
            labels.append(label)
    for index, run in enumerate(routing.runs):
        if run.low <= level <= run.high and run.net not in told and run.net not in tracks:
            label = _beside(xs[index], run.net, passing, nets, named)
            if label:
                told.add(run.net)
                labels.append(label)
    return Channel(height, tracks, tuple(labels))


def _bending(number: int, routing: Routing, xs: list[float]) -> list[_Net]:
    turns: dict[str, tuple[dict[float, None], dict[float, None]]] = {}
    for one in routing.routes:
        for bend, (before, after) in zip(one.bends, pairwise(one.runs), strict=True):
            if bend == number:
                arriving, leaving = turns.setdefault(one.edge.producer, ({}, {}))
                arriving[xs[before]] = None
                leaving[xs[after]] = None
    return [_Net(name, tuple(arriving), tuple(leaving)) for name, (arriving, leaving) in turns.items()]


def _order(nets: list[_Net]) -> list[_Net]:
    """From top to bottom with few crossings: each net is put where it crosses those before it least."""
    order: list[_Net] = []
    for net in sorted(nets, key=lambda one: (one.span[0] - one.span[1], one.name)):
        costs = [
            (
                sum(other.crossings_above(net) for other in order[:place])
                + sum(net.crossings_above(other) for other in order[place:]),
                place,
            )
            for place in range(len(order) + 1)
        ]
        order.insert(min(costs)[1], net)
    return order


def _pack(order: list[_Net]) -> dict[str, int]:
    """Ranks that keep the order of nets whose spans overlap; others may share a track."""
    ranks: dict[str, int] = {}
    for position, net in enumerate(order):
        low, high = net.span
        above = [
            ranks[other.name]
            for other in order[:position]
            if other.span[0] <= high + TRACK and low <= other.span[1] + TRACK
        ]
        ranks[net.name] = max(above, default=-1) + 1
    return ranks


def _label(net: _Net, track: float, passing: list[float], named: dict[str, dict[str, None]]) -> Label | None:
    """Above the net's line, in the widest gap between lines that pass."""
    text = "、".join(named[net.name])
    low, high = net.span
    stops = [x for x in passing if low <= x <= high]
    room, start = max(((right - left, left) for left, right in pairwise(stops)), default=(0.0, 0.0))
    wanted = width(text, _LABEL.size)
    if not text or room - 2 * _GAP < min(_LABEL_LEAST, wanted):
        return None
    fit = one_line(text, _LABEL.size, room - 2 * _GAP)
    used = width(fit.lines[0], _LABEL.size)
    return Label(start + (room - used) / 2, track - 4, fit.lines[0], text if fit.cut else None)


def _beside(
    x: float, name: str, passing: list[float], nets: list[_Net], named: dict[str, dict[str, None]]
) -> Label | None:
    """To the right of a line that goes straight down, up to the next line."""
    text = "、".join(named[name])
    ends = [other for other in passing if other > x] + [end for net in nets for end in net.span if end > x]
    covered = any(net.span[0] <= x + 2 * _LABEL_LEAST and x <= net.span[1] for net in nets)
    room = min([*ends, x + 160]) - x - 2 * _GAP
    if not text or covered or room < _LABEL_LEAST:
        return None
    fit = one_line(text, _LABEL.size, room)
    return Label(x + _GAP, 22, fit.lines[0], text if fit.cut else None)
