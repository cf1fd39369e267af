"""时间安排 in the guide: the chart in both widths, a table in plain words, in HTML and in PDF."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from composer.compose import compose
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Library
from composer.render.guide import guide_view
from composer.render.html import render_html
from composer.render.pdf import render_pdf
from tests.shipped import THEMES


def dated(library: Library, theme: str = "close-company") -> ThemePackage:
    return compose(library.themes[theme], library.catalogue, {}, Terms(start=date(2026, 12, 5)))


def test_the_table_has_every_step_with_its_dates(library: Library) -> None:
    times = guide_view(dated(library), library.catalogue).times
    first = times.rows[0]
    assert first.item == "第 1 步 清算组备案（公告）与债权人公告"
    assert (first.start, first.finish) == ("2026年12月7日（周一）", "2027年1月21日（周四）")
    assert first.waiting_until == "2027年1月21日（周四）"
    assert first.deadline == "2027年1月21日（周四）"
    assert times.basis == "2026年12月5日（周六）休息，按2026年12月7日（周一）提交算起"
    assert times.estimated == "2027 年的放假调休安排还没有收录，只按法定节假日推算，日期可能相差几天"


def test_without_a_start_the_table_counts_days(library: Library) -> None:
    times = guide_view(compose(library.themes["open-restaurant"], library.catalogue), library.catalogue).times
    assert times.start is None
    assert times.end == "按承诺时限，最快第 5 天、最晚第 6 天全部办完"
    assert [(row.start, row.finish, row.slack) for row in times.rows][:2] == [
        ("第 0 天", "第 1 天", "不能晚"),
        ("第 0 天", "第 5 天", "可以晚 1 天"),
    ]


def test_an_unknown_limit_is_never_said_to_be_done(library: Library) -> None:
    rows = {row.item: row for row in guide_view(dated(library), library.catalogue).times.rows}
    bank = next(row for name, row in rows.items() if "银行账户注销" in name)
    assert (bank.length, bank.known, bank.slack) == ("不明", False, "说不准")
    assert bank.finish.startswith("至少到")


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_has_the_chart_for_a_desk_and_for_a_phone(library: Library, theme: str) -> None:
    page = render_html(dated(library, theme), library.catalogue).decode()
    section = page.split('<section class="guide-section guide-schedule"')[1].split("</section>")[0]
    assert section.count('<svg xmlns="http://www.w3.org/2000/svg" class="time-chart"') >= 2
    assert 'viewBox="0 0 720' in section
    assert 'viewBox="0 0 360' in section
    assert "<table" in section


def test_the_pdf_has_chart_and_table(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"
    path.write_bytes(render_pdf(dated(library), library.catalogue))
    run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    text = re.sub(r"[\s\u200b]", "", run.stdout.decode())
    assert "时间安排" in text
    assert "至少要到2027年1月22日（周五）才全部办完" in text
    assert "关键路径，决定全程" in text
