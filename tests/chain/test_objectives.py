"""What a theme asks to be least decides between ways that lead to the same result."""

from collections.abc import Iterable
from typing import Any

import pytest

from composer.compose import compose, trade_offs
from composer.errors import ContentError
from composer.model.item import ServiceItem
from composer.model.objective import Objective, Terms
from composer.model.package import ThemePackage
from composer.model.theme import Library
from tests.examples import FACT, demand, item, library


def way(name: str, *issues: str, promised: str = "1个工作日", fee: str = "不收费", **more: Any) -> ServiceItem:
    """An item with this limit and fee."""
    limits = {"statutory": {"text": "9个工作日", **FACT}, "promised": {"text": promised, **FACT}}
    return item(name, *issues, limits=limits, fee={"text": fee, **FACT}, **more)


def composed(content: Library, **terms: Any) -> ThemePackage:
    return compose(content.themes["t"], content.catalogue, {}, Terms(**terms))


def chosen(content: Library, **terms: Any) -> list[str]:
    return sorted(planned.item.id for planned in composed(content, **terms).items)


def dear_and_quick(objectives: Iterable[Any]) -> Library:
    """One result, issued by an item that is slow and free or by one that is quick and dear."""
    slow = way("slow", "want", promised="20个工作日")
    quick = way("quick", "want", promised="2个工作日", fee="300元")
    return library([slow, quick], ["want"], objectives=list(objectives))


def test_the_first_objective_decides() -> None:
    assert chosen(dear_and_quick(["fees", "days-promised"])) == ["slow"]
    assert chosen(dear_and_quick(["days-promised", "fees"])) == ["quick"]


def test_the_objectives_of_the_terms_replace_those_of_the_theme() -> None:
    quick = Objective.model_validate("days-promised")
    assert chosen(dear_and_quick(["fees"]), objectives=(quick,)) == ["quick"]


def test_without_objectives_the_fewest_items_are_taken() -> None:
    long = [way("long", "want", requires=[demand("step")]), way("step", "step")]
    assert chosen(library([*long, way("short", "want")], ["want"])) == ["short"]


def test_of_equally_good_ways_the_one_listed_first_is_taken() -> None:
    assert chosen(library([way("b", "want"), way("a", "want")], ["want"])) == ["b"]


def test_the_package_says_what_each_objective_comes_to_in_days_and_yuan() -> None:
    best = composed(dear_and_quick(["days-promised", "fees"])).best
    assert [(one.objective.measure, one.value, one.bound) for one in best.achieved] == [
        ("days-promised", 2, 2),
        ("fees", 300, 300),
        ("items", 1, 1),
    ]
    assert best.proved


def test_an_unknown_fee_is_worse_than_any_known_one() -> None:
    unknown, dear = way("unknown", "want", fee="银行公示费用"), way("dear", "want", fee="5000元")
    package = composed(library([unknown, dear], ["want"], objectives=["fees"]))
    assert [planned.item.id for planned in package.items] == ["dear"]


def test_what_is_unknown_on_every_way_is_counted_beside_the_value() -> None:
    package = composed(library([way("unknown", "want", fee="银行公示费用")], ["want"], objectives=["fees"]))
    assert [(one.value, one.unknown) for one in package.best.achieved] == [(0, 1), (1, 0)]


def test_days_are_counted_along_the_critical_path_unless_they_are_to_be_summed() -> None:
    parallel = way("end", "want", promised="1个工作日", requires=[demand("a"), demand("b")])
    legs = [way("a", "a", promised="5个工作日"), way("b", "b", promised="5个工作日")]
    alone = way("alone", "want", promised="8个工作日")
    content = [parallel, *legs, alone]
    kinds = [{"id": "a", "only_issued": True}, {"id": "b", "only_issued": True}]
    assert chosen(library(content, ["want"], kinds=kinds, objectives=["days-promised"])) == ["a", "b", "end"]
    summed = [{"measure": "days-promised", "over": "sum"}]
    assert chosen(library(content, ["want"], kinds=kinds, objectives=summed)) == ["alone"]


def test_fewest_stages_may_take_more_items() -> None:
    row = [way("x", "want", requires=[demand("y")]), way("y", "y", requires=[demand("z")]), way("z", "z")]
    flat = [way("p", "want", requires=[demand("q"), demand("r"), demand("s")])]
    flat += [way(name, name) for name in ("q", "r", "s")]
    assert chosen(library([*row, *flat], ["want"])) == ["x", "y", "z"]
    assert chosen(library([*row, *flat], ["want"], objectives=["stages"])) == ["p", "q", "r", "s"]


