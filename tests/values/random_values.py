"""Specifications, and values for them: valid, nearly valid and wild."""

import json
import random
from decimal import Decimal
from typing import Any

from stdnum import luhn
from stdnum.cn import ric, uscc

from composer.values import ValueSpec, ValueType, format_ids, value_format
from composer.values.formats.uscc import organisation_check

T = ValueType
OPTIONS = (("1", "男"), ("2", "女"), ("09", "其他、不详"), ("A", "甲"))
SPECS = [
    *(ValueSpec(format=id) for id in format_ids()),
    ValueSpec(),
    ValueSpec(max_length=5),
    ValueSpec(min_length=3, max_length=6, patterns=(r"^\w", r"\d$")),
    ValueSpec(patterns=("^[^\\s-]+$",)),
    ValueSpec(format="mobile", patterns=("^13",)),
    ValueSpec(T.LONG_TEXT, max_length=20),
    ValueSpec(T.LONG_TEXT, patterns=("^a.*b$",)),
    ValueSpec(T.SIGNATURE),
    ValueSpec(T.DATE),
    ValueSpec(T.DATE_TIME),
    ValueSpec(T.PERIOD),
    ValueSpec(T.MONTH),
    ValueSpec(T.INTEGER),
    ValueSpec(T.INTEGER, least=Decimal(-5), most=Decimal(20)),
    ValueSpec(T.NUMBER),
    ValueSpec(T.NUMBER, decimals=1, unit="%", most=Decimal(100)),
    ValueSpec(T.NUMBER, decimals=6, least=Decimal("-180"), most=Decimal("180.000001")),
    ValueSpec(T.AMOUNT),
    ValueSpec(T.AMOUNT, unit="万元", least=Decimal("0.07")),
    ValueSpec(T.AMOUNT, decimals=0),
    ValueSpec(T.CHOICE, options=OPTIONS),
    ValueSpec(T.CHOICE, options=(("男", "男"), ("女", "女"))),
    ValueSpec(T.CHOICES, options=OPTIONS, min_length=2, max_length=3),
    ValueSpec(T.BOOLEAN),
]
_CHARACTERS = "张三 a1B-.。，/:@\n\t\x00\u200b\u200d\u00a0\u3000\ufeff\ufffd\u2028𠮷é１Ⅷ()年月日..X0123456789"
_WILD: list[Any] = [
    *(None, True, False, 0, 1, 1.0, -0.0, 20.5, -5, 0.07, 0.1 + 0.2, 1e300, 10**400, -(10**20), 9999999999999.99),
    *("", " ", "\n", "1\n", "2026-02-29", "2024-02-29", "2026-03-01\n", "20260301", "2026-W01-1", "٢٠٢٦-٠٣-٠١", "1e3"),
    *(
        "2026-01-01/2025-01-01",
        "../..",
        "2026-01-01/..",
        "2026-03-01T24:00",
        "2026-03-01T09:30Z",
        "１３８１２３４５６７８",
    ),
    *([], ["1"], ["1", "1"], ["1", "2"], ["2", "1", "A", "09"], [1, 2], [["1"], ["2"]], {}, {"1": "男"}, ["1", True]),
]


def _day(rng: random.Random) -> str:
    return f"{rng.randint(1790, 2210):04d}-{rng.randint(0, 13):02d}-{rng.randint(0, 32):02d}"


def _resident(rng: random.Random) -> str:
    first = (
        f"{rng.choice(['110105', '830000', '990000', '653228'])}{_day(rng).replace('-', '')}{rng.randint(0, 999):03d}"
    )
    return first + ric.calc_check_digit(f"{first}0")


def _uscc(rng: random.Random) -> str:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = "".join(rng.choice(letters) for _ in range(8))
    first = f"{rng.choice(['91', '92', 'N2', 'Y1', 'Z1'])}{rng.randint(0, 999999):06d}{body}{organisation_check(body)}"
    return first + (uscc.calc_check_digit(first) if "Z" not in first else "0")


def _card(rng: random.Random) -> str:
    first = str(rng.randint(10**9, 10**19))
    return first + luhn.calc_check_digit(first)


_MAKERS = {"resident-id": _resident, "identity-number": _resident, "uscc": _uscc, "bank-card": _card}


def _probable(spec: ValueSpec, rng: random.Random) -> Any:
    """A value that is often valid."""
    match spec.type:
        case T.TEXT if spec.format:
            maker = _MAKERS.get(spec.format)
            return maker(rng) if maker and rng.random() < 0.8 else value_format(spec.format).example
        case T.TEXT | T.LONG_TEXT | T.SIGNATURE:
            return rng.choice(["张三", "a1", "ab\nb", "a𠮷b", "x 1", "é2", "1\u200d2", "甲乙丙丁戊己庚辛"])
        case T.DATE:
            return _day(rng)
        case T.DATE_TIME:
            return f"{_day(rng)}T{rng.randint(0, 24):02d}:{rng.randint(0, 60):02d}"
        case T.PERIOD:
            return "/".join(rng.choice([_day(rng), ".."]) for _ in range(2))
        case T.MONTH:
            return _day(rng)[:7]
        case T.INTEGER | T.NUMBER | T.AMOUNT:
            whole = rng.randint(-(10 ** rng.randint(0, 17)), 10 ** rng.randint(0, 17))
            return rng.choice(
                [whole, whole / 10 ** rng.randint(0, 8), round(rng.uniform(-200, 200), rng.randint(0, 7))]
            )
        case T.CHOICE:
            return rng.choice(["1", "2", "09", "A", "男", "女"])
        case T.CHOICES:
            return [rng.choice(["1", "2", "09", "A", "a"]) for _ in range(rng.randint(0, 4))]
    return rng.choice([True, False, 0, 1])


def _mutated(value: Any, rng: random.Random) -> Any:
    """One character more, less or other; a number as a text, a value as a list."""
    if not isinstance(value, str):
        return rng.choice([str(value), [value], value])
    at = rng.randint(0, len(value))
    return value[:at] + rng.choice(["", *_CHARACTERS]) + value[at + rng.randint(0, 1) :]


def random_value(spec: ValueSpec, rng: random.Random) -> Any:
    """A JSON value: one half likely to be valid, a third nearly so, the rest wild."""
    die = rng.random()
    if die < 0.5:
        value = _probable(spec, rng)
    elif die < 0.85:
        value = _mutated(_probable(spec, rng), rng)
    else:
        length = rng.randint(0, 8)
        value = rng.choice([*_WILD, "".join(rng.choice(_CHARACTERS) for _ in range(length))])
    return json.loads(json.dumps(value))
