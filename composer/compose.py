"""READ FIRST. Composes the service items of a theme into one package for one person's answers.

Seven passes, each a pure function of frozen models; each says what it left out and why. Time (`timeline`)
follows from the chain's order and the limits of its items; measure counts it.

    answers ─▶ reform ─▶ select ─▶ chain ─▶ supply ─▶ dedupe ─▶ merge ─▶ measure ─▶ ThemePackage
               改革举措   情形       理流程    数据流向    材料去重    多表合一   三减一优
"""

from composer.chain import chain
from composer.chain import trade_offs as chain_trade_offs
from composer.forms.merge import merge
from composer.materials.dedupe import dedupe
from composer.materials.supply import supply
from composer.measure import measure, timing
from composer.model.objective import USUAL, Terms
from composer.model.package import Plan, ThemePackage
from composer.model.theme import Catalogue, Theme
from composer.policies import case_of, reform
from composer.situations.answers import Given, resolve_answers
from composer.situations.select import narrow
from composer.timeline import timeline


def compose(theme: Theme, catalogue: Catalogue, answers: Given | None = None, terms: Terms = USUAL) -> ThemePackage:
    """The package of `theme` for `answers` (question to option or options; ids or labels; defaults for the rest).

    `terms` say what else counts: policies switched by hand, the day of application. Raises AnswerError for answers
    and terms that cannot be, ContentError where the theme leads nowhere for these answers.
    """
    resolved = resolve_answers(theme, catalogue, answers or {})
    reformed = reform(theme, catalogue, resolved.answers, terms)
    case = narrow(reformed.theme, reformed.catalogue, resolved)
    timings = {item.id: timing(item) for item in case.items}
    plan = chain(case, reformed.catalogue, timings, terms)
    supplies = supply(plan, catalogue)
    materials = dedupe(supplies, catalogue, theme.form.name)
    form = merge(plan.items, case.forms, catalogue, theme.form.name)
    timings = {planned.item.id: timings[planned.item.id] for planned in plan.items}
    times = timeline(plan.items, timings, terms.start, supplies)
    measures = measure(plan.items, timings, times, supplies, materials, form, case.theme.windows)
    return ThemePackage(
        theme=theme,
        answers=case.answers,
        asked=case.asked,
        items=plan.items,
        timings=timings,
        timeline=times,
        flows=plan.flows,
        best=plan.best,
        supplies=supplies,
        materials=materials,
        form=form,
        terms=terms,
        policies=reformed.applied,
        dropped=reformed.dropped + case.dropped + plan.dropped,
        measures=measures,
    )


def trade_offs(theme: Theme, catalogue: Catalogue, answers: Given | None, terms: Terms) -> tuple[Plan, ...]:
    """Every trade-off between the first two objectives of `terms`: plans that nothing betters in both at once.

    Raises as `compose` does.
    """
    case = case_of(theme, catalogue, answers or {}, terms)
    return chain_trade_offs(case, catalogue, {item.id: timing(item) for item in case.items}, terms)
