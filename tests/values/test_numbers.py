"""Numbers and amounts, read exactly in the unit of the field."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.values import ValueSpec, ValueType, check, read, written
from composer.values.capitals import in_capitals
from composer.values.types import MONEY

YUAN, WAN = ValueSpec(ValueType.AMOUNT), ValueSpec(ValueType.AMOUNT, unit="万元")
AREA, SHARE = ValueSpec(ValueType.NUMBER, unit="平方米"), ValueSpec(ValueType.NUMBER, unit="%")
PEOPLE, MANY = ValueSpec(ValueType.INTEGER, unit="人"), ValueSpec(ValueType.NUMBER, unit="万人")
_cents = st.integers(0, 10**15 - 1)


@given(_cents)
def test_each_way_to_write_an_amount_is_read(cents: int) -> None:
    amount = Decimal(cents) / 100
    ways = [
        *(
            amount,
            f"{amount:f}",
            f"{amount:,.2f}",
            f"￥{amount:,.2f}元",
            f"人民币 {amount:f} 元整",
            in_capitals(amount),
        ),
        *(f"{amount.scaleb(-4):f}万元", f"{amount.scaleb(-8):f} 亿", f"{amount:,.2f}".replace(",", " "), float(amount)),
    ]
    assert {read(way, YUAN).value for way in ways} == {amount}


@given(amount=_cents, unit=st.sampled_from(sorted(MONEY)), own=st.sampled_from(sorted(MONEY)))
def test_a_unit_that_is_written_beside_is_converted_exactly(amount: int, unit: str, own: str) -> None:
    spec = ValueSpec(ValueType.AMOUNT, unit=own)
    exact = Decimal(amount).scaleb(MONEY[unit] - MONEY[own])
    reading = read(f"{amount}{unit}", spec)
    assert reading.value == exact if not check(exact, spec) else reading.faults == check(exact, spec)


@pytest.mark.parametrize(
    ("raw", "spec", "number"),
    [
        ("1亿2000万元", YUAN, "120000000"),
        ("三万五千元", YUAN, "35000"),
        ("5千元", YUAN, "5000"),
        ("１２，３４５．６０", YUAN, "12345.6"),
        (".5", YUAN, "0.5"),
        ("1.5E+05", YUAN, "150000"),
        (0.1 + 0.2, YUAN, "0.3"),
        ("30", WAN, "30"),
        ("五", WAN, "5"),
        ("30万", WAN, "30"),
        ("30萬圓", WAN, "30"),
        ("叁拾万元整", WAN, "30"),
        ("300000元", WAN, "30"),
        ("12.5㎡", AREA, "12.5"),
        ("三十平方米", AREA, "30"),
        ("12.5 平米", AREA, "12.5"),
        ("百分之五十", SHARE, "50"),
        ("12.5％", SHARE, "12.5"),
        ("1,000人", PEOPLE, "1000"),
        ("十二", PEOPLE, "12"),
        ("3万", PEOPLE, "30000"),
        ("3.0", PEOPLE, "3"),
        ("3万人", MANY, "3"),
        ("30000", MANY, "30000"),
    ],
)
def test_a_number_is_read_in_the_unit_of_its_field(raw: str | float, spec: ValueSpec, number: str) -> None:
    assert read(raw, spec).value == Decimal(number)


@pytest.mark.parametrize(
    ("raw", "spec", "code", "message"),
    [
        ("-5", YUAN, "negative", "不能是负数，请核对后重填"),
        ("(5.00)", YUAN, "negative", "不能是负数，请核对后重填"),
        ("负五百元", YUAN, "negative", "不能是负数，请核对后重填"),
        ("12.345", YUAN, "decimals", "最多2位小数，这里有3位，请核对后重填"),
        ("0.001元", WAN, "decimals", "最多6位小数，这里有7位，请核对后重填"),
        ("$100", YUAN, "currency", "“$100”是外币，这里请填人民币，单位元"),
        ("约100", YUAN, "number-vague", "“约100”不是一个确定的数，请填一个数，如123000.00"),
        ("3-5", PEOPLE, "number-vague", "“3-5”不是一个确定的数，请填一个数，如12"),
        ("100左右", AREA, "number-vague", "“100左右”不是一个确定的数，请填一个数，如12.5"),
        ("1,23", YUAN, "number-separator", "“1,23”里的逗号、点或空格看不懂，请写成123000.00这样"),
        ("1 2", PEOPLE, "number-separator", "“1 2”里的逗号、点或空格看不懂，请写成12这样"),
        ("三万五", YUAN, "number-unread", "“三万五”不是看得懂的数，请写成123000.00这样"),
        ("--5", YUAN, "number-unread", "“--5”不是看得懂的数，请写成123000.00这样"),
        ("9" * 5000, YUAN, "number-unread", f"“{'9' * 30}…”不是看得懂的数，请写成123000.00这样"),
        ("12亩", AREA, "unit", "“12亩”里的“亩”不能换算，单位应是平方米，请换算后重填"),
        ("50%", PEOPLE, "unit", "“50%”里的“%”不能换算，单位应是人，请换算后重填"),
        ("50%", ValueSpec(ValueType.NUMBER), "unit", "“50%”里的“%”不能换算，这里只填数字，请换算后重填"),
        ("三万元", PEOPLE, "number-unread", "“三万元”不是看得懂的数，请写成12这样"),
        ("12.5", PEOPLE, "not-whole", "应是整数，不能有小数，请核对后重填"),
        ("99999999999999", YUAN, "too-great", "不能大于9999999999999.99元，请核对后重填"),
        ("4", ValueSpec(ValueType.INTEGER, least=Decimal(5)), "too-small", "不能小于5，请核对后重填"),
        (10**5000, YUAN, "too-great", "不能大于9999999999999.99元，请核对后重填"),
        (Decimal("sNaN"), YUAN, "wrong-type", "这里不能填这样的数，请重填"),
        (True, PEOPLE, "wrong-type", "这里不能填“是”或“否”，请重填"),
        (date(2026, 3, 1), PEOPLE, "wrong-type", "这个单元格是日期，这里要填数，请重填"),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str | ValueSpec) else type(value).__name__,
)
def test_what_is_no_number_of_the_field_is_refused(
    raw: str | int | bool | date | Decimal, spec: ValueSpec, code: str, message: str
) -> None:
    reading = read(raw, spec)
    assert reading.value is None
    assert [(fault.code, fault.message) for fault in reading.faults] == [(code, message)]


def test_nothing_is_rounded_however_many_decimals_are_written() -> None:
    assert read(f"0.{'0' * 40}1", YUAN).faults[0].code == "decimals"
    assert read(f"1.{'0' * 40}1", ValueSpec(ValueType.NUMBER)).faults[0].code == "decimals"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_finite_is_no_number(value: float | Decimal) -> None:
    assert [fault.code for fault in check(value, YUAN)] == ["wrong-type"]


@given(cents=_cents, spec=st.sampled_from([YUAN, ValueSpec(ValueType.AMOUNT, unit="元", decimals=2)]))
def test_an_amount_that_is_written_is_read_back(cents: int, spec: ValueSpec) -> None:
    amount = Decimal(cents) / 100
    assert read(written(amount, spec), spec).value == amount


def test_an_amount_is_written_to_the_cent_with_marks_of_thousands() -> None:
    assert written(Decimal(123000), YUAN) == "123,000.00"
    assert written(Decimal("12.5"), WAN) == "12.5"
    assert written(1234, PEOPLE) == "1,234"
