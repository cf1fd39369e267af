"""A package in a few lines of a terminal."""

from collections.abc import Iterator

from composer.measure import say_days
from composer.model.package import FIGURES, Figure, Supply, ThemePackage
from composer.model.theme import Catalogue

_LABELS = {
    "items": "事项",
    "materials": "要交的材料",
    "forms": "表单",
    "fields": "要填的字段",
    "trips": "跑动次数",
    "days_statutory": "法定时限（天）",
    "days_promised": "承诺时限（天）",
    "fees": "费用（元）",
}


def summary(package: ThemePackage, catalogue: Catalogue) -> str:
    """Steps, what to hand in, and every figure before and after."""
    return "\n".join(_lines(package, catalogue))


def _lines(package: ThemePackage, catalogue: Catalogue) -> Iterator[str]:
    yield package.theme.name
    for planned in package.items:
        department = catalogue.departments[planned.item.department].name
        days = say_days(package.timings[planned.item.id].promised)
        yield f"  第 {planned.stage} 阶段  {planned.item.name}（{department}，{days}）"
    yield "要交的材料"
    for row in package.materials:
        if row.supply is Supply.APPLICANT:
            yield f"  {row.name}{'（如有）' if row.optional else ''}"
    yield "一件事前后"
    for name in FIGURES:
        before, after = getattr(package.measures, name)
        yield f"  {_LABELS[name]}：{_say(before)} → {_say(after)}"


def _say(figure: Figure) -> str:
    return f"{'' if figure.known else '至少 '}{figure.value:g}"
