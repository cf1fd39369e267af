"""Units that measure the same thing: what a value is multiplied by to go from one to the other."""

from collections.abc import Mapping
from decimal import Decimal

_SCALES: tuple[Mapping[str, Decimal], ...] = (
    {"元": Decimal(1), "万元": Decimal(10_000), "百万元": Decimal(1_000_000), "亿元": Decimal(100_000_000)},
    {"毫米": Decimal(1), "厘米": Decimal(10), "米": Decimal(1000), "千米": Decimal(1_000_000)},
    {"平方米": Decimal(1), "公顷": Decimal(10_000), "平方千米": Decimal(1_000_000)},
    {"克": Decimal(1), "千克": Decimal(1000), "公斤": Decimal(1000), "吨": Decimal(1_000_000)},
    {"人": Decimal(1), "名": Decimal(1), "位": Decimal(1)},
    {"份": Decimal(1), "张": Decimal(1), "本": Decimal(1)},
    {"月": Decimal(1), "个月": Decimal(1), "年": Decimal(12)},
)


def scale(unit: str | None, other: str | None) -> Decimal | None:
    """What a value in `unit` is multiplied by to stand in `other`; 1 where either names none, None where none fits."""
    if unit == other or unit is None or other is None:
        return Decimal(1)
    for scales in _SCALES:
        if unit in scales and other in scales:
            return scales[unit] / scales[other]
    return None
