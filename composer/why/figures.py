"""Figures of two packages in words: what is more, what is less."""

from composer.model.package import FIGURES, Figure, ThemePackage

LABELS = {
    "items": "事项",
    "materials": "要交的材料",
    "forms": "表单",
    "fields": "要填的字段",
    "trips": "跑动次数",
    "days_statutory": "法定时限",
    "days_promised": "承诺时限",
    "fees": "费用",
}
"""The figures of a package as a reader names them."""

UNITS = {
    "items": "项",
    "materials": "份",
    "forms": "张",
    "fields": "栏",
    "trips": "次",
    "days_statutory": "天",
    "days_promised": "天",
    "fees": "元",
}


def said(name: str, figure: Figure) -> str:
    """A figure with its unit: "3 次", "至少 45 天"."""
    return f"{'' if figure.known else '至少 '}{figure.value:g} {UNITS[name]}"


def compared(one: ThemePackage, other: ThemePackage) -> str:
    """How the figures of `other`, as one thing, differ from those of `one`: "跑动次数多 1 次，承诺时限少 3 天"."""
    parts = []
    for name in FIGURES:
        (_, here), (_, there) = getattr(one.measures, name), getattr(other.measures, name)
        gap = round(there.value - here.value, 2)
        if gap:
            parts.append(f"{LABELS[name]}{'多' if gap > 0 else '少'} {abs(gap):g} {UNITS[name]}")
    return "，".join(parts)
