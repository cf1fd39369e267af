"""What a proof finds, on themes small enough to see it."""

from typing import Any

import pytest

from composer.errors import MachineError
from composer.model.theme import Library
from composer.proof import decide
from composer.proof.prove import prove
from composer.proof.result import Proof
from composer.situations import diagrams
from tests.examples import demand, field, form, item, library
from tests.proof import listing
from tests.proof.big import big_library, layered_library

YES_NO = {"id": "q", "options": ["yes", "no"]}


def proved(content: Library, **given: tuple[str, ...]) -> Proof:
    return prove(content.themes["t"], content.catalogue, given)


def test_a_theme_without_questions_has_one_combination_and_one_package() -> None:
    proof = proved(library([item("goal", "want")], ["want"]))
    assert (proof.combinations, proof.packages, proof.proved) == (1, 1, True)


def test_a_question_that_is_not_asked_takes_no_part_in_combinations() -> None:
    content = library(
        [item("goal", "want")], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b", "c"]}],
        asked=["q", {"question": "r", "when": {"q": "yes"}}],
    )  # fmt: skip
    assert proved(content).combinations == 4


def test_a_question_that_no_condition_uses_is_useless() -> None:
    proof = proved(library([item("goal", "want")], ["want"], questions=[YES_NO]))
    assert (proof.combinations, proof.packages, proof.useless_questions) == (2, 1, ("q",))


def test_a_question_whose_answers_come_to_the_same_is_useless() -> None:
    rows = [demand("paper", when={"q": "yes"}), demand("paper", when={"q": "no"})]
    proof = proved(library([item("goal", "want", requires=rows)], ["want"], questions=[YES_NO]))
    assert (proof.packages, proof.useless_questions) == (1, ("q",))


def test_a_question_that_only_decides_whether_another_matters_is_not_useless() -> None:
    content = library(
        [item("goal", "want", requires=[demand("paper", when={"r": "yes"})])], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["yes", "no"]}],
        asked=["q", {"question": "r", "when": {"q": "yes"}}],
    )  # fmt: skip
    assert proved(content).useless_questions == ()


def test_the_smallest_answers_that_lead_nowhere_are_named_with_the_reason() -> None:
    content = library(
        [item("goal", "want", requires=[demand("certificate", when={"all": [{"q": "yes"}, {"r": "a"}]})])], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b"]}, {"id": "s", "options": ["x", "y"]}],
        kinds=[{"id": "certificate", "only_issued": True}],
    )  # fmt: skip
    (dead_end,) = proved(content).dead_ends
    assert dead_end.answers == {"q": ("yes",), "r": ("a",)}
    assert [finding.rule for finding in dead_end.findings] == ["requirement-unsupplied"]
    assert proved(content).dead_combinations == 2


def test_a_dead_end_names_what_must_be_answered_for_its_question_to_be_asked() -> None:
    content = library(
        [item("goal", "want", requires=[demand("certificate", when={"r": "a"})])], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b"]}],
        asked=["q", {"question": "r", "when": {"q": "yes"}}],
        kinds=[{"id": "certificate", "only_issued": True}],
    )  # fmt: skip
    (dead_end,) = proved(content).dead_ends
    assert dead_end.answers == {"q": ("yes",), "r": ("a",)}


def test_an_option_to_leave_out_is_part_of_a_dead_end() -> None:
    content = library(
        [item("goal", "want")], [{"material": "want", "when": {"m": "a"}}],
        questions=[{"id": "m", "options": ["a", "b"], "multiple": True}],
    )  # fmt: skip
    (dead_end,) = proved(content).dead_ends
    assert (dead_end.answers, dead_end.avoided) == ({"m": ()}, {"m": ("a",)})


def test_a_theme_that_leads_nowhere_has_the_empty_dead_end_and_no_package() -> None:
    goal = item("goal", "want", requires=[demand("certificate")])
    content = library([goal], ["want"], questions=[YES_NO], kinds=[{"id": "certificate", "only_issued": True}])
    proof = proved(content)
    assert (proof.packages, [one.answers for one in proof.dead_ends]) == (0, [{}])


def test_options_of_a_question_that_is_never_asked_are_unreachable() -> None:
    content = library(
        [item("goal", "want")], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b"]}],
        asked=["q", {"question": "r", "when": {"all": [{"q": "yes"}, {"q": "no"}]}}],
    )  # fmt: skip
    assert proved(content).unreachable_options == {"r": ("a", "b")}


def test_items_demands_and_materials_that_no_answer_brings_in_are_named() -> None:
    never = {"all": [{"q": "yes"}, {"q": "no"}]}
    content = library(
        [
            item("first", "want", requires=[demand("paper", when=never)]),
            item("second", "want", requires=[demand("old")]),
        ],
        ["want"],
        questions=[YES_NO],
    )
    proof = proved(content)
    assert proof.items_never == ("second",)
    assert proof.materials_never == ("old", "paper")
    assert [(one.item, one.name) for one in proof.demands_never] == [("first", "要求 paper")]


def test_fields_and_statements_tell_packages_apart() -> None:
    fee = [{"text": "100元", "when": {"r": "a"}, "source": "G", "certain": True}]
    content = library(
        [item("goal", "want", form="f", fee=[*fee, {"text": "不收费", "source": "G", "certain": True}])], ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b", "c"]}],
        forms=[form("f", field("o.p"), field("o.q", when={"q": "yes"}))],
    )  # fmt: skip
    assert proved(content).packages == 4


