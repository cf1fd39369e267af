"""Why an item is in the package, why not another, why one is not."""

from composer.model.theme import Library
from tests.examples import FACT, demand, item, library
from tests.why.conftest import explained, steps

QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]


def chain_of_three(**more: object) -> Library:
    goal = item("goal", "want", requires=[demand("paper")])
    helper = item("helper", "paper", requires=[demand("seed")])
    return library([goal, helper, item("root", "seed")], ["want"], **more)


def test_an_item_is_explained_from_the_want_down_demand_by_demand() -> None:
    assert steps(explained(chain_of_three(), "root")) == [
        [
            "您要“结果want”",
            "由“事项goal”办出“结果want”",
            "“事项goal”要求“要求 paper”",
            "由“事项helper”办出“结果paper”",
            "“事项helper”要求“要求 seed”",
            "由“事项root”办出“结果seed”",
        ]
    ]


def test_an_item_has_one_chain_for_each_thing_that_calls_for_it() -> None:
    first = item("first", "one", requires=[demand("paper")])
    second = item("second", "two", requires=[demand("paper")])
    content = library([first, second, item("helper", "paper")], ["one", "two", "paper"])
    assert [chain[0] for chain in steps(explained(content, "helper"))] == [
        "您要“结果paper”", "您要“结果one”", "您要“结果two”",
    ]  # fmt: skip


def test_an_item_that_only_comes_first_is_explained_by_whom_it_precedes() -> None:
    notice = item("notice", "proof")
    goal = item("goal", "want", prerequisites=[{"item": "notice", "via": "公告期满", **FACT}])
    (chain,) = steps(explained(library([goal, notice], ["want"]), "notice"))
    assert chain[-2:] == ["“事项goal”要求先办“事项notice”（公告期满）", "由“事项notice”办出“结果proof”"]


def test_an_item_for_a_document_that_may_follow_is_explained_by_that_demand() -> None:
    goal = item("goal", "want", requires=[demand("paper", necessity="容缺后补")])
    (chain,) = steps(explained(library([goal, item("helper", "paper")], ["want"]), "helper"))
    assert chain[-2:] == ["“事项goal”要求“要求 paper”", "由“事项helper”办出“结果paper”"]


def test_the_answer_that_brings_a_want_in_is_said() -> None:
    wants = [{"material": "want", "when": {"place": "street"}}]
    explanation = explained(library([item("goal", "want")], wants, questions=QUESTIONS), "goal")
    assert explanation.uses[0].chain[0].because == "“问题place”选了“选项street”"


def test_an_item_that_the_answers_switch_off_says_the_condition_and_the_answer() -> None:
    items = ["goal", {"item": "other", "when": {"place": "hall"}}]
    content = library([item("goal", "want"), item("other", "want")], ["want"], questions=QUESTIONS)
    theme = content.themes["t"].model_validate({**content.themes["t"].model_dump(), "items": items})
    changed = content.model_copy(update={"themes": {"t": theme}})
    explanation = explained(changed, "other")
    assert (explanation.present, explanation.summary) == (
        False, "只有“问题place”选“选项hall”时才需要，这次选的是“选项street”",
    )  # fmt: skip
    assert [(one.id, one.reason) for one in explanation.alternatives] == [("goal", "“结果want”由它办出")]


def test_an_item_that_the_theme_does_not_list_says_so() -> None:
    content = chain_of_three()
    catalogue = content.catalogue.model_copy(update={"items": {**content.catalogue.items, "x": item("x", "want")}})
    explanation = explained(content.model_copy(update={"catalogue": catalogue}), "x")
    assert explanation.summary == "“主题”没有列这个事项"


def test_another_issuer_says_what_it_would_cost_to_take_it() -> None:
    slow = item(
        "slow", "want", limits={"statutory": {"text": "9个工作日", **FACT}, "promised": {"text": "5日", **FACT}}
    )
    content = library([item("quick", "want"), slow], ["want"])
    (other,) = explained(content, "quick").alternatives
    assert (other.id, other.reason) == (
        "slow", "也能办出“结果want”，但用它时法定时限多 6 天，承诺时限多 4 天；事项一样，主题把它排在后面",
    )  # fmt: skip


def test_another_issuer_names_the_objective_that_decided() -> None:
    far = item("far", "want", trips={"text": "2", **FACT})
    content = library([far, item("near", "want")], ["want"], objectives=["trips"])
    (other,) = explained(content, "near").alternatives
    assert other.reason == (
        "也能办出“结果want”，但用它时跑动 2 次，事项 1 个；现在跑动 1 次，事项 1 个；"
        "这件事先比跑动，现在 1 次，用它 2 次"
    )


def test_another_issuer_that_is_as_good_stands_back_by_the_order_of_the_theme() -> None:
    (other,) = explained(library([item("one", "want"), item("two", "want")], ["want"]), "one").alternatives
    assert other.reason == "也能办出“结果want”，但事项一样，主题把它排在后面"


def test_another_issuer_that_cannot_do_without_the_item_says_so() -> None:
    two = item("two", "want", requires=[demand("mark")])
    content = library([item("one", "want", "mark"), two], ["want"], kinds=[{"id": "mark", "only_issued": True}])
    (other,) = explained(content, "one").alternatives
    assert other.reason == (
        "也能办出“结果want”，但用它时事项 2 个；现在事项 1 个；"
        "用它也还要办“事项one”；这件事先比事项，现在 1 个，用它 2 个"
    )
