"""Why a policy is in force or not, the law that it rests on, what it changes and what that saves."""

from collections.abc import Iterator

from composer.effects import told
from composer.model.policy import Policy, ways
from composer.policies.force import bar, since, why_not
from composer.why.model import Cause, Explanation, Rewriting, Step, StepKind, Thing
from composer.why.rewritings import rewritings
from composer.why.scene import Scene
from composer.why.switches import off, on


def explain_policy(thing: Thing, scene: Scene) -> Explanation:
    """What puts the policy in force for these answers, or what keeps it out; with its law, edits and savings."""
    brief, effect = explain_in_brief(thing, scene), scene.versions.effect(_policy(thing, scene))
    notes = [f"算不出省多少：{effect.fault}"] if effect.fault else []
    notes += [f"注意：会让{'、'.join(one.said for one in effect.worse)}"] if effect.worse else []
    causes = (*brief.causes, *(Cause(text=note, place=effect.policy.at) for note in notes))
    return brief.model_copy(update={"causes": causes, "saves": told(effect)})


def explain_in_brief(thing: Thing, scene: Scene) -> Explanation:
    """The same without what it saves, for which a dozen packages have to be composed."""
    policy = _policy(thing, scene)
    reason = why_not(policy, scene.case.answers, scene.terms, scene.catalogue.questions)
    changes = tuple(rewritings(policy, scene))
    return Explanation(
        thing=thing,
        present=reason is None,
        summary=f"{ways(policy)}，{reason or _counted(changes)}",
        causes=(_kept_out(policy, scene),) if reason else tuple(_let_in(policy, scene)),
        law=_law(policy),
        rewritings=changes,
    )


def _policy(thing: Thing, scene: Scene) -> Policy:
    return next(one for one in scene.theme.policies if one.id == thing.id)


def _counted(changes: tuple[Rewriting, ...]) -> str:
    here = sum(one.counts for one in changes)
    return f"这次采用，改 {here} 处" if here else "这次采用，但它改的都不在这份套餐里"


def _kept_out(policy: Policy, scene: Scene) -> Cause:
    """The one fact that keeps it from being in force, and the answer or the day that it is held against."""
    answers, questions = scene.case.answers, scene.catalogue.questions
    against = bar(policy, answers, scene.terms)
    if against == "when":
        text = off(policy.when, answers, questions).replace("才需要", "才适用", 1)
    else:
        text = why_not(policy, answers, scene.terms, questions) or ""
    by_hand = against in ("switch", None)
    return Cause(text=text, place=None if by_hand else policy.at and policy.at.of(str(against)))


def _let_in(policy: Policy, scene: Scene) -> Iterator[Cause]:
    """The hand, the answers and the day that put it in force; that it is so by default where nothing else does."""
    place, start = policy.at, scene.terms.start
    because = on(policy.when, scene.case.answers, scene.catalogue.questions)
    if because:
        yield Cause(text=f"{because}，所以适用", place=place and place.of("when"))
    if scene.terms.policies.get(policy.id):
        yield Cause(text="已按要求采用，不管它默认是否采用")
    elif start and policy.effective:
        yield Cause(text=f"{since(policy)}，申请时已经施行", place=place and place.of("effective"))
    elif not because:
        yield Cause(text="默认采用，没有另外的条件", place=place)


def _law(policy: Policy) -> Step:
    """The law that it rests on, as a step of its own: basis, gist and where that was found."""
    basis = policy.basis
    return Step(
        kind=StepKind.LAW,
        id=policy.id,
        name=basis.law,
        text=basis.gist,
        place=basis.at,
        source=basis.source,
        certain=basis.certain,
        basis=basis.cited,
    )
