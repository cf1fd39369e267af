"""Answers as given, by ids or by labels, to answers as the pipeline uses them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from composer.errors import AnswerError, Finding
from composer.model.package import Dropped, DroppedKind
from composer.model.situation import Answers, Question
from composer.model.theme import AskedQuestion, Catalogue, Theme
from composer.nearest import nearest
from composer.situations.conditions import describe, holds
from composer.wording import shortened

Given = Mapping[str, str | Iterable[str]]
"""Question (id or text) to the chosen option or options (ids or labels)."""


class Resolved(NamedTuple):
    """The effective answers, the questions that are asked, and what was answered without being asked."""

    answers: Answers
    asked: tuple[AskedQuestion, ...]
    dropped: tuple[Dropped, ...]


def resolve_answers(theme: Theme, catalogue: Catalogue, given: Given) -> Resolved:
    """What `given` answers come to.

    Questions are gone through in the theme's order; one that is not asked has no answer, one without an answer takes
    its default. Raises AnswerError with every unknown question, unknown option and contradiction.
    """
    questions = {asked.question: catalogue.questions[asked.question] for asked in theme.questions}
    chosen = _chosen(questions, given)
    answers: dict[str, tuple[str, ...]] = {}
    asked_now, dropped = [], []
    for asked in theme.questions:
        question = questions[asked.question]
        if holds(asked.when, answers):
            answers[question.id] = chosen.get(question.id, asked.ordinary(question))
            asked_now.append(asked)
        elif chosen.get(question.id):
            reason = f"只有{describe(asked.when, catalogue.questions)}时才问，这个回答没有用到"
            dropped.append(Dropped(kind=DroppedKind.QUESTION, id=question.id, name=question.text, reason=reason))
    return Resolved(answers, tuple(asked_now), tuple(dropped))


def named_answers(theme: Theme, catalogue: Catalogue, given: Given) -> Answers:
    """The answers given, by ids, whether their questions are asked or not; nothing is added.

    Raises AnswerError as `resolve_answers` does.
    """
    return _chosen({asked.question: catalogue.questions[asked.question] for asked in theme.questions}, given)


def _chosen(questions: Mapping[str, Question], given: Given) -> dict[str, tuple[str, ...]]:
    """Option ids by question id, options in the question's own order; every fault at once."""
    taken: dict[str, list[str]] = {}
    findings: list[Finding] = []
    for name, values in given.items():
        question = find_question(questions, name)
        if question is None:
            hint = _nearest(name, [text for one in questions.values() for text in (one.id, one.text)])
            findings.append(Finding("answer-question", shortened(name), "没有这个问题", hint))
            continue
        if question.multiple:
            taken.setdefault(question.id, [])  # no option is an answer too
        for value in [values] if isinstance(values, str) else values:
            option_id = _find_option(question, value)
            if option_id is None:
                hint = _nearest(value, [text for one in question.options for text in (one.id, one.label)])
                findings.append(Finding("answer-option", question.id, f"没有选项“{shortened(value)}”", hint))
            else:
                taken.setdefault(question.id, []).append(option_id)
    for name, options in taken.items():
        if not questions[name].multiple and len(set(options)) > 1:
            labels = "、".join(option.label for option in questions[name].options if option.id in options)
            findings.append(Finding("answer-contradiction", name, f"单选题却有几个回答（{labels}）", "请只留一个"))
    if findings:
        raise AnswerError(findings)
    return {name: _in_order(questions[name], options) for name, options in taken.items()}


def _in_order(question: Question, options: list[str]) -> tuple[str, ...]:
    return tuple(option.id for option in question.options if option.id in options)


def find_question(questions: Mapping[str, Question], name: str) -> Question | None:
    """The question of that id or text, or None."""
    if name in questions:
        return questions[name]
    named = [one for one in questions.values() if folded(one.text) == folded(name)]
    named = named or [one for one in questions.values() if _core(one.text) == _core(name)]
    return named[0] if len(named) == 1 else None


def _find_option(question: Question, value: str) -> str | None:
    wanted = folded(value)
    for option in question.options:
        if value == option.id or wanted == folded(option.label):
            return option.id
    return None


def folded(text: str) -> str:
    """Text without spaces and end marks, widths unified, so that a label can be typed from memory."""
    return re.sub(r"[\s?？。]", "", unicodedata.normalize("NFKC", text)).casefold()


def _core(text: str) -> str:
    """Folded text without what stands in brackets."""
    return re.sub(r"\([^()]*\)", "", folded(text))


def _nearest(text: str, known: list[str]) -> str:
    near = nearest(text, known)
    if near:
        return f"是不是“{near}”"
    return "可选：" + "、".join(known[::2]) if known else "这个主题没有问题"