def test_fewest_materials_may_take_one_more_item() -> None:
    heavy = way("heavy", "want", requires=[demand("m1"), demand("m2")])
    light = way("light", "want", requires=[demand("made")])
    helper = way("helper", "made", requires=[demand("m1")])
    content = [heavy, light, helper]
    assert chosen(library(content, ["want"])) == ["heavy"]
    assert chosen(library(content, ["want"], objectives=["materials"])) == ["helper", "light"]


def test_items_accepted_at_one_window_share_their_trips() -> None:
    twice = {"text": "2", **FACT}
    pair = [way("a", "a", trips=twice), way("b", "want", requires=[demand("a")], trips=twice)]
    alone = way("alone", "want", trips={"text": "3", **FACT})
    assert chosen(library([*pair, alone], ["want"], objectives=["trips"])) == ["alone"]
    basis = {"law": "某文件", "gist": "一窗受理", **FACT}
    joint = {"id": "joint", "name": "一起受理", "kind": "联合办理", "basis": basis, "items": ["a", "b"], **FACT}
    assert chosen(library([*pair, alone], ["want"], objectives=["trips"], policies=[joint])) == ["a", "b"]


def test_a_forced_item_is_part_of_the_package_though_nothing_wants_it() -> None:
    assert chosen(library([way("goal", "want"), way("must", "other")], ["want"], forced=["must"])) == ["goal", "must"]


def test_an_item_that_another_excludes_gives_way_to_one_that_can_be_combined() -> None:
    goal = way("goal", "want", requires=[demand("paper")], excludes=["first"])
    assert chosen(library([goal, way("first", "paper"), way("second", "paper")], ["want"])) == ["goal", "second"]


def test_a_loop_is_avoided_where_another_issuer_breaks_it() -> None:
    goal = way("goal", "want", requires=[demand("paper")])
    circular = way("circular", "paper", requires=[demand("want")])
    assert chosen(library([goal, circular, way("other", "paper")], ["want"])) == ["goal", "other"]


def test_what_the_applicant_has_is_not_issued_again() -> None:
    goal = way("goal", "want", requires=[demand("paper")])
    content = library([goal, way("helper", "paper")], ["want"])
    assert chosen(content) == ["goal", "helper"]
    assert chosen(content, have=("paper",)) == ["goal"]


def test_an_item_that_must_not_be_used_gives_way_to_another() -> None:
    content = library([way("first", "want"), way("second", "want")], ["want"])
    assert chosen(content, without=("first",)) == ["second"]


def test_a_want_that_only_an_item_left_out_issues_cannot_be_reached() -> None:
    with pytest.raises(ContentError, match="want-unreachable"):
        composed(library([way("only", "want")], ["want"]), without=("only",))


def test_a_prerequisite_whose_results_the_applicant_has_was_done_before() -> None:
    goal = way("goal", "want", prerequisites=[{"item": "first", "via": "证", **FACT}])
    content = library([goal, way("first", "paper")], ["want"])
    assert chosen(content) == ["first", "goal"]
    assert chosen(content, have=("paper",)) == ["goal"]


def test_a_document_at_hand_does_not_count_behind_one_that_an_item_issues() -> None:
    goal = way("goal", "want", requires=[demand("paper", "card")])
    assert chosen(library([goal, way("helper", "paper")], ["want"])) == ["goal", "helper"]


def test_a_document_at_hand_that_is_written_first_is_taken_instead_of_an_item() -> None:
    goal = way("goal", "want", requires=[demand("card", "paper")])
    assert chosen(library([goal, way("helper", "paper")], ["want"])) == ["goal"]


def traded(content: Library, *measures: str) -> list[tuple[float, ...]]:
    objectives = tuple(Objective.model_validate(one) for one in measures)
    plans = trade_offs(content.themes["t"], content.catalogue, {}, Terms(objectives=objectives))
    return [tuple(one.value for one in plan.best.achieved[:2]) for plan in plans]


def test_every_trade_off_of_two_objectives_is_listed_and_nothing_that_is_worse_in_both() -> None:
    ways = [(20, 0), (9, 100), (12, 200), (2, 300)]
    items = [way(f"w{days}", "want", promised=f"{days}个工作日", fee=f"{fee}元") for days, fee in ways]
    assert traded(library(items, ["want"]), "days-promised", "fees") == [(2, 300), (9, 100), (20, 0)]


def test_an_unknown_fee_is_traded_off_as_more_than_any_known_one() -> None:
    items = [way("slow", "want", promised="9个工作日", fee="800元"), way("quick", "want", fee="银行公示费用")]
    assert traded(library(items, ["want"]), "days-promised", "fees") == [(1, 0), (9, 800)]
    dear = [way("dear", "want", fee="800元"), way("unknown", "want", fee="银行公示费用")]
    assert traded(library(dear, ["want"]), "days-promised", "fees") == [(1, 800)]
