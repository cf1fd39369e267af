"""The same as a proof, by going through all answers one after another."""

from collections.abc import Iterable, Mapping
from itertools import combinations, product

from composer.compose import compose
from composer.errors import ContentError
from composer.model.package import ThemePackage
from composer.model.situation import Answers, Question
from composer.model.theme import Catalogue, Theme
from composer.proof.features import Part, package_parts
from composer.situations.answers import resolve_answers
from composer.situations.worlds import worlds

Outcome = frozenset[Part] | None
"""What a package shows, or None where there is none."""


def packages(theme: Theme, catalogue: Catalogue, given: Answers | None = None) -> dict[str, ThemePackage | None]:
    """Answers, as a key, to their package; only those that hold `given` wherever it is asked."""
    found: dict[str, ThemePackage | None] = {}
    for answers in worlds(theme, catalogue):
        if all(answers.get(name, options) == options for name, options in (given or {}).items()):
            try:
                found[key(answers)] = compose(theme, catalogue, answers)
            except ContentError:
                found[key(answers)] = None
    return found


def outcomes(made: Mapping[str, ThemePackage | None]) -> dict[str, Outcome]:
    """What each package shows."""
    return {name: package and package_parts(package) for name, package in made.items()}


def key(answers: Answers) -> str:
    return repr(sorted(answers.items()))


def raw_answers(theme: Theme, catalogue: Catalogue) -> Iterable[dict[str, tuple[str, ...]]]:
    """Something for every question, asked or not."""
    names = [one.question for one in theme.questions]
    return (
        dict(zip(names, chosen, strict=True))
        for chosen in product(*(_possible(catalogue.questions[name]) for name in names))
    )


def _possible(question: Question) -> list[tuple[str, ...]]:
    ids = [option.id for option in question.options]
    if not question.multiple:
        return [(one,) for one in ids]
    return [chosen for size in range(len(ids) + 1) for chosen in combinations(ids, size)]


def effective(theme: Theme, catalogue: Catalogue, raw: Answers) -> str:
    """The key of what raw answers come to."""
    answers, _, _ = resolve_answers(theme, catalogue, raw)
    return key(answers)


def useless(theme: Theme, catalogue: Catalogue, by_answers: Mapping[str, Outcome]) -> list[str]:
    """Questions of which no answer changes anything, the others left alone."""
    all_raw = list(raw_answers(theme, catalogue))
    found = []
    for asked in theme.questions:
        groups: dict[str, set[Outcome]] = {}
        for raw in all_raw:
            others = {name: options for name, options in raw.items() if name != asked.question}
            groups.setdefault(key(others), set()).add(by_answers[effective(theme, catalogue, raw)])
        if all(len(group) == 1 for group in groups.values()):
            found.append(asked.question)
    return found
