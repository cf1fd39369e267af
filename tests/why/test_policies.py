"""What policies change is explained by the policy, and what they would change is compared."""

from collections.abc import Mapping
from typing import Any

import pytest

from composer.errors import AnswerError
from composer.model.theme import Library
from composer.why import Supposed, what_if
from composer.why.facts import Part
from tests.examples import FACT, demand, item, library
from tests.why.conftest import explained

BASIS = {"law": "条例", "article": "第一条", "gist": "要点", **FACT}


def policy(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": f"举措{name}", "kind": kind, "basis": BASIS, **FACT, **more}


CUT = policy("cut", "取消材料", demands=["card"], reason="没有依据")
JOINED = policy("joined", "多证合一", items=["helper"], into="goal")
QUICK = policy("quick", "压缩时限", item="goal", promised={"text": "0.5个工作日", **FACT})


def shop(*policies: Mapping[str, Any]) -> Library:
    goal = item("goal", "want", requires=[demand("card"), demand("paper")])
    return library([goal, item("helper", "paper")], ["want"], policies=list(policies))


def test_a_document_that_a_policy_withdraws_names_it() -> None:
    assert explained(shop(CUT), "card").summary == "“事项goal”要“要求 card”，但没有依据（取消材料“举措cut”）"


def test_an_item_that_a_policy_takes_away_says_into_which_it_went() -> None:
    explanation = explained(shop(JOINED), "helper")
    assert (explanation.present, explanation.summary) == (
        False, "多证合一（举措joined）：不用再办，并入“事项goal”",
    )  # fmt: skip


def test_an_item_whose_time_a_policy_shortens_names_it() -> None:
    assert [cause.text for cause in explained(shop(QUICK), "goal").causes] == ["压缩时限“举措quick”改变了它的办法"]


def test_switching_a_policy_is_a_change_like_any_other() -> None:
    content = shop({**CUT, "on": False})
    found = what_if(content.themes["t"], content.catalogue, {}, Supposed(policies={"cut": True}))
    assert [change.text for change in found.changes] == ["采用“举措cut”"]
    said = {one.part: one.reason.text for one in found.differences if one.reason}
    assert said[Part.POLICY] == "取消材料，依据条例第一条"
    assert said[Part.MATERIAL] == "“事项goal”要“要求 card”，但没有依据（取消材料“举措cut”）"


def test_a_policy_that_does_not_exist_is_refused() -> None:
    content = shop(CUT)
    with pytest.raises(AnswerError, match="policy-unknown"):
        what_if(content.themes["t"], content.catalogue, {}, Supposed(policies={"cuts": False}))
