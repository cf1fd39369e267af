"""Dead ends are found however far they are from the ordinary answers."""

from composer.checks import check_library
from tests.examples import demand, item, library

FAR = {"all": [{f"q{number}": "no"} for number in range(0, 30, 3)]}


def test_a_dead_end_ten_answers_away_among_thirty_questions_is_found() -> None:
    goal = item("goal", "want", requires=[demand("certificate", when=FAR)])
    questions = [{"id": f"q{number}", "options": ["yes", "no"]} for number in range(30)]
    kinds = [{"id": "certificate", "only_issued": True}]
    found = list(check_library(library([goal], ["want"], questions=questions, kinds=kinds)))
    (dead_end,) = [one for one in found if one.rule == "requirement-unsupplied"]
    assert all(f"q{number}=no" in dead_end.reason for number in range(0, 30, 3))
