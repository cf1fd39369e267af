"""What would make a want reachable, in the words of an official; and that it does."""

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.errors import ContentError
from composer.model.objective import Terms
from composer.model.theme import Candidate, Library, Theme
from composer.why import ways_out, with_ways_out
from composer.why.model import Way
from composer.why.scene import Scene
from tests.examples import FACT, demand, item, library
from tests.strategies import answers, libraries
from tests.why.conftest import explained

ONLY = [{"id": "paper", "only_issued": True}, {"id": "seed", "only_issued": True}]


def outside(content: Library, *names: str) -> Library:
    """The same theme without these items of its list; the catalogue keeps them."""
    theme = content.themes["t"]
    kept = tuple(one for one in theme.items if one.item not in names)
    return content.model_copy(update={"themes": {"t": theme.model_copy(update={"items": kept})}})


def said(content: Library) -> list[str]:
    return [way.text for way in ways_out(content.themes["t"], content.catalogue, {})]


def test_a_document_that_only_items_issue_may_be_at_hand_or_its_issuer_come_in() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    content = outside(library([goal, item("helper", "paper")], ["want"], kinds=ONLY), "helper")
    assert said(content) == ["手上先有“材料paper”（paper）", "让“事项helper”（helper）也进来"]


def test_what_an_added_item_needs_is_added_with_it() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    helper = item("helper", "paper", requires=[demand("seed")])
    content = outside(library([goal, helper, item("root", "seed")], ["want"], kinds=ONLY), "helper", "root")
    assert said(content) == [
        "手上先有“材料paper”（paper）",
        "让“事项helper”（helper）也进来，并手上先有“材料seed”（seed）",
        "让“事项helper”（helper）“事项root”（root）也进来",
    ]


def test_an_item_that_must_come_first_is_added_with_the_one_that_waits_for_it() -> None:
    helper = item("helper", "paper", prerequisites=[{"item": "notice", "via": "公告", **FACT}])
    goal = item("goal", "want", requires=[demand("paper")])
    content = outside(library([goal, helper, item("notice", "x")], ["want"], kinds=ONLY), "helper", "notice")
    assert "让“事项helper”（helper）“事项notice”（notice）也进来" in said(content)


def test_a_want_that_no_item_issues_is_not_met_by_having_it() -> None:
    content = outside(library([item("goal", "want"), item("other", "more")], ["more"]), "other")
    assert said(content) == ["让“事项other”（other）也进来"]


def test_a_loop_is_opened_by_a_document_that_is_at_hand() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    helper = item("helper", "paper", requires=[demand("want")])
    assert said(library([goal, helper], ["want"])) == ["手上先有“材料paper”（paper）"]


def test_nothing_is_offered_where_a_package_comes_about_or_nothing_helps() -> None:
    assert said(library([item("goal", "want")], ["want"])) == []
    assert said(library([item("goal", "want")], ["nowhere"], kinds=[{"id": "nowhere"}])) == []


def test_the_way_out_stands_in_the_message_of_what_is_unreachable() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    content = outside(library([goal, item("helper", "paper")], ["want"], kinds=ONLY), "helper")
    theme, catalogue = content.themes["t"], content.catalogue
    (finding,) = Scene.of(theme, catalogue, {}).findings
    assert with_ways_out(finding, theme, catalogue, {}).suggestion == (
        f"{finding.suggestion}；只要手上先有“材料paper”（paper），或让“事项helper”（helper）也进来，就走得通"
    )


def test_asking_why_of_what_cannot_be_reached_says_what_stands_in_the_way_and_the_way_out() -> None:
    goal = item("goal", "want", requires=[demand("paper")])
    content = outside(library([goal, item("helper", "paper")], ["want"], kinds=ONLY), "helper")
    explanation = explained(content, "goal")
    assert [bar.rule for bar in explanation.obstacles] == ["requirement-unsupplied"]
    assert [way.text for way in explanation.ways] == said(content)


def composes(content: Library, theme: Theme, chosen: Mapping[str, Any], held: tuple[str, ...]) -> bool:
    try:
        compose(theme, content.catalogue, chosen, Terms(have=held))
    except ContentError:
        return False
    return True


def with_way(theme: Theme, way: Way, without: str | None = None) -> tuple[Theme, tuple[str, ...]]:
    """The theme and the documents at hand that a way leads to, less one of its parts."""
    items = [one for one in theme.items if one.item not in {item.id for item in way.items}]
    added = [Candidate(item=one.id) for one in way.items if one.id != without]
    held = tuple(one.id for one in way.materials if one.id != without)
    return theme.model_copy(update={"items": (*items, *added)}), held


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=libraries(), chosen=answers, data=st.data())
def test_every_way_leads_to_a_package_and_no_part_of_it_can_be_spared(
    content: Library, chosen: Mapping[str, Any], data: st.DataObject
) -> None:
    names = [one.item for one in content.themes["t"].items]
    gone = data.draw(st.lists(st.sampled_from(names), max_size=len(names) - 1, unique=True))
    cut = outside(content, *gone)
    theme = cut.themes["t"]
    ways = ways_out(theme, content.catalogue, chosen)
    if composes(cut, theme, chosen, ()):
        assert ways == []
    for way in ways:
        mended, held = with_way(theme, way)
        assert composes(cut, mended, chosen, held)
        if not any(content.catalogue.items[one.id].prerequisites for one in way.items):
            for part in (*way.items, *way.materials):
                less, fewer = with_way(theme, way, part.id)
                assert not composes(cut, less, chosen, fewer)
