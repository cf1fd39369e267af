"""Packages to draw and to write guides of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from composer.compose import compose
from composer.exchange.content.cases import read_cases
from composer.model.package import ThemePackage
from composer.model.theme import Library

UNKIND = {
    "markup": '<script>alert(\'x\')</script>" onload="x" &amp; ]]> #let x = 1 $a$ \\ {{ 7 * 7 }}',
    "emoji": "😀👨‍👩‍👧‍👦🏳️‍🌈❤️" * 9,
    "long": "很长的名字（附带“引号”与《书名号》）" * 27,
    "unbroken": "W" * 400,
    "turned": "\u202e反向\u200b零宽\ufdfd",
}
"""Names that authors can type."""

Rename = Callable[[str], tuple[ThemePackage, Library]]
THEMES = Path(__file__).parents[2] / "themes"


@pytest.fixture(scope="session")
def packages(library: Library) -> tuple[ThemePackage, ...]:
    """Every theme for its ordinary answers and for those of its cases."""
    cases, _ = read_cases(THEMES, library)
    given = [(theme, {}) for theme in library.themes]
    given += [(theme, dict(case.answers)) for theme, of_theme in cases.items() for case in of_theme.values()]
    return tuple(compose(library.themes[theme], library.catalogue, answers) for theme, answers in given)


@pytest.fixture(scope="session")
def rename(library: Library) -> Rename:
    """A function that gives the restaurant theme with its titles and names of things replaced by one text."""

    def renamed(name: str) -> tuple[ThemePackage, Library]:
        catalogue = library.catalogue
        item = catalogue.items["food-business-licensing"].model_copy(update={"name": name, "notes": name})
        kind = catalogue.kinds["food-facilities-file"].model_copy(update={"name": name})
        changed = catalogue.model_copy(
            update={
                "items": {**catalogue.items, item.id: item},
                "kinds": {**catalogue.kinds, kind.id: kind},
            }
        )
        theme = library.themes["open-restaurant"].model_copy(update={"name": name, "summary": name, "guide": name})
        return compose(theme, changed), library.model_copy(update={"catalogue": changed})

    return renamed


@pytest.fixture(params=UNKIND.values(), ids=UNKIND)
def unkind(request: pytest.FixtureRequest, rename: Rename) -> tuple[ThemePackage, Library]:
    """The restaurant theme with an unkind name for everything."""
    return rename(request.param)
