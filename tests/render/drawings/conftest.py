"""Packages to draw: shipped themes under many answers, and invented ones of any size with unkind names."""

import random
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest

from composer.compose import compose
from composer.model.item import Department, ServiceItem
from composer.model.material import MaterialKind
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Library, Theme
from composer.situations.worlds import worlds

Drawable = tuple[ThemePackage, Catalogue]

UNKIND = (
    "",
    '<script>alert(\'1\')</script>" onload="x" &amp; ]]>',
    "😀👨‍👩‍👧‍👦🏳️‍🌈❤️" * 9,
    "很长的名字（附带“引号”与《书名号》）" * 27,
    "=1+1 ABC " + "W" * 490,
    "\u202e反向\u200b零宽\ufdfd",
)


@pytest.fixture(scope="session")
def themed(library: Library) -> list[Drawable]:
    """Every theme under answers spread over all that can be given."""
    return list(_themed(library))


def _themed(library: Library) -> Iterator[Drawable]:
    for theme in library.themes.values():
        for answers in islice(worlds(theme, library.catalogue), 0, 3000, 119):
            yield compose(theme, library.catalogue, answers), library.catalogue


@pytest.fixture(scope="session")
def invented() -> Callable[..., Drawable]:
    """Makes a package of `size` items from `seed`; `unkind` names may hold anything that an author can type."""
    return _invented


def _invented(size: int, seed: int, unkind: bool = False) -> Drawable:
    dice = random.Random(seed)
    tail: Callable[[], str] = (lambda: dice.choice(UNKIND)) if unkind else str
    departments = {
        f"d{number}": Department(id=f"d{number}", name=f"部门{number}{tail()}"[:1000])
        for number in range(dice.randint(1, min(size, 8)))
    }
    kinds: dict[str, MaterialKind] = {}
    items = {}
    for number in range(size):
        kinds[f"r{number}"] = MaterialKind(id=f"r{number}", name=f"证照{number}{tail()}")
        demands = [_demand(f"r{one}", f"证照{one}") for one in _some(range(number), (0, 1, 1, 2, 3, 6), dice)]
        for one in _some(range(30), (0, 2, 4, 8), dice):
            kinds.setdefault(f"m{one}", MaterialKind(id=f"m{one}", name=f"材料{one}{'文件说明' * (one % 5)}{tail()}"))
            more = {"shared": dice.random() < 0.3, "necessity": dice.choice(("必要", "非必要", "容缺后补"))}
            demands.append(_demand(f"m{one}", f"材料{one}{tail()}", **more))
        items[f"i{number}"] = ServiceItem.model_validate(
            {
                "id": f"i{number}",
                "name": f"事项{number}{'办理登记' * dice.randint(0, 5)}{tail()}",
                "department": dice.choice(list(departments)),
                "type": "行政许可",
                "requires": demands,
                "results": [{"material": f"r{number}", "name": f"证照{number}", "type": "证照"}],
                "limits": {
                    "statutory": _fact("10个工作日", "不定", dice),
                    "promised": _fact("3个工作日", "即办", dice),
                },
                "fee": _fact("不收费", "不收费", dice),
                "trips": _fact("0", "1", dice),
            }
        )
    theme = Theme.model_validate(
        {
            "id": "invented",
            "name": f"合成主题{tail()}",
            "audience": "人",
            "stage": "准入准营",
            "lead": "d0",
            "summary": "。",
            "wants": [kinds[f"r{number}"].id for number in range(size)],
            "items": list(items),
            "form": {"name": "一张表", "source": "G", "certain": True},
        }
    )
    catalogue = Catalogue(departments=departments, kinds=kinds, items=items)
    return compose(theme, catalogue, {}), catalogue


def _some(choices: range, counts: tuple[int, ...], dice: random.Random) -> list[int]:
    return dice.sample(choices, min(len(choices), dice.choice(counts)))


def _demand(material: str, name: str, **more: Any) -> dict[str, Any]:
    return {"material": material, "name": name, "source": "G", "certain": True, **more}


def _fact(one: str, other: str, dice: random.Random) -> dict[str, Any]:
    return {"text": dice.choice((one, other)), "source": "G", "certain": dice.random() < 0.5}