def test_given_answers_narrow_the_proof_to_those_that_hold_them() -> None:
    content = library(
        [item("goal", "want", requires=[demand("paper", when={"q": "yes"}), demand("other", when={"r": "b"})])],
        ["want"],
        questions=[YES_NO, {"id": "r", "options": ["a", "b"]}],
    )  # fmt: skip
    proof = proved(content, q=("no",))
    assert (proof.combinations, proof.packages, proof.materials_never) == (2, 2, ("paper",))
    assert (proof.useless_questions, proof.unreachable_options) == ((), {})


def test_a_theme_of_sixty_unkind_questions_is_proved() -> None:
    proof = proved(big_library())
    assert proof.proved
    assert proof.combinations == 2**30 * (3 * 30 + 1)
    assert proof.dead_ends == ()


def test_the_packages_of_a_smaller_one_are_those_that_listing_finds() -> None:
    content = big_library(3)
    made = listing.packages(content.themes["t"], content.catalogue)
    proof = proved(content)
    assert (proof.combinations, proof.packages) == (len(made), len(set(listing.outcomes(made).values())))


def test_issuers_by_the_dozen_take_one_question_each_to_the_chain_pass() -> None:
    questions = [{"id": f"q{number}", "options": ["yes", "no"]} for number in range(12)]
    items: list[Any] = [item(f"i{number}", "licence") for number in range(12)]
    content = library(items, ["licence"], questions=questions, kinds=[{"id": "licence", "only_issued": True}])
    theme = content.themes["t"]
    when = [{"item": one.item, "when": {f"q{number}": "yes"}} for number, one in enumerate(theme.items)]
    candidates = tuple(type(theme.items[0]).model_validate(one) for one in when)
    proof = prove(theme.model_copy(update={"items": candidates}), content.catalogue)
    assert (proof.packages, proof.dead_combinations) == (12, 1)


def test_too_much_to_choose_from_is_reported_and_nothing_is_claimed_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "MOST_ASKED", 0)
    monkeypatch.setattr("composer.proof.world.MOST_ASKED", 0)
    proof = proved(library([item("a", "want"), item("b", "want")], ["want"], questions=[YES_NO]))
    assert (proof.proved, proof.unproved, proof.packages) == (False, 2, 0)


def test_answers_that_do_not_fit_into_the_room_are_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagrams, "NODES", 400)
    with pytest.raises(MachineError, match="请用 -a 固定几个回答"):
        proved(big_library(10))


def test_packages_that_do_not_fit_into_the_room_are_counted_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    content = big_library(6)
    exact = proved(content)
    monkeypatch.setattr("composer.proof.image.ROOM", 500)
    proof = proved(content)
    assert (proof.packages_exact, proof.proved) == (False, False)
    assert 0 < proof.packages < exact.packages


def joint(name: str, when: Any = None) -> dict[str, Any]:
    basis = {"law": "法", "gist": "旨", "source": "G", "certain": True}
    return {
        "id": name, "name": name, "kind": "联合办理", "items": ["goal"], "when": when, "basis": basis,
        "source": "G", "certain": True,
    }  # fmt: skip


def test_a_policy_that_is_in_force_for_some_tells_their_packages_apart() -> None:
    content = library([item("goal", "want")], ["want"], questions=[YES_NO], policies=[joint("p", {"q": "yes"})])
    proof = proved(content)
    assert (proof.packages, proof.useless_questions, proof.proved) == (2, (), True)


def test_what_more_policies_than_are_worked_out_come_to_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("composer.proof.regimes.MOST", 1)
    content = library([item("goal", "want")], ["want"], questions=[YES_NO], policies=[joint("p", {"q": "yes"})])
    proof = proved(content)
    assert (proof.packages, proof.unproved, proof.proved) == (1, 1, False)


def test_a_dead_end_is_shown_with_ordinary_answers_and_what_would_clear_it() -> None:
    rows = [demand("permit", when={"where": "hall"})]
    content = library(
        [item("goal", "want", requires=rows), item("helper", "permit")], ["want"],
        questions=[
            {"id": "where", "options": ["street", "hall"]},
            {"id": "extras", "options": ["a", "b"], "multiple": True, "default": ["b"]},
        ],
        asked=["where", "extras"],
        kinds=[{"id": "permit", "only_issued": True}],
    )  # fmt: skip
    theme = content.themes["t"]
    without = theme.model_copy(update={"items": theme.items[:1]})
    (dead_end,) = prove(without, content.catalogue).dead_ends
    assert dead_end.answers == {"where": ("hall",)}
    assert dead_end.example == {"where": ("hall",), "extras": ("b",)}
    assert [way.text for way in dead_end.ways] == ["手上先有“材料permit”（permit）", "让“事项helper”（helper）也进来"]


def test_layers_of_choices_are_taken_apart() -> None:
    proof = proved(layered_library(30))
    assert (proof.combinations, proof.packages, proof.proved) == (2**30, 2**30, True)


def test_layers_that_an_objective_holds_together_are_told_as_unproved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("composer.proof.world.MOST_ASKED", 10)
    proof = proved(layered_library(8, objectives=["days-promised"]))
    assert (proof.combinations, proof.proved, proof.unproved) == (256, False, 246)
