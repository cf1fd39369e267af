"""What policies change is explained by the policy, and what they would change is compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from composer.errors import AnswerError
from composer.model.form import Form
from composer.model.item import ServiceItem
from composer.model.objective import Terms
from composer.model.policy import Joint
from composer.model.theme import Catalogue, Library
from composer.policies.rewrite import rewritten
from composer.why import Scene, Supposed, what_if
from composer.why.facts import Part
from composer.why.model import ThingKind
from composer.why.rewritings import rewritings
from tests.examples import FACT, demand, field, form, item, library
from tests.policies.strategies import reformed_libraries
from tests.why.conftest import explained

BASIS = {"law": "条例", "article": "第一条", "gist": "要点", **FACT}


def policy(name: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": f"举措{name}", "kind": kind, "basis": BASIS, **FACT, **more}


CUT = policy("cut", "取消材料", demands=["card"], reason="没有依据")
JOINED = policy("joined", "多证合一", items=["helper"], into="goal")
QUICK = policy("quick", "压缩时限", item="goal", promised={"text": "0.5个工作日", **FACT})


def shop(*policies: Mapping[str, Any], more: Sequence[ServiceItem] = (), **theme: Any) -> Library:
    goal = item("goal", "want", requires=[demand("card"), demand("paper")])
    kinds = [{"id": "letter"}]
    return library([goal, item("helper", "paper"), *more], ["want"], kinds=kinds, policies=list(policies), **theme)


def test_a_document_that_a_policy_withdraws_names_it() -> None:
    assert explained(shop(CUT), "card").summary == "“事项goal”要“要求 card”，但没有依据（取消材料“举措cut”）"


def test_an_item_that_a_policy_takes_away_says_into_which_it_went() -> None:
    explanation = explained(shop(JOINED), "helper")
    assert (explanation.present, explanation.summary) == (
        False, "多证合一“举措joined”：不用再办，并入“事项goal”",
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


QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]
GONE = policy("gone", "证照分离", way="取消审批", item="helper")


def test_a_policy_in_force_says_law_edits_and_savings() -> None:
    explanation = explained(shop(CUT), "举措cut")
    assert (explanation.present, explanation.summary) == (True, "取消材料，这次采用，改 1 处")
    assert explanation.law
    assert (explanation.law.basis, explanation.law.text) == ("条例第一条", "要点")
    assert [cause.text for cause in explanation.causes] == ["默认采用，没有另外的条件"]
    assert [one.text for one in explanation.rewritings] == ["“事项goal”要的“要求 card”不再要：没有依据"]
    assert [(one.label, one.text, one.figures) for one in explanation.saves] == [
        ("单独采用", "材料少 1 份", {"materials": 1}),
        ("少了它", "材料多 1 份", {"materials": 1}),
    ]


@pytest.mark.parametrize(
    ("facts", "terms", "present", "cause"),
    [
        ({}, {"policies": {"cut": False}}, False, "已按要求关掉"),
        ({"on": False}, {"policies": {"cut": True}}, True, "已按要求采用，不管它默认是否采用"),
        ({"on": False}, {}, False, "默认不采用：只有一些地方这样办，或者还没有推开"),
        ({"when": {"place": "street"}}, {}, True, "“问题place”选了“选项street”，所以适用"),
        ({"when": {"place": "hall"}}, {}, False, "只有“问题place”选“选项hall”时才适用，这次选的是“选项street”"),
        (
            {"effective": "2026-03-01"}, {"start": date(2026, 2, 1)}, False,
            "2026年3月1日起施行，2026年2月1日申请时还没有施行",
        ),
        ({"effective": "2026-03-01"}, {"start": date(2026, 4, 1)}, True, "2026年3月1日起施行，申请时已经施行"),
        (
            {"until": "2026-03-01"}, {"start": date(2026, 4, 1)}, False,
            "2026年3月1日起不再施行，申请时间是2026年4月1日",
        ),
    ],
)  # fmt: skip
def test_what_decides_over_a_policy_is_said(
    facts: Mapping[str, Any], terms: Mapping[str, Any], present: bool, cause: str
) -> None:
    content = shop({**CUT, **facts}, questions=QUESTIONS)
    explanation = explained(content, "cut", Terms(**terms))
    assert (explanation.present, [one.text for one in explanation.causes]) == (present, [cause])


def test_a_policy_says_which_of_its_edits_count_here() -> None:
    quick = {**QUICK, "item": "other"}
    content = shop(quick, more=[item("other", "extra")])
    explanation = explained(content, "quick")
    assert explanation.summary == "压缩时限，这次采用，但它改的都不在这份套餐里"
    assert [(one.items, one.counts) for one in explanation.rewritings] == [(("other",), False)]


def test_an_item_that_is_abolished_takes_along_what_was_asked_of_it_and_the_policy_says_both() -> None:
    explanation = explained(shop(GONE), "gone")
    assert [one.text for one in explanation.rewritings] == [
        "“事项goal”要的“要求 paper”不再要：“事项helper”已取消，不再要求它的办理结果",
        "“事项helper”不用再办",
    ]


def test_a_document_that_an_abolished_item_issued_names_the_policy() -> None:
    assert explained(shop(GONE), "paper").summary == (
        "“事项goal”要“要求 paper”，但“事项helper”已取消，不再要求它的办理结果（证照分离·取消审批“举措gone”）"
    )


def test_a_document_that_a_letter_replaces_names_the_policy() -> None:
    pledge = policy(
        "pledge", "告知承诺", demands=[{"material": "card"}], letter={"material": "letter", "name": "承诺书"},
        supervision={"check": "核查", "breach": "撤销", **FACT},
    )  # fmt: skip
    assert explained(shop(pledge), "card").summary == (
        "“事项goal”要“要求 card”，但以《承诺书》的承诺代替（告知承诺“举措pledge”）"
    )


def test_a_policy_that_contradicts_one_in_force_says_so() -> None:
    later = {**QUICK, "id": "slow", "name": "举措slow", "promised": {"text": "3个工作日", **FACT}, "on": False}
    causes = [cause.text for cause in explained(shop(QUICK, later), "slow").causes]
    assert causes[1] == "算不出省多少：与“举措quick”（quick）矛盾：都改事项“事项goal”的承诺时限，改法不同"


def test_a_policy_with_the_id_of_an_item_is_meant_by_its_kind_or_name() -> None:
    content = shop({**CUT, "id": "goal", "name": "改革"})
    assert explained(content, "goal").thing.kind is ThingKind.ITEM
    assert explained(content, "policy:goal").thing == explained(content, "改革").thing


def with_form(name: str, catalogue: Catalogue) -> tuple[ServiceItem, Form | None]:
    one = catalogue.items[name]
    return one, catalogue.forms[one.form] if one.form else None


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=reformed_libraries())
def test_every_item_that_a_policy_makes_another_is_named_and_no_other(content: Library) -> None:
    theme = content.themes["t"]
    scene = Scene.of(theme, content.catalogue, {})
    for one in theme.policies:
        made, catalogue = rewritten(theme, content.catalogue, (one,))
        left = {candidate.item for candidate in made.items}
        changed = {
            candidate.item
            for candidate in theme.items
            if candidate.item not in left
            or with_form(candidate.item, catalogue) != with_form(candidate.item, content.catalogue)
        }
        named = {name for change in rewritings(one, scene) for name in change.items}
        assert changed <= named
        if not isinstance(one, Joint) and made.wants == theme.wants:
            assert named <= changed


def test_a_datum_that_came_from_a_merged_form_names_the_policy() -> None:
    goal, helper = item("goal", "want", form="own"), item("helper", "paper", form="theirs")
    forms = [form("own", field("firm.name")), form("theirs", field("firm.staff"))]
    content = library([goal, helper], ["want", "paper"], forms=forms, policies=[JOINED])
    assert [cause.text for cause in explained(content, "firm.staff").causes] == [
        "多证合一“举措joined”并入了“事项helper”，《表own》也填它的“firm.staff”"
    ]
    assert "“事项goal”的《表own》也填一节（原《表theirs》）：firm.staff" in [
        one.text for one in explained(content, "joined").rewritings
    ]
