"""What policies save is a difference of packages."""

from datetime import date

import pytest

from composer.effects import effects, said
from composer.errors import AnswerError, ContentError
from composer.model.objective import Terms
from tests.examples import FACT
from tests.policies.conftest import policy, world

LIMIT = {"text": "即办", **FACT}
SLOW = {"text": "30个工作日", **FACT}


def of(*policies, terms: Terms | None = None):
    made = world(*policies)
    return effects(made.themes["t"], made.catalogue, {}, terms or Terms())


def test_alone_and_together_are_differences_of_the_figures_after() -> None:
    found = of(
        policy("a", "联合办理", items=["licence", "permit"]), policy("b", "取消材料", demands=["card"], reason="无据")
    )
    joint, card = found.policies
    assert (said(joint.alone), said(joint.beside)) == ("跑动少 1 次", "跑动少 1 次")
    assert said(card.beside) == "材料少 1 份"
    assert said(found.together) == "材料少 1 份、跑动少 1 次"


def test_a_policy_may_save_nothing_beside_another_that_it_saves_alone() -> None:
    found = of(
        policy("a", "联合办理", items=["licence", "permit"]),
        policy("b", "证照分离", way="取消审批", item="licence"),
    )
    assert said(found.policies[0].alone) == "跑动少 1 次"
    assert said(found.policies[0].beside) == "数字不变"


def test_a_policy_that_is_off_says_what_it_would_add() -> None:
    (found,) = of(policy("a", "压缩时限", item="permit", promised=LIMIT, on=False)).policies
    assert found.reason == "默认不采用：只有一些地方这样办，或者还没有推开"
    assert said(found.beside) == "承诺时限少 1 天"


def test_a_policy_that_makes_a_figure_more_is_applied_and_named() -> None:
    (found,) = of(policy("a", "压缩时限", item="permit", promised=SLOW)).policies
    assert found.reason is None
    assert [one.said for one in found.worse] == ["承诺时限多 29 天"]


def test_documents_met_otherwise_are_named_beside_the_saving() -> None:
    (found,) = of(policy("a", "容缺后补", demands=["report"], due={"days": 5})).policies
    assert found.instead == ("1 份可以后补",)


def test_without_a_package_there_is_no_difference_but_a_reason() -> None:
    found = of(
        policy("a", "压缩时限", item="permit", promised=LIMIT),
        policy("b", "证照分离", way="取消审批", item="permit", on=False),
    )
    assert found.policies[1].beside is None
    assert "不再办，另一项又改它" in (found.policies[1].fault or "")
    assert said(found.policies[1].beside) == "算不出"


def test_what_a_policy_contradicts_is_the_other_one() -> None:
    found = of(
        policy("a", "压缩时限", item="permit", promised=LIMIT, on=False),
        policy("b", "压缩时限", item="permit", promised=SLOW),
        policy("c", "压缩时限", item="permit", promised=LIMIT, on=False),
    )
    told = "矛盾：都改事项“事项permit”的承诺时限，改法不同"
    assert [one.fault for one in found.policies] == [f"与“改革b”（b）{told}", None, f"与“改革b”（b）{told}"]


def test_policies_in_force_that_contradict_each_other_are_refused_as_compose_refuses_them() -> None:
    two = (
        policy("a", "压缩时限", item="permit", promised=LIMIT),
        policy("b", "压缩时限", item="permit", promised=SLOW),
    )
    with pytest.raises(ContentError, match="policy-conflict"):
        of(*two)
    with pytest.raises(AnswerError, match="policy-conflict"):
        of(two[0], {**two[1], "on": False}, terms=Terms(policies={"b": True}))


def test_a_policy_that_ends_before_it_begins_is_refused_unless_it_is_switched_off() -> None:
    ended = policy("a", "压缩时限", item="permit", promised=LIMIT, effective="2026-07-01", until="2026-06-30")
    for terms in (Terms(), Terms(policies={"a": True}), Terms(start=date(2026, 7, 1))):
        with pytest.raises(ContentError, match="policy-dates"):
            of(ended, terms=terms)
    assert of(ended, terms=Terms(policies={"a": False})).together == ()
