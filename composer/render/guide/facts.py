"""What stands behind a guide: answers, legal bases, local variants, and what was left out."""

from collections.abc import Iterator

from composer.model.item import LegalBasis
from composer.model.package import DroppedKind
from composer.render.guide.context import Context
from composer.render.guide.view import AnswerView, BasisView, DroppedGroup, DroppedView, VariantView

NONE_CHOSEN = "都不是"


def answers(context: Context) -> tuple[AnswerView, ...]:
    """The questions asked, with the labels of what was chosen."""
    views = []
    for asked in context.package.asked:
        question = context.catalogue.questions[asked.question]
        chosen = context.package.answers.get(asked.question, ())
        labels = tuple(option.label for option in question.options if option.id in chosen)
        changed = tuple(chosen) != asked.ordinary(question)
        views.append(AnswerView(question=question.text, chosen=labels or (NONE_CHOSEN,), changed=changed))
    return tuple(views)


def bases(context: Context) -> tuple[BasisView, ...]:
    """Legal bases of the theme and of its items: the same article of the same law with the same gist once."""
    found: dict[tuple[str, str | None, str], list[tuple[LegalBasis, str | None]]] = {}
    for basis, item in _all_bases(context):
        found.setdefault((basis.law, basis.article, basis.gist), []).append((basis, item))
    return tuple(_basis(uses, context) for uses in found.values())


def _all_bases(context: Context) -> Iterator[tuple[LegalBasis, str | None]]:
    for basis in context.package.theme.bases:
        yield basis, None
    for planned in context.package.items:
        for basis in planned.item.bases:
            yield basis, context.numbered(planned.item.id)


def _basis(uses: list[tuple[LegalBasis, str | None]], context: Context) -> BasisView:
    """One article for all its uses: as uncertain as the least certain of them, whose source is the one cited."""
    basis = min((basis for basis, _ in uses), key=lambda one: one.certain)
    return BasisView(
        law=basis.law,
        article=basis.article,
        gist=basis.gist,
        certain=basis.certain,
        source=context.sources.number(basis.source),
        note=basis.note,
        items=tuple(dict.fromkeys(item for _, item in uses if item)),
    )


def variants(context: Context) -> tuple[VariantView, ...]:
    """What places do differently."""
    return tuple(
        VariantView(place=variant.place, fact=context.sources.fact(variant.fact, variant))
        for variant in context.package.theme.variants
    )


def dropped(context: Context) -> tuple[DroppedGroup, ...]:
    """What was left out and why, by kind; the same row once."""
    groups = []
    for kind in (one for one in DroppedKind if one is not DroppedKind.POLICY):  # those stand among the reforms
        rows = dict.fromkeys(
            DroppedView(name=one.name, item=one.item and context.item_name(one.item), reason=one.reason)
            for one in context.package.dropped
            if one.kind is kind
        )
        if rows:
            groups.append(DroppedGroup(kind=kind, rows=tuple(rows)))
    return tuple(groups)
