"""Options, as they are ticked, typed and listed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.values import ValueSpec, ValueType, check, read, written

OPTIONS = (("1", "男"), ("2", "女"), ("09", "其他、不详"), ("w", "網絡 经营"))
ONE = ValueSpec(ValueType.CHOICE, options=OPTIONS)
SOME = ValueSpec(ValueType.CHOICES, options=OPTIONS)
YES_OR_NO = ValueSpec(ValueType.BOOLEAN)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        *(("男", "1"), (" 男\u200b", "1"), ("1", "1"), (1, "1"), (1.0, "1"), ("１", "1"), (9, "09"), ("09", "09")),
        *(("☑男 ☐女", "1"), ("☐男 ☒女", "2"), ("√男 女", "1"), ("男√ 女", "1"), ("男□ 女■", "2"), ("✔️女", "2")),
        *(
            ("[x]男 [ ]女", "1"),
            ("（√）男（ ）女", "1"),
            ("其他、不详", "09"),
            ("其他,不详", "09"),
            ("☑其他、不详 ☐男", "09"),
        ),
        *(("网络经营", "w"), ("網路經營".replace("路", "絡"), "w"), ("W", "w"), (["女"], "2")),
    ],
)
def test_an_option_is_known_by_label_or_code(raw: str | int | float | list[object], code: str) -> None:
    assert read(raw, ONE).value == code


@pytest.mark.parametrize("raw", ["", "  ", None, [], "☐男 ☐女"])
def test_nothing_picked_is_nothing_written(raw: str | list[object] | None) -> None:
    reading = read(raw, ONE)
    assert (reading.value, reading.faults) == (None, ())


@pytest.mark.parametrize(
    "raw",
    ["男、女", "女，男", "男;女", "男\n女", "男 女", "☑男 ☑女 ☐其他、不详", ["2", "1"], ["男", "女", "男"], "1,2"],
)
def test_several_options_come_in_the_order_of_the_list(raw: str | list[object]) -> None:
    assert read(raw, SOME).value == ("1", "2")


@pytest.mark.parametrize(
    ("raw", "spec", "code", "message"),
    [
        ("甲", ONE, "choice-unknown", "“甲”不在选项里，请从男、女、其他、不详、網絡 经营中选"),
        (3, ONE, "choice-unknown", "“3”不在选项里，请从男、女、其他、不详、網絡 经营中选"),
        (10**5000, ONE, "choice-unknown", "“…”不在选项里，请从男、女、其他、不详、網絡 经营中选"),
        ("男、女", ONE, "choice-several", "这里只能选一项，选了男、女，请只留一项"),
        ("男、甲", SOME, "choice-unknown", "“男、甲”不在选项里，请从男、女、其他、不详、網絡 经营中选"),
        ("也许", YES_OR_NO, "not-yes-or-no", "“也许”看不出是“是”还是“否”，请填“是”或“否”"),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_option_is_refused(raw: str | int, spec: ValueSpec, code: str, message: str) -> None:
    (fault,) = read(raw, spec).faults
    assert (fault.code, fault.message) == (code, message)


def test_two_labels_that_are_spelt_alike_need_their_code() -> None:
    spec = ValueSpec(ValueType.CHOICE, options=(("a", "网络"), ("b", "網絡")))
    assert read("网络", spec).value == "a"
    (fault,) = read("网 络", spec).faults
    assert fault.code == "choice-unclear"
    assert read("b", spec).value == "b"


@given(
    codes=st.lists(st.text("ab1、, 男√☐[]x", min_size=1, max_size=4), min_size=1, max_size=5, unique=True),
    data=st.data(),
)
def test_a_code_is_always_read_as_itself(codes: list[str], data: st.DataObject) -> None:
    labels = data.draw(st.lists(st.text("ab1、, 男", min_size=1), min_size=len(codes), max_size=len(codes)))
    spec = ValueSpec(ValueType.CHOICES, options=tuple(zip(codes, labels, strict=True)))
    picked = [code for code in codes if code.strip()]
    assert read(picked, spec).value == (tuple(picked) or None)


@given(st.lists(st.sampled_from([code for code, _ in OPTIONS]), unique=True, min_size=1))
def test_options_that_are_written_are_read_back(codes: list[str]) -> None:
    assert set(read(written(tuple(codes), SOME), SOME).value or ()) == set(codes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (("1", "1"), ["choice-twice"]),
        ((), ["too-few"]),
        (("1", "2", "09"), ["too-many"]),
        (("3",), ["choice-unknown"]),
        ("1", ["wrong-type"]),
    ],
)
def test_a_list_of_options_that_cannot_be_is_refused(value: object, codes: list[str]) -> None:
    spec = ValueSpec(ValueType.CHOICES, options=OPTIONS, max_length=2)
    assert [fault.code for fault in check(value, spec)] == codes


@pytest.mark.parametrize("raw", [True, 1, "是", "√", "☑", "Yes", "/Yes", "同意", "☑是 ☐否", "是√ 否", "[x]"])
def test_a_yes_is_known(raw: bool | int | str) -> None:
    assert read(raw, YES_OR_NO).value is True


@pytest.mark.parametrize("raw", [False, 0, "否", "×", "☐", "no", "/Off", "不同意", "☐是 ☑否", "[ ]"])
def test_a_no_is_known(raw: bool | int | str) -> None:
    assert read(raw, YES_OR_NO).value is False


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": ValueType.CHOICE},
        {"type": ValueType.CHOICES, "options": (("a", "甲"), ("a", "乙"))},
        {"type": ValueType.CHOICE, "options": (("", "甲"),)},
        {"type": ValueType.DATE, "format": "mobile"},
        {"type": ValueType.AMOUNT, "unit": "美元"},
        {"type": ValueType.NUMBER, "patterns": ("a",)},
        {"type": ValueType.NUMBER, "decimals": 15},
        {"type": ValueType.INTEGER, "least": Decimal(5), "most": Decimal(4)},
        {"type": ValueType.NUMBER, "most": Decimal("0.1234567890123456")},
    ],
)
def test_a_specification_that_cannot_be_met_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"{wrong['type'].name}: "):  # type: ignore[attr-defined]
        ValueSpec(**wrong)  # type: ignore[arg-type]
