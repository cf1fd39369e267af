"""What the answers switch off is left out, for the reason that is true."""

from typing import Any

import pytest

from composer.compose import compose
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
