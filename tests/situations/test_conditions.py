"""Whether a condition can ever hold."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from composer.model.condition import Condition
from composer.model.situation import Question
from composer.situations.conditions import satisfiable

OPTIONS = [f"o{number}" for number in range(60)]
QUESTIONS = {
    name: Question.model_validate(
        {
            "id": name,
            "text": "？",
            "multiple": name == "many",
            "options": [{"id": one, "label": one} for one in OPTIONS],
        }
    )
    for name in ("one", "many")
}


@pytest.mark.parametrize(
    ("written", "can_hold"),
    [
        ({"one": "o1"}, True),
        ({"all": [{"one": "o1"}, {"one": "o2"}]}, False),
        ({"all": [{"many": "o1"}, {"many": "o2"}]}, True),
        ({"all": [{"many": "o1"}, {"not": {"many": ["o1", "o2"]}}]}, False),
        ({"not": {"one": OPTIONS}}, True),
        ({"many": OPTIONS}, None),
    ],
)
def test_a_condition_holds_under_some_answers_or_none_or_has_too_many_to_try(
    written: dict[str, Any], can_hold: bool | None
) -> None:
    condition: Condition = TypeAdapter(Condition).validate_python(written)
    assert satisfiable(condition, QUESTIONS) is can_hold
