"""Two packages side by side: nothing is passed over, and every difference has its cause."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from composer.compose import compose
from composer.errors import AnswerError, ContentError
from composer.exchange.json import package_to_dict
from composer.model.theme import Library
from composer.situations.worlds import worlds
from composer.why import Supposed, compare, what_if
from composer.why.compare import Difference
from composer.why.facts import Part, facts
from composer.why.whatif import Stuck, WhatIf
from tests.examples import demand, field, form, item, library
from tests.shipped import THEMES
from tests.strategies import answers, libraries

relaxed = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
QUESTIONS = [{"id": "place", "options": ["street", "hall"]}, {"id": "night", "options": ["no", "yes"]}]
PROSE = {"reason", "why", "parts", "dropped", "timeline"}


def supposing(content: Library, base: Mapping[str, Any] | None = None, **supposed: Any) -> WhatIf:
    return what_if(content.themes["t"], content.catalogue, base or {}, Supposed(**supposed))


def reasons(found: WhatIf, part: Part) -> dict[str, tuple[tuple[int, ...], str]]:
    return {
        one.id: (one.reason.changes, one.reason.text) for one in found.differences if one.part is part and one.reason
    }


def shop() -> Library:
    goal = item(
        "goal",
        "want",
        form="f",
        requires=[
            demand("card", when={"place": "hall"}),
            demand("lamp", when={"all": [{"place": "hall"}, {"night": "yes"}]}),
            demand("paper"),
        ],
    )
    fields = [field("person.name"), field("shop.hours", when={"night": "yes"})]
    return library(
        [goal, item("helper", "paper")],
        ["want"],
        questions=QUESTIONS,
        forms=[form("f", *fields)],
    )


@pytest.mark.parametrize("theme_id", THEMES)
def test_supposing_what_is_so_already_shows_no_difference(library: Library, theme_id: str) -> None:
    theme = library.themes[theme_id]
    for chosen in islice(worlds(theme, library.catalogue), 0, 200, 20):
        found = what_if(theme, library.catalogue, chosen, Supposed(answers=chosen))
        assert found.differences == ()


def applied(found: tuple[Difference, ...], here: Mapping[Any, Any]) -> dict[Any, Mapping[str, str]]:
    """The facts on the one side, made those of the other by the differences alone."""
    made: dict[Any, Mapping[str, str]] = {key: fact.values for key, fact in here.items()}
    for one in found:
        if one.after is None:
            del made[one.key]
        else:
            made[one.key] = {**made.get(one.key, {}), **one.after}
    return made


def without_prose(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_prose(value) for key, value in data.items() if key not in PROSE}
    return [without_prose(one) for one in data] if isinstance(data, list) else data


@relaxed
@given(content=libraries(), first=answers, second=answers)
def test_differences_applied_to_one_package_give_the_other(
    content: Library, first: Mapping[str, Any], second: Mapping[str, Any]
) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    try:
        one, other = compose(theme, catalogue, first), compose(theme, catalogue, second)
    except ContentError:
        return
    found = compare(one, other, catalogue)
    assert applied(found, facts(one, catalogue)) == {key: fact.values for key, fact in facts(other, catalogue).items()}
    assert len({difference.key for difference in found}) == len(found)


@pytest.mark.parametrize("theme_id", THEMES)
def test_packages_without_a_difference_are_exported_alike(library: Library, theme_id: str) -> None:
    theme, catalogue = library.themes[theme_id], library.catalogue
    seen: list[tuple[Any, Any]] = []
    for chosen in islice(worlds(theme, catalogue), 40):
        package = compose(theme, catalogue, chosen)
        seen.append((facts(package, catalogue), without_prose(package_to_dict(package, catalogue))))
    for number, (here, data) in enumerate(seen):
        for there, others in seen[number + 1 :]:
            assert (here == there) is (data == others)


def test_each_change_is_named_as_the_cause_of_what_it_brings() -> None:
    found = supposing(shop(), answers={"place": "hall", "night": "yes"})
    assert [change.text for change in found.changes] == ["“问题place”选了“选项hall”", "“问题night”选了“选项yes”"]
    assert reasons(found, Part.MATERIAL) == {
        "card": ((0,), "“事项goal”要它；申请人自备：自己准备"),
        "lamp": ((), "“事项goal”要它；申请人自备：自己准备"),
    }
    assert [one.reason.together for one in found.differences if one.id == "lamp" and one.reason] == [True]
    assert reasons(found, Part.FIELD) == {"shop.hours": ((1,), "《表f》要填它；由您填写，一次填好，各张表都用")}


def test_what_comes_in_carries_its_chain_of_wants() -> None:
    found = supposing(shop(), answers={"place": "hall"})
    (card,) = (one for one in found.differences if one.part is Part.MATERIAL)
    assert card.reason
    assert [step.text for step in card.reason.chain] == [
        "您要“结果want”", "由“事项goal”办出“结果want”", "“事项goal”要求“要求 card”",
    ]  # fmt: skip


def test_what_goes_says_what_keeps_it_out_now() -> None:
    found = supposing(shop(), {"place": "hall"}, answers={"place": "street"})
    assert reasons(found, Part.MATERIAL)["card"][1] == (
        "“事项goal”要“要求 card”，但只有“问题place”选“选项hall”时才需要，这次选的是“选项street”"
    )


def test_with_a_document_at_hand_its_item_is_not_done() -> None:
    found = supposing(shop(), have=("paper",))
    assert [change.text for change in found.changes] == ["手上已有“材料paper”"]
    assert reasons(found, Part.ITEM) == {
        "helper": ((0,), "您手上已有“结果paper”，不用再办"),
        "goal": ((0,), "不用再等“事项helper”"),
    }
    assert reasons(found, Part.MATERIAL)["paper"][1].startswith("现在申请人自备：")


def test_a_result_that_is_at_hand_is_wanted_no_more() -> None:
    content = library([item("goal", "want"), item("other", "more")], ["want", "more"])
    found = supposing(content, have=("want",))
    assert reasons(found, Part.WANT) == {"want": ((0,), "手上已有，不用再办")}


def test_without_an_item_its_document_has_to_come_from_elsewhere() -> None:
    found = supposing(shop(), without=("事项helper",))
    assert reasons(found, Part.ITEM) == {
        "helper": ((0,), "这里说好了不办它"),
        "goal": ((0,), "不用再等“事项helper”"),
    }
    assert reasons(found, Part.MATERIAL) == {"paper": ((0,), "现在申请人自备：自己准备；原件份数由“0”变为“1”")}
    assert reasons(found, Part.FIGURE)["items"][1] == "一件事：少了“事项helper”；单独办：少了“事项helper”"
    assert reasons(found, Part.PATH)["critical-path"][1] == (
        "按承诺时限，原来是“事项helper”1 个工作日，“事项goal”1 个工作日，现在是“事项goal”1 个工作日"
    )


def test_a_change_that_leaves_no_package_is_named_with_what_would_mend_it() -> None:
    content = library(
        [item("goal", "want", requires=[demand("paper")]), item("helper", "paper")],
        ["want"],
        questions=QUESTIONS,
        kinds=[{"id": "paper", "only_issued": True}],
    )
    found = supposing(content, without=("helper",), answers={"night": "yes"})
    assert (found.after, found.broken_by) == (None, (0,))
    assert [bar.rule for bar in found.stuck.obstacles] == ["requirement-unsupplied"]
    assert [way.text for way in found.stuck.ways] == ["手上先有“材料paper”（paper）"]
    assert (found.stuck_before, found.opened_by) == (Stuck(), ())


def stuck_shop() -> Library:
    """A shop that needs a paper and a mark that no item of the theme can issue."""
    goal = item("goal", "want", requires=[demand("paper"), demand("mark", when={"night": "yes"})])
    kinds = [{"id": ref, "only_issued": True} for ref in ("paper", "mark")]
    return library([goal], ["want"], questions=QUESTIONS, kinds=kinds)


def test_a_change_that_opens_the_way_is_named_beside_what_stood_in_it() -> None:
    found = supposing(stuck_shop(), have=("paper",), answers={"place": "hall"})
    assert (found.before, found.opened_by, found.broken_by) == (None, (0,), ())
    assert [bar.rule for bar in found.stuck_before.obstacles] == ["requirement-unsupplied"]
    assert [way.text for way in found.stuck_before.ways] == ["手上先有“材料paper”（paper）"]
    assert found.stuck == Stuck()
    assert reasons(found, Part.ITEM) == {"goal": ((0,), "办出您要的“结果want”")}


def test_from_nothing_the_differences_are_all_that_the_package_says() -> None:
    content = stuck_shop()
    found = supposing(content, have=("paper",))
    assert found.after
    there = facts(found.after, content.catalogue)
    assert applied(found.differences, {}) == {key: fact.values for key, fact in there.items()}


def test_changes_that_open_the_way_only_together_are_named_together() -> None:
    found = supposing(stuck_shop(), {"night": "yes"}, have=("paper", "mark"))
    assert (found.opened_by, found.before) == ((0, 1), None)


def test_where_both_sides_lead_nowhere_each_says_what_stands_in_its_way() -> None:
    found = supposing(stuck_shop(), {"night": "yes"}, have=("paper",))
    assert (found.before, found.after, found.differences, found.opened_by) == (None, None, (), ())
    assert [bar.reason for bar in found.cleared] == ["材料《要求 paper》只能由事项办出，这里却没有事项能办出来"]
    assert [way.text for way in found.stuck.ways] == ["手上先有“材料mark”（mark）"]


def test_a_change_beside_the_point_leaves_all_that_stands_in_the_way() -> None:
    found = supposing(stuck_shop(), answers={"place": "hall"})
    assert (found.after, found.cleared) == (None, ())
    assert found.stuck == found.stuck_before


def test_questions_and_options_may_be_named_by_what_they_say() -> None:
    by_name = supposing(shop(), {"问题night": "选项yes"}, answers={"问题place？": ["选项hall"]})
    assert by_name == supposing(shop(), {"night": "yes"}, answers={"place": ["hall"]})


def test_names_that_mean_nothing_are_refused() -> None:
    for supposed in ({"have": ("nothing",)}, {"without": ("card",)}, {"answers": {"place": "moon"}}):
        with pytest.raises(AnswerError):
            supposing(shop(), **supposed)
