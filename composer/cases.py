"""Cases of a theme: answers and what must come out, written by a person from the facts, held against the pipeline."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from composer.compose import compose
from composer.errors import AnswerError, ContentError, Finding
from composer.model.base import Day, Located, Model, Text
from composer.model.objective import Terms
from composer.model.package import Measures, ThemePackage
from composer.model.theme import Catalogue, Theme
from composer.policies.naming import switched


class ExpectedFigures(Model):
    """Figures of one side, each the plain number; those left out are not looked at."""

    items: float | None = None
    materials: float | None = None
    forms: float | None = None
    fields: float | None = None
    trips: float | None = None
    days_statutory: float | None = None
    days_promised: float | None = None
    fees: float | None = None


class ExpectedMeasures(Located):
    """Figures before and after, and the items of which a limit or fee is unknown."""

    before: ExpectedFigures = ExpectedFigures()
    after: ExpectedFigures = ExpectedFigures()
    unknown: tuple[str, ...] | None = None


class ExpectedCase(Located):
    """A life, its answers, and what the package must hold; a part that is left out is not looked at.

    `policies` are switched on or off by hand, `start` is the day of application.
    """

    name: Text
    answers: Mapping[str, str | tuple[str, ...]] = {}
    policies: Mapping[str, Literal["on", "off"]] = {}
    start: Day | None = None
    items: Mapping[str, int] | None = None
    requires: Mapping[str, tuple[str, ...]] = {}
    materials: Mapping[str, str] | None = None
    dropped: Mapping[str, str] = {}
    measures: ExpectedMeasures = ExpectedMeasures()


def terms_of(case: ExpectedCase, theme: Theme) -> Terms:
    """The terms under which `case` is composed; raises AnswerError for policies that `theme` does not have."""
    policies = switched(theme, ((name, word == "on") for name, word in case.policies.items()))
    return Terms(policies=policies, start=case.start)


def differences(case: ExpectedCase, theme: Theme, catalogue: Catalogue) -> Iterator[Finding]:
    """One finding `case-differs` for each statement of `case` that the composed package does not bear out."""
    try:
        package = compose(theme, catalogue, case.answers, terms_of(case, theme))
    except (AnswerError, ContentError) as error:
        at_fault = "policies" if all(one.rule.startswith("policy-") for one in error.findings) else "answers"
        place = case.at.of(at_fault) if case.at else None
        yield from (replace(finding, place=finding.place or place) for finding in error.findings)
        return
    for key, wanted, found in _statements(case, package):
        if wanted != found:
            reason = f"案例“{case.name}”的 {key} 写的是 {_say(wanted)}，组合出来是 {_say(found)}"
            suggestion = "请对照事实，看案例错了还是内容错了"
            place = case.at.of(key.partition(" ")[0]) if case.at else None
            yield Finding("case-differs", theme.id, reason, suggestion, place)


def _statements(case: ExpectedCase, package: ThemePackage) -> Iterator[tuple[str, object, object]]:
    """Key, what the case says, what the package has."""
    stages = {planned.item.id: planned.stage for planned in package.items}
    supplies = {row.id: row.supply.label for row in package.materials}
    if case.items is not None:
        yield from _compare("items", case.items, stages)
    if case.materials is not None:
        yield from _compare("materials", case.materials, supplies)
    requires = {planned.item.id: planned.requires for planned in package.items}
    for name, wanted in case.requires.items():
        yield f"requires {name}", set(wanted), set(requires.get(name, ()))
    for name, part in case.dropped.items():
        reasons = [dropped.reason for dropped in package.dropped if dropped.id == name]
        borne_out = part if any(part in reason for reason in reasons) else "；".join(reasons)
        yield f"dropped {name}", part, borne_out
    yield from _figures(case.measures, package.measures)


def _compare(
    key: str, wanted: Mapping[str, object], found: Mapping[str, object]
) -> Iterator[tuple[str, object, object]]:
    for name in sorted({*wanted, *found}):
        yield f"{key} {name}", wanted.get(name), found.get(name)


def _figures(wanted: ExpectedMeasures, found: Measures) -> Iterator[tuple[str, object, object]]:
    for index, side in enumerate((wanted.before, wanted.after)):
        for name in ExpectedFigures.model_fields:
            value = getattr(side, name)
            if value is not None:
                yield f"measures {('before', 'after')[index]}.{name}", value, getattr(found, name)[index].value
    if wanted.unknown is not None:
        yield "measures unknown", set(wanted.unknown), {part.id for part in found.unknown}


def _say(value: object) -> str:
    if value is None or value == "":
        return "没有"
    if isinstance(value, set):
        return "、".join(sorted(value)) or "没有"
    return f"{value:g}" if isinstance(value, float) else str(value)
