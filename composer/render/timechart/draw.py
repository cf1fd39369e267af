"""The sheet as SVG: presentation attributes only, no ids, so that several charts may stand in one page."""

from collections.abc import Iterator, Sequence

from composer.render.drawing.box import Box
from composer.render.drawing.strokes import CRITICAL, rectangle, text
from composer.render.drawing.text import wrap
from composer.render.drawing.words import Type, Words
from composer.render.drawing.xml import FONTS, say, tag, title
from composer.render.timechart.bars import PAPER, PLAIN_EDGE, bar
from composer.render.timechart.content import Row, TimeChart
from composer.render.timechart.legend import HOLIDAY, OFF, legend
from composer.render.timechart.place import BADGE, HOLIDAYS, MARGIN, ROOM_FOR_BAR, Frame, PlacedRow, Sheet, place

GRID, GRID_MAJOR, RULE = "#e3e8ed", "#b9c4cf", "#e9edf1"
PART = 800
"""Rows of at most this height, and their axis and legend, fit a page of A4."""


def time_chart(chart: TimeChart, frame: Frame) -> str:
    """The whole Gantt chart as one SVG element."""
    return _drawn(chart, frame, chart.rows, chart.title, head=True, foot=True)


def time_chart_parts(chart: TimeChart, frame: Frame) -> list[str]:
    """The same as SVG elements whose rows are at most PART high, each with its axis."""
    parts = list(_parts(place(chart, frame)))
    drawn = []
    for number, rows in enumerate(parts, 1):
        named = f"{chart.title}（{number}/{len(parts)}）" if len(parts) > 1 else chart.title
        drawn.append(_drawn(chart, frame, rows, named, head=False, foot=number == len(parts)))
    return drawn


def _parts(sheet: Sheet) -> Iterator[list[Row]]:
    part: list[Row] = []
    begun = sheet.chart.y
    for placed in sheet.rows:
        if part and placed.band.bottom - begun > PART:
            yield part
            part, begun = [], placed.band.y
        part.append(placed.row)
    yield part


def _drawn(chart: TimeChart, frame: Frame, rows: Sequence[Row], named: str, *, head: bool, foot: bool) -> str:
    sheet = place(chart, frame, rows)
    above, top = _head(chart, frame.width - 2 * MARGIN) if head else ([], 4.0)
    signs = legend(chart, sheet.scale, MARGIN, sheet.height + 14, frame.width - MARGIN) if foot else None
    height = top + sheet.height + (14 + signs.height if signs else 0) + MARGIN / 2
    body = (
        tag("g", *_background(sheet), class_="axis"),
        tag("g", *_links(chart, sheet), class_="links"),
        tag("g", *_covers(sheet), class_="covers"),
        tag("g", *(_row(sheet, placed) for placed in sheet.rows), class_="rows"),
        tag("g", *signs.drawn, class_="legend") if signs else "",
    )
    words = "\n".join((*chart.lines, *(f"{row.number}. {row.full}。" for row in rows)))
    return tag(
        "svg",
        title(named),
        tag("desc", say(words)),
        tag("rect", class_="paper", width=frame.width, height=height, fill=PAPER),
        tag("g", *above, class_="head"),
        tag("g", *body, transform=f"translate(0 {top:g})"),
        xmlns="http://www.w3.org/2000/svg",
        class_="time-chart",
        role="img",
        viewBox=f"0 0 {frame.width:g} {height:g}",
        width=frame.width,
        height=height,
        font_family=FONTS,
    )


def _head(chart: TimeChart, room: float) -> tuple[list[str], float]:
    """Title and what the times rest on, and the height that they take."""
    drawn = []
    y = MARGIN + 2.0
    for told, kind in ((chart.title, Type.CHART_TITLE), *((line, Type.BODY) for line in chart.lines)):
        look = kind.value
        fit = wrap(told, look.size, room, 3, look.bold)
        drawn.append(text(Words(MARGIN, y + look.size, fit.lines, kind, told if fit.cut else None), 0, 0))
        y += look.leading * len(fit.lines) + 3
    return drawn, y + 8


def _background(sheet: Sheet) -> Iterator[str]:
    area = sheet.chart
    top = area.y - (HOLIDAYS if sheet.scale.rests or sheet.scale.worked else 0)
    for rest in sheet.scale.rests:
        fill = HOLIDAY if rest.name else OFF
        box = rectangle(Box(area.x + rest.x, top, rest.width, area.bottom - top), fill=fill)
        yield tag("g", title(rest.name), box) if rest.name else box
    for placed in sheet.rows[1:]:
        yield tag("path", d=f"M0 {placed.band.y:g}H{sheet.width:g}", stroke=RULE)
    for mark in sheet.marks:
        if mark.line is not None:
            stroke = GRID_MAJOR if mark.major else GRID
            yield tag("path", d=f"M{mark.line:g} {top:g}V{area.bottom:g}", stroke=stroke, stroke_width=1)
        if mark.words:
            yield text(mark.words, 0, 0, mark.anchor)
    yield tag("path", d=f"M{area.x:g} {top:g}H{sheet.width - MARGIN:g}", stroke=GRID_MAJOR)


def _links(chart: TimeChart, sheet: Sheet) -> Iterator[str]:
    """The critical path from bar to bar: each begins where the one before ends."""
    rows = {placed.row.id: placed for placed in sheet.rows}
    for before, after in chart.links:
        if before in rows and after in rows:
            x, y = sheet.x(rows[before].row.span.finish), rows[before].middle
            down = f"M{x:g} {y:g}V{rows[after].middle:g}"
            yield tag("path", class_="link", d=down, stroke=CRITICAL, stroke_width=1.6, fill="none")


def _covers(sheet: Sheet) -> Iterator[str]:
    """Plain ground for words that stand over the box of the bars."""
    for placed in sheet.rows if sheet.stacked else ():
        high = placed.middle - ROOM_FOR_BAR / 2 - placed.band.y
        yield rectangle(placed.band._replace(y=placed.band.y + 0.5, height=high), fill=PAPER)


def _row(sheet: Sheet, placed: PlacedRow) -> str:
    row = placed.row
    x, y = placed.badge
    badge = rectangle(
        Box(x - BADGE / 2, y - BADGE / 2, BADGE, BADGE),
        rx=3 if row.critical else BADGE / 2,
        fill=CRITICAL if row.critical else PAPER,
        stroke=CRITICAL if row.critical else PLAIN_EDGE,
    )
    ink = PAPER if row.critical else PLAIN_EDGE
    number = tag("text", str(row.number), x=x, y=y + 4, font_size=11, font_weight=600, text_anchor="middle", fill=ink)
    words = [text(words, 0, 0) for words in placed.words]
    drawn = tag("g", *bar(sheet, placed), class_="bar")
    kind = "row critical" if row.critical else "row"
    return tag("g", title(row.full), badge, number, *words, drawn, class_=kind, data_item=row.id)
