"""Every case of every shipped theme comes out as its author counted it from the facts."""

import pytest

from composer import assets
from composer.cases import ExpectedCase, differences
from composer.exchange.content import load_library
from composer.exchange.content.cases import read_cases
from composer.model.theme import Library

_LIBRARY = load_library(assets.THEMES)
_CASES, _FINDINGS = read_cases(assets.THEMES, _LIBRARY)


@pytest.mark.parametrize(
    ("theme_id", "case"),
    [
        pytest.param(theme_id, case, id=f"{theme_id}/{name}")
        for theme_id, cases in _CASES.items()
        for name, case in cases.items()
    ],
)
def test_case_comes_out_as_written(library: Library, theme_id: str, case: ExpectedCase) -> None:
    assert [str(one) for one in differences(case, library.themes[theme_id], library.catalogue)] == []


def test_case_files_can_be_read() -> None:
    assert _FINDINGS == []


def test_every_theme_has_at_least_four_cases(library: Library) -> None:
    assert all(len(_CASES.get(theme_id, {})) >= 4 for theme_id in library.themes)


def test_every_option_of_every_question_is_taken_by_some_case(library: Library) -> None:
    for theme_id, theme in library.themes.items():
        taken = set()
        for case in _CASES[theme_id].values():
            for question, options in case.answers.items():
                taken |= {(question, option) for option in ([options] if isinstance(options, str) else options)}
        for asked in theme.questions:
            question = library.catalogue.questions[asked.question]
            others = {option.id for option in question.options} - set(asked.default or question.ordinary)
            assert {option for option in others if (question.id, option) not in taken} == set(), (theme_id, question.id)
