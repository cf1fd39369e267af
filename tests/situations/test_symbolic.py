"""Answers as diagrams: every combination once, and conditions true where they hold."""

from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from composer.model.condition import Condition
from composer.model.theme import Library
from composer.situations.conditions import holds
from composer.situations.ordering import close_together
from composer.situations.symbolic import AnswerSpace
from composer.situations.worlds import worlds
from tests.examples import item, library
from tests.proof.themes import tangled_libraries
from tests.strategies import conditions, libraries

QUIET = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@given(tangled_libraries())
@QUIET
def test_the_legal_answers_are_the_worlds(content: Library) -> None:
    theme = content.themes["t"]
    space = AnswerSpace(theme, content.catalogue)
    listed = list(worlds(theme, content.catalogue))
    assert space.count(space.diagrams.always) == len(listed)
    assert all(space.count(space.exactly(answers)) == 1 for answers in listed)
    assert all(space.example(space.exactly(answers)) == answers for answers in listed)


@given(libraries(), conditions)
@QUIET
def test_a_condition_is_true_where_it_holds(content: Library, written: object) -> None:
    condition = TypeAdapter(Condition).validate_python(written)
    theme = content.themes["t"]
    space = AnswerSpace(theme, content.catalogue)
    true = [answers for answers in worlds(theme, content.catalogue) if holds(condition, answers)]
    assert space.count(space.condition(condition)) == len(true)


def test_thirty_nested_questions_are_counted_without_going_through_them() -> None:
    questions = [{"id": f"q{number}", "options": ["a", "b", "more"]} for number in range(30)]
    asked = ["q0", *({"question": f"q{n}", "when": {f"q{n - 1}": "more"}} for n in range(1, 30))]
    content = library([item("goal", "want")], ["want"], questions=questions, asked=asked)
    space = AnswerSpace(content.themes["t"], content.catalogue)
    assert space.count(space.diagrams.always) == 2 * 30 + 1


def test_a_raw_answer_to_a_question_that_is_not_asked_has_no_say() -> None:
    content = library(
        [item("goal", "want")], ["want"],
        questions=[{"id": "q", "options": ["a", "b"]}, {"id": "r", "options": ["a", "b"]}],
        asked=["q", {"question": "r", "when": {"q": "a"}}],
    )  # fmt: skip
    space = AnswerSpace(content.themes["t"], content.catalogue)
    (raw,) = space.raw([space.chosen("r", "a")])
    assert raw == space.chosen("q", "a") & space.chosen("r", "a")


def test_a_function_is_freed_of_questions_that_make_no_difference() -> None:
    content = library([item("goal", "want")], ["want"], questions=[{"id": "q", "options": ["a", "b"]}])
    space = AnswerSpace(content.themes["t"], content.catalogue)
    assert space.simplest(space.chosen("q", "a") | space.chosen("q", "b")) == space.diagrams.always


def test_questions_that_decide_together_are_drawn_together() -> None:
    order = close_together(["a", "b", "c", "d"], [frozenset("ad")])
    assert abs(order.index("a") - order.index("d")) == 1
