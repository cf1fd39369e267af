"""Which policies are in force for answers, a day and what somebody switched by hand; and why the others are not."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from composer.errors import AnswerError, ContentError, Finding
from composer.model.objective import Terms
from composer.model.policy import Policy
from composer.model.situation import Answers, Question
from composer.model.theme import Theme
from composer.policies.naming import unknown
from composer.situations.conditions import describe, holds
from composer.wording import say_day_of_year

Bar = Literal["switch", "when", "effective", "until", "on"]
"""What keeps a policy from being in force: a hand, or the fact of it that does."""


def bar(policy: Policy, answers: Answers, terms: Terms) -> Bar | None:
    """What keeps `policy` from being in force; None where it is.

    Switching one on by hand overrules its `on` and its dates, never its condition: it is about who may use it. Without
    a day of application (`terms.start`) dates are not looked at: the domain has no clock, and content says what is.
    """
    switched = terms.policies.get(policy.id)
    if switched is False:
        return "switch"
    if not holds(policy.when, answers):
        return "when"
    if switched:
        return None
    if terms.start and policy.effective and terms.start < policy.effective:
        return "effective"
    if terms.start and policy.until and terms.start > policy.until:
        return "until"
    return None if policy.on else "on"


def why_not(policy: Policy, answers: Answers, terms: Terms, questions: Mapping[str, Question]) -> str | None:
    """Why `policy` is not in force, in Chinese; None where it is."""
    match bar(policy, answers, terms):
        case "switch":
            return "已按要求关掉"
        case "when":
            return f"只有{describe(policy.when, questions)}时才适用"
        case "effective":
            return f"{since(policy)}，{_applied(terms)}申请时还没有施行"
        case "until":
            return f"{_said(policy.until)}起不再施行，申请时间是{_applied(terms)}"
        case "on":
            return "默认不采用：只有一些地方这样办，或者还没有推开"
        case None:
            return None


def since(policy: Policy) -> str:
    """From which day it is in force: "2021年3月1日起施行"; empty where it says none."""
    return f"{_said(policy.effective)}起施行" if policy.effective else ""


def reversed_dates(policy: Policy) -> Finding | None:
    """`policy-dates` where it ends before it begins."""
    if not (policy.effective and policy.until and policy.effective > policy.until):
        return None
    reason = f"{policy.effective} 起施行，却在更早的 {policy.until} 就停止了（until）"
    place = policy.at.of("until") if policy.at else None
    return Finding("policy-dates", policy.id, reason, "请改正其中一个日期", place)


def refuse_reversed(theme: Theme, terms: Terms) -> None:
    """Raise ContentError with every policy whose dates are reversed, save those that `terms` switch off."""
    counted = (policy for policy in theme.policies if terms.policies.get(policy.id) is not False)
    findings = [finding for policy in counted if (finding := reversed_dates(policy))]
    if findings:
        raise ContentError(findings)


def refuse_unknown(theme: Theme, terms: Terms) -> None:
    """Raise AnswerError with every policy that `terms` switches and `theme` does not have."""
    known = {policy.id for policy in theme.policies}
    findings = [unknown(name, theme) for name in sorted(terms.policies) if name not in known]
    if findings:
        raise AnswerError(findings)


def _applied(terms: Terms) -> str:
    return _said(terms.start)


def _said(day: date | None) -> str:
    return say_day_of_year(day) if day else ""
