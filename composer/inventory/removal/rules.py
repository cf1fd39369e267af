"""The table of rules: the first that fits a demand proposes what to do. docs/how-to/read-the-materials-standard.md."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from composer.inventory.model import Answer, Demand, Examined, Fact, Verdict, Way
from composer.model.material import Necessity


@dataclass(frozen=True)
class Case:
    """A demand with everything that the rules look at."""

    demand: Demand
    basis: Examined
    sharing: Examined
    pledge: Examined
    withdrawn: tuple[Fact, ...]
    forbidden: tuple[Fact, ...]
    doubtful: tuple[Fact, ...]
    covered: tuple[Fact, ...]
    catch_all: bool


@dataclass(frozen=True)
class Rule:
    """`fits` says when it proposes `verdict`, for `reason`; `rests_on` are the facts that this is as certain as."""

    id: str
    verdict: Verdict
    reason: str
    fits: Callable[[Case], bool]
    rests_on: Callable[[Case], Iterable[Fact]] = lambda case: ()


def _optional(case: Case) -> bool:
    return case.demand.necessity is Necessity.OPTIONAL and case.basis.answer is not Answer.YES


def _copy_does(case: Case) -> bool:
    return case.sharing.answer is Answer.MAYBE and not case.demand.carrier.wants_original


RULES: Final = (
    Rule(
        "withdrawn",
        Verdict.CANCEL,
        "已经不能再要：从办事指南里删去",
        lambda case: bool(case.withdrawn),
        lambda case: case.withdrawn,
    ),
    Rule(
        "forbidden-proof",
        Verdict.CANCEL,
        "清理规定点了名的证明：不再要",
        lambda case: bool(case.forbidden),
        lambda case: case.forbidden,
    ),
    Rule(
        "catch-all",
        Verdict.CANCEL,
        "兜底条款：说不出要什么，就不能要",
        lambda case: case.catch_all,
    ),
    Rule(
        "covered",
        Verdict.CANCEL,
        "同一事项收的另一份材料已经能证明",
        lambda case: bool(case.covered),
        lambda case: case.covered,
    ),
    Rule(
        "form",
        Verdict.KEEP,
        "申请表：不是证明，并入一张表单",
        lambda case: case.demand.way is Way.FORM,
    ),
    Rule(
        "letter",
        Verdict.KEEP,
        "承诺书或声明：已经是承诺的办法",
        lambda case: case.pledge.answer is Answer.NO,
    ),
    Rule(
        "pledge",
        Verdict.PLEDGE,
        "已有以承诺代替的办法：让符合条件的人都能用",
        lambda case: case.pledge.answer is Answer.YES,
        lambda case: case.pledge.facts,
    ),
    Rule(
        "shared",
        Verdict.SHARE,
        "部门手里已有：由受理部门调取，不再要人交",
        lambda case: case.sharing.answer is Answer.YES,
        lambda case: case.sharing.facts[:1],
    ),
    Rule(
        "repealed",
        Verdict.CANCEL,
        "只见于已废止的规定：没有新的依据就不再要",
        lambda case: case.basis.answer is Answer.NO,
        lambda case: case.basis.facts,
    ),
    Rule(
        "optional",
        Verdict.CANCEL,
        "本来可交可不交，本内容也没有记到要它的依据",
        _optional,
        lambda case: (Fact(text="没有记到依据"),),
    ),
    Rule(
        "doubtful-proof",
        Verdict.VERIFY,
        "像是多余的证明：查不到法律、法规的规定，就取消",
        lambda case: bool(case.doubtful) and case.basis.answer is not Answer.YES,
        lambda case: case.doubtful,
    ),
    Rule(
        "shareable",
        Verdict.SHARE,
        "别的部门应当有：先谈共享，谈成了不再要",
        _copy_does,
        lambda case: case.sharing.facts,
    ),
    Rule(
        "has-basis",
        Verdict.KEEP,
        "有依据，也没有记到别的办法",
        lambda case: case.basis.answer is Answer.YES,
        lambda case: case.basis.facts,
    ),
    Rule(
        "original",
        Verdict.VERIFY,
        "别的部门应当有，但这里要原件：如果不是要当面核对或收回，可以共享",
        lambda case: case.sharing.answer is Answer.MAYBE,
        lambda case: case.sharing.facts,
    ),
    Rule(
        "pledgeable",
        Verdict.VERIFY,
        "事项的依据或材料目录写到承诺：查这份材料能不能用",
        lambda case: case.pledge.answer is Answer.MAYBE,
        lambda case: case.pledge.facts,
    ),
    Rule(
        "general-basis",
        Verdict.VERIFY,
        "事项的依据写到要交材料，没有记到是哪几样：对照原文，没有这一样就取消",
        lambda case: case.basis.answer is Answer.MAYBE,
        lambda case: case.basis.facts,
    ),
    Rule(
        "no-basis",
        Verdict.VERIFY,
        "本内容没有记到依据，不等于法律没有规定：补上依据，补不上就取消",
        lambda case: True,
        lambda case: (Fact(text="没有记到依据"),),
    ),
)


def judged(case: Case) -> tuple[Rule, bool]:
    """The first rule that fits, and whether the demand and everything that it rests on is verified."""
    rule = next(rule for rule in RULES if rule.fits(case))
    return rule, case.demand.certain and all(fact.certain for fact in rule.rests_on(case))
