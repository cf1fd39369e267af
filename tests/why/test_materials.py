"""Why a document is asked for, why not another, why one is not."""

from typing import Any

from composer.model.theme import Library
from tests.examples import FACT, demand, field, form, item, library
from tests.why.conftest import explained, steps

QUESTIONS = [{"id": "place", "options": ["street", "hall"]}]
LETTER = {"material": "letter", "name": "承诺书", **FACT}


def asking(*demands: dict[str, Any], **more: Any) -> Library:
    return library([item("goal", "want", requires=demands)], ["want"], questions=QUESTIONS, **more)


def test_a_document_is_explained_by_each_demand_and_by_where_it_comes_from() -> None:
    explanation = explained(asking(demand("card", name="身份证复印件")), "card")
    assert steps(explanation) == [["您要“结果want”", "由“事项goal”办出“结果want”", "“事项goal”要求“身份证复印件”"]]
    assert [use.supply for use in explanation.uses] == ["申请人自备：自己准备"]


def test_a_result_that_nobody_else_needs_is_explained_by_its_want() -> None:
    explanation = explained(asking(), "want")
    assert (explanation.present, explanation.summary) == (True, "由“事项goal”办出，没有别的事项要它")
    assert steps(explanation) == [["您要“结果want”", "由“事项goal”办出“结果want”"]]


def test_an_application_form_is_explained_though_it_became_part_of_the_one_form() -> None:
    content = library(
        [item("goal", "want", form="f", requires=[demand("table")])],
        ["want"],
        forms=[form("f", field("person.name"))],
        kinds=[{"id": "table", "form": "f"}],
    )
    assert explained(content, "table").uses[0].supply == "申请人自备：并入一张表单，一次填写"
    assert explained(content, "one-form").thing.name == "一张表单"


def test_an_alternative_that_was_not_taken_says_why() -> None:
    (other,) = explained(asking(demand("card", "passport")), "card").alternatives
    assert (other.id, other.reason) == ("passport", "“事项goal”也收它，但“材料card”写在它前面")


def test_an_alternative_gives_way_to_one_that_must_be_brought_anyway() -> None:
    (other,) = explained(asking(demand("card", "passport"), demand("passport")), "passport").alternatives
    assert other.reason == "“事项goal”也收它，但别的事项反正要“材料passport”，交一份就够"


def test_an_alternative_gives_way_to_what_the_chain_issues() -> None:
    goal = item("goal", "want", requires=[demand("paper", "card")])
    (other,) = explained(library([goal, item("helper", "paper")], ["want", "paper"]), "paper").alternatives
    assert other.reason == "“事项goal”也收它，但“材料paper”本来就由“事项helper”办出"


def test_a_document_in_whose_place_another_is_taken_is_absent_for_that_reason() -> None:
    explanation = explained(asking(demand("card", "passport")), "passport")
    assert (explanation.present, explanation.summary) == (
        False, "“事项goal”要“要求 card”，这次用“材料card”：“材料card”写在它前面",
    )  # fmt: skip


def test_a_document_that_the_answers_switch_off_says_condition_and_answer() -> None:
    explanation = explained(asking(demand("card", when={"place": "hall"})), "card")
    assert explanation.summary == (
        "“事项goal”要“要求 card”，但只有“问题place”选“选项hall”时才需要，这次选的是“选项street”"
    )


def test_a_withdrawn_demand_says_why_it_may_no_longer_be_made() -> None:
    assert explained(asking(demand("card", withdrawn="2020年起取消")), "card").summary == (
        "“事项goal”要“要求 card”，但2020年起取消"
    )


def test_a_document_that_a_letter_replaces_and_the_letter_explain_each_other() -> None:
    content = asking(demand("card", commitment={**LETTER, "when": {"place": "street"}}))
    assert explained(content, "card").summary == (
        "“事项goal”要“要求 card”，但“问题place”选了“选项street”，以《承诺书》的承诺代替"
    )
    assert [cause.text for cause in explained(content, "letter").causes] == [
        "“问题place”选了“选项street”，所以交承诺书，不用交“要求 card”"
    ]
    assert explained(content, "letter", place="hall").summary == (
        "“事项goal”要“要求 card”可以用承诺书代替，但只有“问题place”选“选项street”时才需要，这次选的是“选项hall”"
    )


def test_a_document_of_an_item_that_is_not_done_says_so() -> None:
    other = item("other", "want", requires=[demand("card")])
    content = library([item("goal", "want"), other], ["want"])
    assert explained(content, "card").summary == ("“事项other”要“要求 card”，但这次不办它：“结果want”由“事项goal”办出")


def test_a_document_that_nothing_mentions_in_the_theme_says_so() -> None:
    content = asking()
    extra = item("x", "y", requires=[demand("want")])
    catalogue = content.catalogue.model_copy(
        update={
            "items": {**content.catalogue.items, "x": extra},
            "kinds": {**content.catalogue.kinds, "y": content.catalogue.kinds["want"].model_copy(update={"id": "y"})},
        }
    )
    explanation = explained(content.model_copy(update={"catalogue": catalogue}), "material:y")
    assert explanation.summary == "“主题”里没有事项要它，也没有事项办出它"


def test_a_paper_taken_in_the_place_of_another_says_why_that_was_not_taken() -> None:
    cards = [{"id": "card", "personal": True}, {"id": "id-card", "personal": True, "satisfies": ["card"]}]
    content = library(
        [
            item("first", "a", requires=[demand("id-card")]),
            item("goal", "want", requires=[demand("card"), demand("a")]),
        ],
        ["want"],
        kinds=cards,
    )
    (passed_over,) = explained(content, "id-card").alternatives
    assert passed_over.reason == ("“事项goal”也收它，但别的事项反正要“材料id-card”，它可以当“材料card”用，交一份就够")


def test_a_document_that_names_keep_apart_is_explained_with_every_demand() -> None:
    content = asking(demand("card", name="材料card正本"), demand("card", name="材料card副本"))
    for asked in ("card", "card/正本"):
        assert [chain[-1] for chain in steps(explained(content, asked))] == [
            "“事项goal”要求“材料card正本”",
            "“事项goal”要求“材料card副本”",
        ]
