"""The Gantt chart: its geometry over shipped themes and invented packages, and the file it becomes."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from composer.compose import compose
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Library
from composer.render.drawing.box import Box
from composer.render.drawing.text import plain, width
from composer.render.drawing.words import Words
from composer.render.gantt import render_gantt
from composer.render.timechart.content import TimeChart, time_chart_of
from composer.render.timechart.draw import PART, time_chart, time_chart_parts
from composer.render.timechart.place import NARROW, WIDE, Frame, Sheet, place
from composer.render.timechart.scale import scale_of
from composer.timeline.calendar import is_working

Drawable = tuple[ThemePackage, Catalogue]
SVG = "{http://www.w3.org/2000/svg}"
START = date(2026, 9, 15)


def dated(one: Drawable, start: date = START) -> Drawable:
    package, catalogue = one
    return compose(package.theme, catalogue, package.answers, Terms(start=start)), catalogue


@pytest.fixture(scope="session")
def charts(themed: list[Drawable], invented: Callable[..., Drawable]) -> list[TimeChart]:
    some = themed[::8] + [invented(size, size, turn) for size in (1, 5, 12, 40) for turn in (False, True)]
    return [time_chart_of(*one) for one in some] + [time_chart_of(*dated(one)) for one in some]


@pytest.fixture(scope="session")
def sheets(charts: list[TimeChart]) -> list[Sheet]:
    return [place(chart, frame) for chart in charts for frame in (WIDE, NARROW)]


def box_of(words: Words, anchor: str | None = None) -> Box:
    look = words.type.value
    wide = max(width(line, look.size, look.bold) for line in words.lines)
    left = words.x - wide / 2 if anchor == "middle" else words.x
    return Box(left, words.y - look.size * 0.85, wide, look.size + look.leading * (len(words.lines) - 1))


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def words_of(sheet: Sheet) -> Iterator[Box]:
    yield from (box_of(words) for placed in sheet.rows for words in placed.words)
    yield from (box_of(mark.words, mark.anchor) for mark in sheet.marks if mark.words)


def test_bars_lie_inside_the_axis(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        for span in (placed.row.span for placed in sheet.rows):
            points = [span.start, span.waiting, span.least, span.finish, span.latest, span.deadline or span.start]
            assert all(sheet.chart.x <= sheet.x(point) <= sheet.chart.right + 1e-6 for point in points)


def test_no_words_overlap(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        assert all(apart(one, other) for one, other in combinations(words_of(sheet), 2))


def test_words_stay_on_the_sheet_and_names_off_the_bars(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        assert all(box.x >= 0 and box.right <= sheet.width for box in words_of(sheet))
        for placed in sheet.rows:
            for box in map(box_of, placed.words):
                assert placed.band.y <= box.y
                assert box.bottom <= placed.band.bottom
                assert box.right <= sheet.chart.x or box.bottom <= placed.middle - 9


def test_a_row_follows_the_other_in_the_order_of_the_package(charts: list[TimeChart]) -> None:
    for chart in charts:
        sheet = place(chart, WIDE)
        assert [placed.row.number for placed in sheet.rows] == list(range(1, len(chart.rows) + 1))
        assert all(one.band.bottom == other.band.y for one, other in zip(sheet.rows, sheet.rows[1:], strict=False))


def test_parts_show_every_row_once(charts: list[TimeChart]) -> None:
    for chart in charts:
        parts = [ElementTree.fromstring(part) for part in time_chart_parts(chart, NARROW)]
        shown = [
            group.attrib["data-item"] for part in parts for group in part.iter(f"{SVG}g") if "data-item" in group.attrib
        ]
        assert shown == [row.id for row in chart.rows]
        boxes = [float(part.attrib["height"]) for part in parts]
        assert all(height < PART + 300 for height in boxes)


def test_what_follows_begins_where_the_critical_path_leaves_off(charts: list[TimeChart]) -> None:
    for chart in charts:
        spans = {row.id: row.span for row in chart.rows}
        assert all(spans[before].finish == spans[after].start for before, after in chart.links)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 3700), st.sampled_from([WIDE, NARROW]), st.none() | st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_any_length_of_time_has_an_axis_whose_names_do_not_touch(end: int, frame: Frame, begins: date | None) -> None:
    chart = TimeChart("题", (), (), (), begins, end)
    sheet = place(chart, frame)
    boxes = list(words_of(sheet))
    assert boxes
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(box.right <= sheet.width for box in boxes)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(1, 60))
def test_days_off_are_shaded_and_no_others(begins: date, end: int) -> None:
    scale = scale_of(begins, end, 600)
    shaded = {
        number for rest in scale.rests for number in range(end)
        if rest.x - 1e-6 <= number * scale.per_day < rest.x + rest.width - 1e-6
    }  # fmt: skip
    assert shaded == {number for number in range(end) if not is_working(begins + timedelta(days=number))}


def test_the_file_is_well_formed_and_a_strict_page_may_inline_it(
    themed: list[Drawable], invented: Callable[..., Drawable]
) -> None:
    for one in [*themed[::12], invented(12, 3, True), dated(themed[0])]:
        for element in ElementTree.fromstring(render_gantt(*one)).iter():
            assert element.tag.removeprefix(SVG) in {"svg", "g", "title", "desc", "rect", "path", "text", "tspan"}
            assert not {"style", "id", "href"} & set(element.attrib)
            assert not any(name.startswith("on") for name in element.attrib)


def test_it_is_an_image_whose_description_tells_every_row(themed: list[Drawable]) -> None:
    for package, catalogue in themed[::12]:
        root = ElementTree.fromstring(render_gantt(package, catalogue))
        assert root.attrib["role"] == "img"
        assert plain(package.theme.name) in str(root[0].text)
        assert all(plain(planned.item.name) in str(root[1].text) for planned in package.items)


def test_the_same_package_gives_the_same_bytes(themed: list[Drawable]) -> None:
    package, catalogue = dated(themed[0])
    copy = ThemePackage.model_validate(package.model_dump())
    assert render_gantt(package, catalogue) == render_gantt(copy, catalogue)


def _rows(library: Library, theme: str, start: date | None) -> dict[str, ElementTree.Element]:
    package = compose(library.themes[theme], library.catalogue, {}, Terms(start=start))
    root = ElementTree.fromstring(render_gantt(package, library.catalogue))
    return {group.attrib["data-item"]: group for group in root.iter(f"{SVG}g") if "data-item" in group.attrib}


@pytest.mark.parametrize("start", [None, START])
def test_critical_items_are_marked_by_more_than_colour(library: Library, start: date | None) -> None:
    rows = _rows(library, "open-restaurant", start)
    for row in rows.values():
        badge = row.find(f"{SVG}rect")
        assert badge is not None
        assert (badge.attrib["rx"] == "3") == ("critical" in row.attrib["class"].split())
    assert len({row.attrib["class"] for row in rows.values()}) == 2


def test_holidays_and_made_up_days_are_named_on_a_dated_axis(library: Library) -> None:
    package = compose(library.themes["close-company"], library.catalogue, {}, Terms(start=START))
    drawn = render_gantt(package, library.catalogue).decode()
    assert "国庆节" in drawn
    assert ">班<" in drawn
    assert "调休上班" in drawn


def test_waiting_for_others_is_said_apart(library: Library) -> None:
    package = compose(library.themes["close-company"], library.catalogue)
    drawn = render_gantt(package, library.catalogue).decode()
    assert "等候 30–45 天" in drawn
    assert "等候（公告期等）" in drawn


MEASURE = """() => { const svg = document.querySelector('svg').getBoundingClientRect();
  return [...document.querySelectorAll('text')].filter(text => { const it = text.getBoundingClientRect();
    return it.left < svg.left || it.right > svg.right || it.bottom > svg.bottom; }).map(text => text.textContent); }"""


def test_a_browser_draws_no_text_beyond_the_sheet(charts: list[TimeChart], browser: Browser) -> None:
    page = browser.new_page()
    for chart in charts[::3]:
        for frame in (WIDE, NARROW):
            page.set_content(time_chart(chart, frame))
            assert page.evaluate(MEASURE) == []
    page.close()
