"""Policies are switched by id, or by a name that only one of them has."""

import pytest

from composer.cases import ExpectedCase, differences
from composer.errors import AnswerError
from composer.policies.naming import switched
from tests.policies.conftest import policy, world

CARD = policy("card", "取消材料", demands=["card"], reason="无据")
PLAN = policy("plan", "取消材料", demands=["plan"], reason="无据")


def test_spaces_and_widths_of_a_name_do_not_matter() -> None:
    theme = world({**CARD, "name": "不收Card 了"}).themes["t"]
    assert switched(theme, [("不收ＣＡＲＤ了", False)]) == {"card": False}


def test_a_name_that_is_the_id_of_another_means_that_one() -> None:
    theme = world(CARD, {**PLAN, "name": "card"}).themes["t"]
    assert switched(theme, [("card", True)]) == {"card": True}


def test_a_name_that_two_policies_have_is_asked_back() -> None:
    theme = world({**CARD, "name": "减材料"}, {**PLAN, "name": "减材料"}).themes["t"]
    with pytest.raises(AnswerError) as error:
        switched(theme, [("减材料", True)])
    assert str(error.value) == "错误 [policy-unknown] 减材料：有 2 项改革举措叫这个名字。请写编号：card、plan。"


def test_every_fault_is_named_at_once() -> None:
    theme = world(CARD).themes["t"]
    with pytest.raises(AnswerError) as error:
        switched(theme, [("X", True), ("card", True), ("改革card", False)])
    assert str(error.value).splitlines() == [
        "错误 [policy-switch] card：既要采用又要关掉。请只留采用或不采用中的一个。",
        "错误 [policy-unknown] X：没有这项改革举措。可选：card（改革card）。",
    ]


def test_a_theme_without_policies_says_so() -> None:
    with pytest.raises(AnswerError, match="这个主题没有改革举措"):
        switched(world().themes["t"], [("x", True)])


def test_a_case_may_name_a_policy_too_and_is_told_where_it_names_none() -> None:
    made = world(CARD)
    theme, catalogue = made.themes["t"], made.catalogue
    assert list(differences(ExpectedCase(name="c", policies={"改革card": "off"}), theme, catalogue)) == []
    (finding,) = differences(ExpectedCase(name="c", policies={"取消材料": "off"}), theme, catalogue)
    assert str(finding) == "错误 [policy-unknown] 取消材料：没有这项改革举措。可选：card（改革card）。"
