"""Amounts in Chinese numerals, both ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.values.capitals import GREATEST, in_capitals, read_capitals


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("123000.00", "壹拾贰万叁仟元整"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角"),
        ("10", "壹拾元整"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("103453", "壹拾万叁仟肆佰伍拾叁元整"),
        ("10345", "壹万零叁佰肆拾伍元整"),
        ("100000001", "壹亿零壹元整"),
        ("100003000", "壹亿零叁仟元整"),
        ("1000000000000", "壹万亿元整"),
    ],
)
def test_an_amount_is_said_as_on_a_bill(amount: str, said: str) -> None:
    assert in_capitals(Decimal(amount)) == said


@given(st.one_of(st.integers(0, 10**18 - 1), st.integers(0, 10**7), st.lists(st.sampled_from("0019"), max_size=18)))
def test_every_amount_reads_back(cents: int | list[str]) -> None:
    number = cents if isinstance(cents, int) else int("".join(cents) or "0")
    said = in_capitals(Decimal(number) / 100)
    assert read_capitals(said) == Decimal(number) / 100
    assert "零零" not in said
    assert "零元" not in said or number == 0


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("人民币壹拾贰万叁仟圆正", "123000"),
        ("十二万三千元", "123000"),
        ("壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("伍角整", "0.5"),
        ("貳佰伍拾萬圓整", "2500000"),
        ("三万零五", "30005"),
        ("两百一十", "210"),
        ("拾贰元", "12"),
    ],
)
def test_other_ways_to_say_an_amount_are_read(said: str, amount: str) -> None:
    assert read_capitals(said) == Decimal(amount)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "整",
        "元",
        "三万五",
        "壹佰佰",
        "佰元",
        "壹拾壹佰元",
        "三百五",
        "亿元",
        "万",
        "壹佰零元",
        "壹亿亿元",
        "壹分壹角",
        "1元",
    ],
)
def test_what_is_said_wrongly_is_not_guessed(said: str) -> None:
    assert read_capitals(said) is None


@pytest.mark.parametrize("amount", [Decimal(-1), Decimal("0.001"), GREATEST + Decimal("0.01")])
def test_what_cannot_be_said_is_refused(amount: Decimal) -> None:
    with pytest.raises(ValueError, match="is no amount"):
        in_capitals(amount)
