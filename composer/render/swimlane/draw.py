"""The sheet as SVG: presentation attributes only, no ids, so that several charts may stand in one page."""

from collections.abc import Iterator

from composer.render.drawing.box import Box
from composer.render.drawing.signs import sign
from composer.render.drawing.strokes import CRITICAL, rectangle, text
from composer.render.drawing.text import width, wrap
from composer.render.drawing.words import Type, Words
from composer.render.drawing.xml import FONTS, say, tag, title
from composer.render.swimlane.content import Chart
from composer.render.swimlane.describe import describe_chart
from composer.render.swimlane.legend import legend
from composer.render.swimlane.place import HEADER, MARGIN, STRIP, PlacedCard, Sheet, place
from composer.render.swimlane.strokes import line

BAND = "#f3f6f9"
BAND_EDGE = "#d5dee6"
STRIP_FILL = "#e3ebf2"
LANE_FILL = "#2f5573"
OWN_LANE_FILL = "#8f5410"
LANE_EDGE = "#c3cfd9"
CARD_EDGE = "#9fb0bf"
OWN_FILL = "#fff9ef"
OWN_EDGE = "#d9b682"
RULE = "#dde4ea"
READABLE = 1080.0
"""Lines of text above the lanes are not longer than this."""


def swimlane(chart: Chart) -> str:
    """The flowchart of `chart` as one SVG element."""
    sheet = place(chart)
    head, top = _head(chart, min(sheet.width - 2 * MARGIN, READABLE))
    signs = legend(MARGIN, sheet.height + 18, sheet.width - MARGIN)
    height = top + sheet.height + 18 + signs.height + MARGIN / 2
    words = "\n".join(f"{step.title}：{'；'.join(step.lines)}。" for step in describe_chart(chart))
    names = {card.id: card.name for card in chart.cards}
    body = (
        tag("g", *_bands(chart, sheet), class_="stages"),
        tag("g", *_lanes(chart, sheet), class_="lanes"),
        tag("g", *_edges(sheet, names), class_="edges"),
        tag("g", *map(_card, sheet.cards), class_="cards"),
        tag("g", *_labels(sheet), class_="labels"),
        tag("g", *signs.drawn, class_="legend"),
    )
    return tag(
        "svg",
        title(chart.title),
        tag("desc", say(words)),
        tag("rect", class_="paper", width=sheet.width, height=height, fill="#ffffff"),
        tag("g", *head, class_="head"),
        tag("g", *body, transform=f"translate(0 {top:g})"),
        xmlns="http://www.w3.org/2000/svg",
        class_="swimlane",
        role="img",
        viewBox=f"0 0 {sheet.width:g} {height:g}",
        width=sheet.width,
        height=height,
        font_family=FONTS,
    )


def _head(chart: Chart, room: float) -> tuple[list[str], float]:
    """Title, summary and situation, and the height that they take."""
    drawn = []
    y = MARGIN + 2.0
    for told, kind, most in (
        (chart.title, Type.CHART_TITLE, 2),
        (chart.summary, Type.BODY, 3),
        (chart.situation, Type.QUIET, 6),
    ):
        if told:
            look = kind.value
            fit = wrap(told, look.size, room, most, look.bold)
            drawn.append(text(Words(MARGIN, y + look.size, fit.lines, kind, told if fit.cut else None), 0, 0))
            y += look.leading * len(fit.lines) + 3
    return drawn, y + 8


def _bands(chart: Chart, sheet: Sheet) -> Iterator[str]:
    told = [(stage.title, stage.remark, stage.full) for stage in chart.stages] + [("办成", "您拿到", "您拿到的结果")]
    for band, strip, (heading, remark, full) in zip(sheet.bands, sheet.strips, told, strict=True):
        centre = strip.x + (STRIP - 12) / 2
        yield tag(
            "g",
            title(full),
            rectangle(band, rx=8, fill=BAND, stroke=BAND_EDGE),
            rectangle(strip._replace(width=STRIP - 12), rx=8, fill=STRIP_FILL, stroke=BAND_EDGE),
            text(Words(centre, strip.y + 32, (heading,), Type.STAGE), 0, 0, "middle"),
            text(Words(centre, strip.y + 52, tuple(remark.split("，")), Type.QUIET), 0, 0, "middle"),
            class_="stage",
        )


def _lanes(chart: Chart, sheet: Sheet) -> Iterator[str]:
    names = ["您（申请人）", *(lane.name for lane in chart.lanes)]
    look = Type.LANE.value
    for number, (lane, name) in enumerate(zip(sheet.lanes, names, strict=True)):
        fit = wrap(name, look.size, lane.width - 20, 2, look.bold)
        middle = lane.y + HEADER / 2 + 5 - (len(fit.lines) - 1) * look.leading / 2
        border = f"M{lane.x - 10:g} {lane.y + HEADER:g}V{lane.bottom:g}"
        yield tag(
            "g",
            title(name),
            tag("path", d=border, stroke=LANE_EDGE, stroke_dasharray="2 5"),
            rectangle(
                Box(lane.x - 6, lane.y, lane.width + 12, HEADER), rx=6, fill=LANE_FILL if number else OWN_LANE_FILL
            ),
            text(Words(lane.x + lane.width / 2, middle, fit.lines, Type.LANE), 0, 0, "middle"),
            class_="lane",
        )


def _edges(sheet: Sheet, names: dict[str, str]) -> Iterator[str]:
    """Critical ones last, so that they lie above."""
    for one in sorted(sheet.edges, key=lambda placed: placed.edge.critical):
        edge = one.edge
        flowing = f"，流转 {'、'.join(edge.labels)}" if edge.labels else ""
        yield tag(
            "g",
            title(f"先办“{names[edge.producer]}”，后办“{names[edge.consumer]}”{flowing}"),
            line(one.points, edge.critical),
            class_="edge critical" if edge.critical else "edge",
            data_from=edge.producer,
            data_to=edge.consumer,
        )


def _card(card: PlacedCard) -> str:
    box, shape = card.box, card.shape
    stroke = CRITICAL if shape.flag else CARD_EDGE if card.id else OWN_EDGE
    parts = [
        rectangle(
            box, rx=8, fill="#ffffff" if card.id else OWN_FILL, stroke=stroke, stroke_width=2.4 if shape.flag else 1.2
        )
    ]
    parts += [
        tag("path", d=f"M{box.x + 10:g} {box.y + rule + 0.5:g}h{box.width - 20:g}", stroke=RULE) for rule in shape.rules
    ]
    parts += [sign(one.mark, box.x + one.x, box.y + one.y) for one in shape.signs]
    if shape.flag:
        wide = width(shape.flag.lines[0], Type.FLAG.value.size) + 14
        parts.append(rectangle(Box(box.x + shape.flag.x - 2, box.y - 9, wide, 18), rx=9, fill=CRITICAL))
        parts.append(text(shape.flag, box.x + 5, box.y + 3.8))
    parts += [text(words, box.x, box.y) for words in shape.words]
    kind = "card critical" if shape.flag else "card" if card.id else "card own"
    return tag("g", *parts, class_=kind, data_item=card.id or None)


def _labels(sheet: Sheet) -> Iterator[str]:
    for label in sheet.labels:
        yield text(Words(label.x, label.y, (label.text,), Type.EDGE, label.full), 0, 0)
