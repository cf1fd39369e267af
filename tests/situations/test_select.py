"""What the answers switch off is left out, for the reason that is true."""

from typing import Any

import pytest

from composer.compose import compose
from composer.model.package import DroppedKind
from tests.examples import field, form, item, library

QUESTIONS = [{"id": "kind", "options": ["shop", "stall"]}, {"id": "staff", "options": ["some", "none"]}]


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ({"kind": "stall", "staff": "some"}, "选项shop"),
        ({"kind": "shop", "staff": "none"}, "选项some"),
    ],
)
def test_a_field_is_left_out_for_the_condition_that_does_not_hold(answers: dict[str, Any], wanted: str) -> None:
    guarded = form("f", field("firm.staff", when={"staff": "some"}), when={"kind": "shop"})
    content = library([item("goal", "want", form="f")], ["want"], questions=QUESTIONS, forms=[guarded])
    package = compose(content.themes["t"], content.catalogue, answers)
    (dropped,) = package.dropped
    assert wanted in dropped.reason


def test_a_result_that_is_not_wanted_under_these_answers_is_left_out_with_its_condition() -> None:
    wants = ["want", {"material": "extra", "when": {"staff": "some"}}]
    content = library([item("goal", "want"), item("other", "extra")], wants, questions=QUESTIONS)
    package = compose(content.themes["t"], content.catalogue, {"staff": "none"})
    (dropped,) = (one for one in package.dropped if one.kind is DroppedKind.WANT)
    assert (dropped.id, dropped.name) == ("extra", "材料extra")
    assert "选项some" in dropped.reason


def test_the_order_of_wants_does_not_change_what_is_said_of_them() -> None:
    some, more = ({"material": name, "when": {"staff": "some"}} for name in ("some", "more"))
    items = [item("goal", "want"), item("one", "some"), item("other", "more")]
    said = []
    for wants in (["want", some, more], [more, some, "want"]):
        content = library(items, wants, questions=QUESTIONS)
        said.append(compose(content.themes["t"], content.catalogue, {"staff": "none"}).dropped)
    assert said[0] == said[1]
