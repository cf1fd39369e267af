"""Composes the guide from its parts, in the order in which its sources are numbered: that of reading."""

from composer.chain.explain import say_best
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.guide.context import Context
from composer.render.guide.facts import answers, bases, dropped, variants
from composer.render.guide.figures import figures, glance, unknown
from composer.render.guide.form import form_view
from composer.render.guide.materials import material_groups
from composer.render.guide.reforms import reforms_view
from composer.render.guide.schedule import times_view
from composer.render.guide.steps import results, stages
from composer.render.guide.view import GuideView


def guide_view(package: ThemePackage, catalogue: Catalogue) -> GuideView:
    """The guide of `package`; `catalogue` is the one it was composed with."""
    context, theme = Context(package, catalogue), package.theme
    steps, materials, form = stages(context), material_groups(context), form_view(context)
    reforms = reforms_view(context)
    legal, local = bases(context), variants(context)
    listed = figures(context)
    return GuideView(
        theme=theme.id,
        title=theme.name,
        summary=theme.summary,
        audience=theme.audience,
        life_stage=theme.stage,
        lead=catalogue.departments[theme.lead].name,
        prose=theme.guide,
        answers=answers(context),
        glance=glance(listed, context),
        results=results(context),
        stages=steps,
        critical_path=tuple(context.numbered(item) for item in package.measures.critical_path),
        times=times_view(context),
        materials=materials,
        form=form,
        figures=listed,
        best=f"选哪些事项：{say_best(package.best)}",
        unknown=unknown(context),
        reforms=reforms,
        bases=legal,
        variants=local,
        dropped=dropped(context),
        notes=theme.notes,
        sources=context.sources.listed(),
    )
