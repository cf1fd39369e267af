"""Why the best way does without an item that it could have had."""

from typing import Any

import pytest

from composer.model.theme import Library
from composer.why.model import Explanation, Ground, Weighed
from tests.examples import FACT, demand, item, library
from tests.why.conftest import explained

BASIS = {"law": "某法", "article": "第九条", "gist": "要点", **FACT}
ONLY_ISSUED = [{"id": ref, "only_issued": True} for ref in ("paper", "spare", "seed", "mark")]


def promised(days: int) -> dict[str, Any]:
    return {"statutory": {"text": "30日", **FACT}, "promised": {"text": f"{days}日", **FACT}}


def of_two_ways(**more: Any) -> Library:
    """A document by a quick and dear item, or by a slow and cheap one."""
    goal = item("goal", "want", requires=[demand("paper")], limits=promised(2))
    quick = item("quick", "paper", limits=promised(1), fee={"text": "100元", **FACT})
    slow = item("slow", "paper", limits=promised(10), fee={"text": "10元", **FACT})
    return library([goal, quick, slow], ["want"], kinds=ONLY_ISSUED, **more)


def grounds(explanation: Explanation) -> list[Ground | None]:
    return [cause.ground for cause in explanation.causes]


def test_a_worse_way_is_held_against_the_package_objective_by_objective() -> None:
    explanation = explained(of_two_ways(objectives=["days-promised", "fees"]), "slow")
    assert explanation.weighed == (
        Weighed(objective="承诺时限", chosen="3 天", instead="12 天", decides=True),
        Weighed(objective="费用", chosen="100 元", instead="10 元"),
        Weighed(objective="事项", chosen="2 个", instead="2 个"),
    )
    assert explanation.summary == "已有“事项quick”，“结果paper”由它办出；这件事先比承诺时限，现在 3 天，用它 12 天"
    assert grounds(explanation) == [Ground.WORSE]


def test_the_other_order_of_objectives_keeps_the_other_item_out() -> None:
    explanation = explained(of_two_ways(objectives=["fees", "days-promised"]), "quick")
    assert [(one.objective, one.chosen, one.instead) for one in explanation.weighed if one.decides] == [
        ("费用", "10 元", "100 元")
    ]


def test_an_item_is_weighed_in_the_place_of_all_that_would_do_its_work() -> None:
    content = of_two_ways(objectives=["days-promised"])
    middle = item("middle", "paper", limits=promised(5))
    catalogue = content.catalogue.model_copy(update={"items": {**content.catalogue.items, "middle": middle}})
    theme = content.themes["t"].model_validate(
        {**content.themes["t"].model_dump(), "items": ["goal", "quick", "slow", "middle"]}
    )
    changed = content.model_copy(update={"catalogue": catalogue, "themes": {"t": theme}})
    assert explained(changed, "slow").weighed[0].instead == "12 天"


def test_a_way_that_is_as_good_stands_back_by_the_order_of_the_theme() -> None:
    explanation = explained(of_two_ways(), "slow")
    assert grounds(explanation) == [Ground.AS_GOOD]
    assert explanation.causes[0].text == "用它时承诺时限多 9 天，费用少 90 元；事项一样，主题把它排在后面"


def test_an_exclusion_is_named_with_the_item_that_rules_it_and_its_basis() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    quick = item("quick", "paper", excludes=["goal"], bases=[BASIS])
    content = library([goal, quick, item("slow", "paper")], ["want"], kinds=ONLY_ISSUED)
    explanation = explained(content, "quick")
    assert [(cause.text, cause.basis) for cause in explanation.causes] == [
        ("与“事项goal”互斥，不能一起办（“事项quick”这样规定）", "某法第九条"),
        ("办了它就编不出套餐", None),
    ]
    assert grounds(explanation) == [Ground.EXCLUDED, Ground.UNREACHABLE]


@pytest.mark.parametrize("ruling", ["near", "far"])
def test_an_exclusion_that_could_be_gone_round_says_what_that_would_come_to(ruling: str) -> None:
    excludes = {"near": "far", "far": "near"}
    near, far = (item(name, "want", excludes=[excludes[name]] * (name == ruling)) for name in excludes)
    far = far.model_copy(update={"requires": item("x", "x", requires=[demand("paper")]).requires})
    content = library([near, far, item("helper", "paper")], ["want"], kinds=ONLY_ISSUED)
    explanation = explained(content, "far")
    assert grounds(explanation) == [Ground.EXCLUDED, Ground.WORSE]
    assert explanation.causes[0].text == f"与“事项near”互斥，不能一起办（“事项{ruling}”这样规定）"
    assert [(one.chosen, one.instead) for one in explanation.weighed] == [("1 个", "2 个")]


def test_an_item_that_cannot_be_done_says_what_stands_in_its_way() -> None:
    far = item("far", "want", requires=[demand("mark")])
    explanation = explained(library([item("near", "want"), far], ["want"], kinds=ONLY_ISSUED), "far")
    assert grounds(explanation) == [Ground.UNREACHABLE]
    assert "办它走不通：“事项far”材料《要求 mark》只能由事项办出" in explanation.summary


def test_an_item_whose_result_nobody_asks_for_is_not_needed() -> None:
    explanation = explained(library([item("goal", "want"), item("idle", "mark")], ["want"]), "idle")
    assert grounds(explanation) == [Ground.NOT_NEEDED]
    assert explanation.summary == "这次没有要它的结果，也没有事项需要它"


def test_an_item_that_only_an_item_left_out_needs_says_which() -> None:
    far = item("far", "want", requires=[demand("seed")])
    content = library([item("near", "want"), far, item("root", "seed")], ["want"], kinds=ONLY_ISSUED)
    explanation = explained(content, "root")
    assert (grounds(explanation), explanation.summary) == ([Ground.NOT_NEEDED], "只有“事项far”用得上它，这次不办")


def test_a_document_of_a_worse_way_is_held_against_the_package_too() -> None:
    goal = item("goal", "want", requires=[demand("paper", "spare")])
    quick, slow = item("quick", "paper", limits=promised(1)), item("slow", "spare", limits=promised(9))
    content = library([goal, quick, slow], ["want"], kinds=ONLY_ISSUED, objectives=["days-promised"])
    explanation = explained(content, "spare")
    assert [(one.chosen, one.instead) for one in explanation.weighed if one.decides] == [("2 天", "10 天")]
    assert explanation.causes[-1].text.startswith("“事项slow”能办出它，但这次不办：用它时承诺时限 10 天")
    (other,) = explained(content, "paper").alternatives
    assert (other.id, other.ground) == ("spare", Ground.WORSE)
