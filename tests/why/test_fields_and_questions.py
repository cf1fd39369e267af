"""Why a datum is filled in, and what a question decides."""

from composer.model.theme import Library
from tests.examples import demand, field, form, item, library
from tests.why.conftest import explained, steps

QUESTIONS = [
    {"id": "place", "options": ["street", "hall"]},
    {"id": "night", "options": ["no", "yes"]},
]


def shop() -> Library:
    fields = [field("person.name", label="申请人姓名"), field("shop.hours", when={"night": "yes"})]
    goal = item("goal", "want", form="f", requires=[demand("card", when={"place": "hall"})])
    asked = ["place", {"question": "night", "when": {"place": "street"}}]
    return library([goal], ["want"], forms=[form("f", *fields)], questions=QUESTIONS, asked=asked)


def test_a_datum_is_explained_by_each_form_that_asks_it() -> None:
    explanation = explained(shop(), "person.name")
    assert steps(explanation) == [
        ["您要“结果want”", "由“事项goal”办出“结果want”", "“事项goal”的《表f》要填“申请人姓名”"]
    ]
    assert explanation.summary == "《表f》要填它；由您填写，一次填好，各张表都用"


def test_a_datum_that_the_answers_switch_on_says_which() -> None:
    assert [cause.text for cause in explained(shop(), "shop.hours", night="yes").causes] == [
        "“问题night”选了“选项yes”，所以《表f》要填“shop.hours”"
    ]


def test_a_datum_that_the_answers_switch_off_says_condition_and_answer() -> None:
    explanation = explained(shop(), "shop.hours")
    assert (explanation.present, explanation.summary) == (
        False, "《表f》有“shop.hours”，但只有“问题night”选“选项yes”时才需要，这次选的是“选项no”",
    )  # fmt: skip


def test_a_question_lists_everything_that_looks_at_its_answer() -> None:
    explanation = explained(shop(), "place")
    assert explanation.summary == "它决定下面 2 处；“问题place”选了“选项street”"
    assert [(one.kind, one.id, one.when, one.holds) for one in explanation.effects] == [
        ("问题", "night", "“问题place”选“选项street”", True),
        ("材料", "card", "“问题place”选“选项hall”", False),
    ]


def test_a_question_that_is_asked_only_sometimes_says_what_brought_it_up() -> None:
    assert [cause.text for cause in explained(shop(), "night").causes] == ["“问题place”选了“选项street”，所以要问"]


def test_a_question_that_is_not_asked_says_what_keeps_it_back() -> None:
    explanation = explained(shop(), "night", place="hall")
    assert (explanation.present, explanation.summary) == (
        False, "只有“问题place”选“选项street”时才问，这次选的是“选项hall”",
    )  # fmt: skip
