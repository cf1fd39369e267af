"""The questions of a theme as a form shows them: those that can still change the package, in the order of asking."""

from dataclasses import dataclass

from composer.model.situation import Answers, Question
from composer.model.theme import AskedQuestion, Catalogue, Theme
from composer.situations.asking import Asking
from composer.situations.conditions import describe


@dataclass(frozen=True)
class OptionView:
    """A possible answer, and whether it is chosen."""

    id: str
    label: str
    help: str | None
    chosen: bool


@dataclass(frozen=True)
class QuestionView:
    """A question of the form. `when` is its condition as JSON for the script, `note` the same in words.

    `blank`: none of the options is not the ordinary answer, so that the form has to say it. `answered`: it is answered
    in the address, not just filled with the ordinary answer.
    """

    id: str
    text: str
    help: str | None
    multiple: bool
    when: str | None
    note: str | None
    blank: bool
    answered: bool
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class AnsweredView:
    """A question that was answered, and its answer in words."""

    id: str
    text: str
    answer: str


@dataclass(frozen=True)
class QuestionsView:
    """The form: what is answered or can still change the package, and what can not, whatever is answered.

    `to_answer`: how many of the first kind have no answer in the address.
    """

    listed: tuple[QuestionView, ...]
    idle: tuple[QuestionView, ...]
    to_answer: int


def questions_view(
    theme: Theme, catalogue: Catalogue, answers: Answers, given: Answers, asking: Asking | None
) -> QuestionsView:
    """Every question of the theme, filled with the answers so far, else with the ordinary ones.

    What is answered comes first, in the order of the theme. `given` are the answers in the address by id; where it is
    not known what they leave to ask (`asking` None), everything is, in the order of the theme.
    """
    rows = {one.question: one for one in theme.questions}
    views = {name: _question_view(one, catalogue, answers, given) for name, one in rows.items()}
    left = asking.order(given) if asking else [name for name in rows if name not in given]
    listed = [*(name for name in rows if name in given), *left]
    return QuestionsView(
        listed=tuple(views[name] for name in listed),
        idle=tuple(views[name] for name in rows if name not in listed),
        to_answer=len(left),
    )


def question_view(theme: Theme, catalogue: Catalogue, answers: Answers, name: str) -> QuestionView:
    """One question that has no answer yet, filled with the ordinary one."""
    (asked,) = (one for one in theme.questions if one.question == name)
    return _question_view(asked, catalogue, answers, {})


def answered_views(theme: Theme, catalogue: Catalogue, answers: Answers, given: Answers) -> tuple[AnsweredView, ...]:
    """What was answered and counts, in the order of the theme."""
    asked = (one.question for one in theme.questions)
    questions = (catalogue.questions[name] for name in asked if name in given and name in answers)
    return tuple(AnsweredView(one.id, one.text, _answer(one, answers[one.id])) for one in questions)


def _answer(question: Question, chosen: tuple[str, ...]) -> str:
    return "、".join(option.label for option in question.options if option.id in chosen) or "都没有"


def _question_view(asked: AskedQuestion, catalogue: Catalogue, answers: Answers, given: Answers) -> QuestionView:
    question = catalogue.questions[asked.question]
    ordinary = asked.ordinary(question)
    chosen = answers.get(question.id) or _given(question, given) or (() if question.id in answers else ordinary)
    return QuestionView(
        id=question.id,
        text=question.text,
        help=question.help,
        multiple=question.multiple,
        when=asked.when.model_dump_json() if asked.when else None,
        note=describe(asked.when, catalogue.questions) if asked.when else None,
        blank=question.multiple and bool(ordinary),
        answered=question.id in given,
        options=tuple(
            OptionView(option.id, option.label, option.help, option.id in chosen) for option in question.options
        ),
    )


def _given(question: Question, given: Answers) -> tuple[str, ...]:
    """What was given to a question that is not asked just now: it waits in the form."""
    return tuple(option for option in given.get(question.id, ()) if question.option(option))
