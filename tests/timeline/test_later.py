"""Documents that may follow later: by when, and whether they can be there."""

from datetime import date
from typing import Any

import pytest

from composer.compose import compose
from composer.model.objective import Terms
from composer.model.theme import Library
from composer.model.timeline import Later
from composer.render.guide import guide_view
from composer.render.html import render_html
from composer.render.pdf import render_pdf
from tests.examples import FACT, demand, item, library


def limits(text: str) -> dict[str, Any]:
    return {"statutory": {"text": text, **FACT}, "promised": {"text": text, **FACT}}


def content(due: dict[str, Any], report: str = "5个工作日") -> Library:
    """A permit of 3 working days that asks for a report to follow; another item issues it."""
    return library(
        [
            item(
                "permit",
                "permit",
                limits=limits("3个工作日"),
                requires=[demand("report", due=due, necessity="容缺后补")],
            ),
            item("survey", "report", limits=limits(report)),
        ],
        ["permit", "report"],
    )


def later(library: Library, start: date | None = None) -> Later:
    (one,) = compose(library.themes["t"], library.catalogue, {}, Terms(start=start)).timeline.later
    return one


def test_working_days_are_counted_from_acceptance() -> None:
    one = later(content({"days": 10}), date(2026, 9, 22))
    assert (one.item, one.material, one.day, one.by) == ("permit", "report", 10, date(2026, 10, 13))


def test_calendar_days_are_counted_and_end_on_a_working_day() -> None:
    assert later(content({"days": 11, "unit": "日"}), date(2026, 9, 22)).by == date(2026, 10, 8)


def test_without_a_start_there_is_a_day_and_no_date() -> None:
    one = later(content({"days": 10}))
    assert (one.day, one.by, one.said) == (10, None, "10 个工作日内")


def test_a_fixed_day_needs_no_start() -> None:
    assert later(content({"by": "2026-12-31"})).by == date(2026, 12, 31)


def test_words_alone_have_no_day() -> None:
    one = later(content({"text": "领证前"}))
    assert (one.said, one.day, one.by, one.in_time) == ("领证前", None, None, None)


@pytest.mark.parametrize("start", [None, date(2026, 9, 22)])
@pytest.mark.parametrize(("takes", "in_time"), [("10个工作日", True), ("11个工作日", False), ("未查到", None)])
def test_it_is_said_whether_its_issuer_is_done_in_time(start: date | None, takes: str, in_time: bool | None) -> None:
    one = later(content({"days": 10}, takes), start)
    assert (one.issuer, one.in_time) == ("survey", in_time)


def test_the_guide_tells_by_when_and_whether_it_can_be_there() -> None:
    made = content({"days": 10}, "11个工作日")
    package = compose(made.themes["t"], made.catalogue, {}, Terms(start=date(2026, 9, 22)))
    (view,) = guide_view(package, made.catalogue).times.later
    assert view.by == "2026年10月13日（周二）前"
    assert view.issuer is not None
    assert view.issuer.endswith("办出，来不及，请先和窗口商量")
    assert "2026年10月13日（周二）前补交" in render_html(package, made.catalogue).decode()
    assert render_pdf(package, made.catalogue).startswith(b"%PDF")
