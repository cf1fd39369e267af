"""Figures of two packages in words: what is more, what is less."""

from composer.model.figures import FIGURE_NAMES
from composer.model.package import FIGURES, Figure, ThemePackage


def said(name: str, figure: Figure) -> str:
    """A figure with its unit: "3 次", "至少 45 天"."""
    return f"{'' if figure.known else '至少 '}{figure.value:g} {FIGURE_NAMES[name].unit}"


def compared(one: ThemePackage, other: ThemePackage) -> str:
    """How the figures of `other`, as one thing, differ from those of `one`: "跑动次数多 1 次，承诺时限少 3 天"."""
    parts = []
    for name in FIGURES:
        (_, here), (_, there) = getattr(one.measures, name), getattr(other.measures, name)
        gap = round(there.value - here.value, 2)
        if gap:
            named = FIGURE_NAMES[name]
            parts.append(f"{named.name}{'多' if gap > 0 else '少'} {abs(gap):g} {named.unit}")
    return "，".join(parts)
