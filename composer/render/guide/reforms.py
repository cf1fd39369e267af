"""改革举措: the policies of the theme, what each saves for these answers, and on which law it rests."""

from composer.effects import Effect, effects, said
from composer.model.policy import ways
from composer.policies.force import since
from composer.render.guide.context import Context
from composer.render.guide.view import LawView, ReformsView, ReformView


def reforms_view(context: Context) -> ReformsView | None:
    """The policies, those in force first; None where the theme has none."""
    package = context.package
    if not package.theme.policies:
        return None
    found = effects(package.theme, context.catalogue, package.answers, package.terms)
    used = [one for one in found.policies if one.reason is None]
    others = [one for one in found.policies if one.reason is not None]
    return ReformsView(
        used=tuple(_reform(one, context) for one in used),
        others=tuple(_reform(one, context) for one in others),
        together=said(found.together) if used else None,
    )


def _reform(one: Effect, context: Context) -> ReformView:
    policy, basis = one.policy, one.policy.basis
    return ReformView(
        id=policy.id,
        way=ways(policy),
        fact=context.sources.fact(policy.name, policy),
        law=LawView(
            law=basis.law,
            article=basis.article,
            gist=basis.gist,
            certain=basis.certain,
            source=context.sources.number(basis.source),
        ),
        since=since(policy) or None,
        reason=one.reason,
        saves=said(one.beside) if one.applies else None,
        alone=said(one.alone) if one.applies and one.alone != one.beside else None,
        instead=one.instead,
        worse=tuple(saving.said for saving in one.worse),
        fault=one.fault,
    )
