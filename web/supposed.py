"""What is supposed in a query string, beside the answers of the case as it is.

`if.have` a material at hand, `if.without` an item left out, `if.answer.QUESTION` another answer,
`if.policy.POLICY` `on` or `off`. The dot keeps them apart from questions, whose ids have none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from composer.errors import AnswerError, Finding
from composer.model.theme import Catalogue
from composer.policies.naming import switched
from composer.why import Scene, Supposed, find_thing, what_if
from composer.why.model import Thing
from composer.why.whatif import WhatIf
from composer.wording import shortened
from web.answers import MAX_FIELDS, read_answers
from web.problems import BadAnswers, TooManyAnswers, UnknownThing
from web.service import Asked, Service

HAVE, WITHOUT, ANSWER, POLICY = "if.have", "if.without", "if.answer.", "if.policy."
SWITCH = {"on": True, "off": False}


@dataclass(frozen=True)
class Split:
    """A query string in its two parts: the case as it is, still as a query, and what is supposed of it."""

    base: bytes
    have: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    answers: dict[str, list[str]] = field(default_factory=dict)
    policies: tuple[tuple[str, str], ...] = ()


def split(query: bytes) -> Split:
    """The two parts of a query string; raises TooManyAnswers for more fields than any form has."""
    try:
        pairs = parse_qsl(
            query.decode("ascii", errors="replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError:
        raise TooManyAnswers from None
    answers: dict[str, list[str]] = {}
    policies = [(name.removeprefix(POLICY), value) for name, value in pairs if name.startswith(POLICY) and value]
    for name, value in pairs:
        if name.startswith(ANSWER):
            chosen = answers.setdefault(name.removeprefix(ANSWER), [])
            if value and value not in chosen:
                chosen.append(value)
    return Split(
        base=urlencode([pair for pair in pairs if not _is_supposed(pair[0])]).encode(),
        have=tuple(dict.fromkeys(value for name, value in pairs if name == HAVE and value)),
        without=tuple(dict.fromkeys(value for name, value in pairs if name == WITHOUT and value)),
        answers=answers,
        policies=tuple(policies),
    )


def _is_supposed(name: str) -> bool:
    return name in (HAVE, WITHOUT) or name.startswith((ANSWER, POLICY))


def supposed(parts: Split, asked: Asked, catalogue: Catalogue) -> Supposed:
    """What of it is another case: an answer that is given already, or none to a single choice, supposes nothing.

    Raises BadAnswers for policies that do not exist, or are switched neither on nor off.
    """
    ordinary = {one.question: one.ordinary(catalogue.questions[one.question]) for one in asked.theme.questions}
    answers = {}
    for name, options in parts.answers.items():
        question = catalogue.questions.get(name)
        if question is not None and name in ordinary:
            now = asked.answers.get(name, ordinary[name])
            if sorted(options) == sorted(now) or (not options and not question.multiple):
                continue
        answers[name] = options
    return Supposed(have=parts.have, without=parts.without, answers=answers, policies=_policies(parts, asked))


def _policies(parts: Split, asked: Asked) -> Mapping[str, bool]:
    try:
        neither = [
            Finding("policy-switch", shortened(name), f"写的是“{shortened(value)}”", "请写 on（采用）或 off（不采用）")
            for name, value in parts.policies
            if value not in SWITCH
        ]
        if neither:
            raise AnswerError(neither)
        return switched(asked.theme, ((name, SWITCH[value]) for name, value in parts.policies))
    except AnswerError as error:
        raise BadAnswers(asked.theme, read_answers(parts.base), error) from None


def canonical(parts: Split, asked: Asked, found: Supposed) -> str:
    """The one way to write it: the case as it is, then what is supposed of it."""
    pairs = [(HAVE, ref) for ref in sorted(found.have)] + [(WITHOUT, name) for name in sorted(found.without)]
    for name, options in sorted((found.answers or {}).items()):
        pairs += [(f"{ANSWER}{name}", option) for option in options or [""]]
    pairs += [(f"{POLICY}{name}", "on" if wanted else "off") for name, wanted in sorted(found.policies.items())]
    return "&".join(part for part in (asked.query, urlencode(pairs)) if part)


def compared(theme_id: str, query: bytes, service: Service) -> tuple[Asked, Split, str]:
    """The case as it is, what is supposed of it, and the one way to write both."""
    parts = split(query)
    asked = service.asked(theme_id, parts.base)
    return asked, parts, canonical(parts, asked, supposed(parts, asked, service.catalogue))


def suppose(asked: Asked, parts: Split, service: Service) -> WhatIf:
    """The two packages; raises UnknownThing, BadAnswers."""
    found = supposed(parts, asked, service.catalogue)
    try:
        return what_if(asked.theme, service.catalogue, asked.answers, found, asked.terms)
    except AnswerError as error:
        if any(finding.rule.startswith("why-") for finding in error.findings):
            raise UnknownThing(asked.theme, error) from None
        raise BadAnswers(asked.theme, read_answers(parts.base), error) from None


def scene_of(asked: Asked, service: Service) -> Scene:
    """The theme under these answers, whether or not a package comes about; raises BadAnswers."""
    try:
        return Scene.of(asked.theme, service.catalogue, asked.answers, asked.terms)
    except AnswerError as error:
        given = {name: list(options) for name, options in asked.answers.items()}
        raise BadAnswers(asked.theme, given, error) from None


def thing_of(name: str, asked: Asked, catalogue: Catalogue) -> Thing:
    """The thing of that id or name; raises UnknownThing."""
    try:
        return find_thing(name, asked.theme, catalogue)
    except AnswerError as error:
        raise UnknownThing(asked.theme, error) from None
