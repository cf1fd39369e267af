"""Answers and terms in a query string: read, written in their one canonical form, and saved from a mistake."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from composer.errors import AnswerError
from composer.model.objective import USUAL, Terms
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.policies.naming import switched
from composer.situations.answers import resolve_answers
from composer.timeline import read_start

MAX_FIELDS = 200

START = "start"
"""The field of the day of application; no question may be named so."""

POLICY = "policy"
"""The field of policies switched by hand: `ID` for with it, `-ID` for without; no question may be named so."""

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


def split_terms(given: Given, theme: Theme) -> tuple[Given, Terms]:
    """The answers alone, and the terms that stood among them; policies may be written by their names.

    Raises AnswerError for a start that is no date, and for policies that cannot be switched so.
    """
    answers = {name: values for name, values in given.items() if name not in (START, POLICY)}
    start = next(iter(given.get(START, ())), None)
    policies = switched(theme, ((word.removeprefix("-"), word[0] != "-") for word in given.get(POLICY, ())))
    return answers, Terms(policies=policies, start=read_start(start) if start else None)


def canonical_query(theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms = USUAL) -> str:
    """The one way to write effective answers, in the order of the theme and of each question's options; terms last."""
    pairs: list[tuple[str, str]] = []
    for asked in theme.questions:
        chosen = answers.get(asked.question)
        if chosen is None:
            continue
        ordinary = asked.ordinary(catalogue.questions[asked.question])
        pairs += [(asked.question, option) for option in chosen]
        if not chosen and ordinary:
            pairs.append((asked.question, ""))
    return urlencode(pairs + _term_fields(terms))


def policy_fields(terms: Terms) -> list[tuple[str, str]]:
    """The policies switched, as fields of an address or a form, by id."""
    return [(POLICY, name if on else f"-{name}") for name, on in sorted(terms.policies.items())]


def _term_fields(terms: Terms) -> list[tuple[str, str]]:
    start = [(START, terms.start.isoformat())] if terms.start else []
    return start + policy_fields(terms)


def fields_of(answers: Answers, terms: Terms = USUAL) -> list[tuple[str, str]]:
    """Answers by id as they stand, nothing added, and terms, as fields of an address or a form."""
    pairs = [(name, option) for name, options in answers.items() for option in options or [""]]
    return pairs + _term_fields(terms)


def written(answers: Answers, terms: Terms = USUAL) -> str:
    """Answers by id as they stand, and terms, as a query string."""
    return urlencode(fields_of(answers, terms))


def query_of(given: Given) -> str:
    """Answers as they are given, as a query string."""
    return urlencode([(question, option) for question, options in given.items() for option in options or [""]])


def usable(theme: Theme, catalogue: Catalogue, given: Given) -> Given:
    """What of `given` can stay: everything that is not wrong by itself, nor against the rest."""
    kept: dict[str, list[str]] = {}
    start = [one for one in given.get(START, ())[:1] if _is_date(one)]
    for question, options in given.items():
        good = [option for option in options if _holds(theme, catalogue, {**kept, question: [option]})]
        if good and _holds(theme, catalogue, {**kept, question: good}):
            kept[question] = good
    return kept | ({START: start} if start else {})


def _is_date(text: str) -> bool:
    try:
        read_start(text)
    except AnswerError:
        return False
    return True


def _holds(theme: Theme, catalogue: Catalogue, given: Given) -> bool:
    try:
        resolve_answers(theme, catalogue, given)
    except AnswerError:
        return False
    return True
