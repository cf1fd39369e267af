"""Long lists of names, made from names that are in use, the same for the same seed and the same files."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from benchmarks.names.labels import real_names
from composer.model.theme import Catalogue

SEED = 3
_BEFORE = ("", "1.", "（2）", "③ ", "一、", "有效的")
_WHOSE = ("", "申请人", "法定代表人", "股东", "经办人的", "父母", "企业", "被委托人")
_AFTER = (
    *("", "复印件", "（原件及复印件）", "原件1份", "（复印件加盖公章）"),
    *("；", "复印件2份", "（如有）", "（近6个月内）"),
)


def different_names(count: int, catalogue: Catalogue) -> list[str]:
    """So many different names: those in use and the wordings of the catalogue, with what lists put around them."""
    wordings = {wording for kind in catalogue.kinds.values() for wording in kind.wordings}
    base = sorted({*real_names(), *wordings})
    random = Random(SEED)
    names: set[str] = set()
    while len(names) < count:
        names.add(random.choice(_BEFORE) + random.choice(_WHOSE) + random.choice(base) + random.choice(_AFTER))
    return sorted(names)


def write_list(path: Path, names: Sequence[str], rows: int) -> None:
    """A list of so many rows that asks for each name about equally often, from 20,000 items of 200 departments."""
    random = Random(SEED)
    _write(
        path,
        ("id", "name", "item", "department"),
        (
            (row, random.choice(names), f"事项{random.randrange(20_000)}", f"部门{random.randrange(200)}")
            for row in range(rows)
        ),
    )


def write_holders(path: Path, names: Sequence[str], holders: int) -> None:
    """A list in which every row has a holder of its own."""
    random = Random(SEED)
    _write(path, ("name", "holder"), ((random.choice(names), f"第{row}号企业") for row in range(holders)))


def write_long_names(path: Path, names: Sequence[str], rows: int, length: int) -> None:
    """A list of names of so many characters each, no two of them equal."""
    random = Random(SEED)
    long = ("".join(random.choices(names, k=length // 4))[: length - 6] + f"{row:06}" for row in range(rows))
    _write(path, ("name",), ((name,) for name in long))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
