"""Policies as a command is given them, and as it tells of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from composer.effects import Effect, Effects, Versions, figures, said, told
from composer.errors import Finding, Severity
from composer.model.package import ThemePackage
from composer.model.policy import ways
from composer.model.theme import Catalogue, Theme
from composer.policies.naming import switched


def read_switches(theme: Theme, on: Iterable[str] | None, off: Iterable[str] | None) -> Mapping[str, bool]:
    """Policies switched by `--on` and `--off`, by id; raises AnswerError for those that cannot be."""
    words = (*product(on or (), (True,)), *product(off or (), (False,)))
    return switched(theme, words, "请只留 --on 或 --off 中的一个")


def worse(package: ThemePackage, catalogue: Catalogue) -> Iterator[Finding]:
    """A warning `policy-worse` for each policy of `package` that makes some figure more."""
    versions = Versions(package.theme, catalogue, package.answers, package.terms)
    for policy in package.policies:
        more = versions.effect(policy).worse
        if more:
            reason = f"采用“{policy.name}”会让{'、'.join(one.said for one in more)}"
            way_out = f"不采用就加 --off {policy.id}"
            yield Finding("policy-worse", policy.id, reason, way_out, None, Severity.WARNING)


def table(theme: Theme, found: Effects) -> Iterator[str]:
    """Every policy in a few lines of a terminal, and what those in force save together."""
    used = sum(one.reason is None for one in found.policies)
    yield f"{theme.name}：{len(found.policies)} 项改革举措，这种情形采用 {used} 项"
    for one in found.policies:
        yield from _lines(one)
    if used:
        yield f"采用的合起来：{said(found.together)}"


def _lines(one: Effect) -> Iterator[str]:
    policy, basis = one.policy, one.policy.basis
    yield f"{'●' if one.reason is None else '○'} {policy.name}（{ways(policy)}，{policy.id}）{_doubt(policy.certain)}"
    yield f"    依据：{basis.cited}，{basis.gist}{_doubt(basis.certain)}"
    if one.reason is not None:
        yield f"    没有采用：{one.reason}"
    if not one.applies:
        return
    yield from (f"    {line.label}：{line.text}" for line in told(one))
    if one.fault:
        yield f"    算不出的原因：{one.fault}"
    if one.worse:
        yield f"    注意：会让{'、'.join(saving.said for saving in one.worse)}"


def _doubt(certain: bool) -> str:
    return "" if certain else "〔未核实〕"


def effects_to_dict(theme: Theme, found: Effects) -> dict[str, Any]:
    """The same as plain data: docs/reference/json.md."""
    return {
        "theme": {"id": theme.id, "name": theme.name},
        "policies": [
            {
                **one.policy.model_dump(mode="json"),
                "in_force": one.reason is None,
                "reason": one.reason,
                "applies": one.applies,
                "alone": figures(one.alone),
                "beside": figures(one.beside),
                "instead": list(one.instead),
                "worse": [saving.figure for saving in one.worse],
                "fault": one.fault,
            }
            for one in found.policies
        ],
        "together": figures(found.together),
    }
