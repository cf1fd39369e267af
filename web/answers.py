"""Answers in a query string: read, written in their one canonical form, and saved from a mistake."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from composer.errors import AnswerError
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.situations.answers import resolve_answers

MAX_FIELDS = 200

Given = Mapping[str, list[str]]
"""Question to options as a visitor gave them; an empty list says that none of the options is meant."""


def read_answers(query: bytes) -> Given:
    """The answers in a query string; keys may be repeated, bytes that are not UTF-8 become replacement characters.

    Raises ValueError for more fields than any form has.
    """
    given: dict[str, list[str]] = {}
    text = query.decode("ascii", errors="replace")
    for question, option in parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=MAX_FIELDS):
        chosen = given.setdefault(question, [])
        if option and option not in chosen:
            chosen.append(option)
    return given


def canonical_query(theme: Theme, catalogue: Catalogue, answers: Answers) -> str:
    """The one way to write effective answers: in the order of the theme, options in the order of the question."""
    pairs: list[tuple[str, str]] = []
    for asked in theme.questions:
        chosen = answers.get(asked.question)
        if chosen is None:
            continue
        ordinary = asked.ordinary(catalogue.questions[asked.question])
        pairs += [(asked.question, option) for option in chosen]
        if not chosen and ordinary:
            pairs.append((asked.question, ""))
    return urlencode(pairs)


def query_of(given: Given) -> str:
    """Answers as they are given, as a query string."""
    return urlencode([(question, option) for question, options in given.items() for option in options or [""]])


def usable(theme: Theme, catalogue: Catalogue, given: Given) -> Given:
    """What of `given` can stay: everything that is not wrong by itself, nor against the rest."""
    kept: dict[str, list[str]] = {}
    for question, options in given.items():
        good = [option for option in options if _holds(theme, catalogue, {**kept, question: [option]})]
        if good and _holds(theme, catalogue, {**kept, question: good}):
            kept[question] = good
    return kept


def _holds(theme: Theme, catalogue: Catalogue, given: Given) -> bool:
    try:
        resolve_answers(theme, catalogue, given)
    except AnswerError:
        return False
    return True
