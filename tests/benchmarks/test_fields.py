"""The labelled fields: the file says what its README says, and ours reads them as well as it did."""

import pytest

from benchmarks.fields import Judged, Pair, judged, labelled, principal, readings
from tests.forms.labels.shipped import shipped


@pytest.mark.parametrize(("half", "recall"), [("dev", 1.0), ("held", 0.85)])
def test_no_two_data_are_joined_and_most_of_one_are(half: str, recall: float) -> None:
    fields, pairs = labelled(half)
    found = judged(pairs, {name: one.key for name, one in readings(fields, shipped()).items()})
    assert found.precision == 1.0
    assert found.recall >= recall


def test_only_equal_keys_join_and_no_key_never_does() -> None:
    pairs = [Pair("a", "b", True), Pair("a", "c", False), Pair("d", "e", True)]
    keys = {"a": ("x",), "b": ("x",), "c": ("x",), "d": None, "e": None}
    assert judged(pairs, keys) == Judged(right=1, false=1, same=2)


def test_a_form_about_several_alike_states_no_principal() -> None:
    assert principal("申请离婚登记声明书") is None
    assert principal("户外招牌设置申请表") == "enterprise"
