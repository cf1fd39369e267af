"""The one form: what it replaces, what it asks, and where the originals do not agree."""

from composer.model.form import FieldUse
from composer.model.package import Conflict, FieldRow, FieldSource
from composer.render.guide.context import Context
from composer.render.guide.view import ConflictView, FieldGroupView, FieldView, FormView, ReplacedForm

_FILLED_BY = {
    FieldSource.APPLICANT: "您填",
    FieldSource.CHAIN: "由办理结果带出",
    FieldSource.COMPUTED: "自动得出",
    FieldSource.DEPARTMENT: "部门填",
}


def form_view(context: Context) -> FormView | None:
    """The merged form, or None where no item has a form."""
    form = context.package.form
    if not form.originals:
        return None
    by_source = {source: sum(row.source is source for row in form.rows) for source in FieldSource}
    return FormView(
        fact=context.sources.fact(form.name, context.package.theme.form),
        replaces=tuple(
            ReplacedForm(
                fact=context.sources.fact(original.name, original),
                items=tuple(context.numbered(item) for item in form.serves[original.id]),
            )
            for original in form.originals.values()
        ),
        to_fill=by_source[FieldSource.APPLICANT],
        prefilled=by_source[FieldSource.CHAIN],
        by_department=by_source[FieldSource.DEPARTMENT],
        groups=tuple(
            FieldGroupView(
                name=group.name,
                repeats=group.repeats,
                max_rows=group.max_rows,
                fields=tuple(_field(row, context) for row in group.rows),
            )
            for group in form.groups
        ),
        conflicts=tuple(_conflict(conflict, context) for conflict in form.conflicts),
    )


def _field(row: FieldRow, context: Context) -> FieldView:
    return FieldView(
        label=row.label,
        required=row.required,
        filled_by=_FILLED_BY[row.source],
        fills=tuple(dict.fromkeys(_place(use, context) for use in row.uses)),
    )


def _conflict(conflict: Conflict, context: Context) -> ConflictView:
    return ConflictView(
        label=context.catalogue.element(conflict.element).label,
        reason=conflict.reason,
        places=tuple(dict.fromkeys(_place(use, context) for use in conflict.uses)),
    )


def _place(use: FieldUse, context: Context) -> str:
    return f"《{context.package.form.originals[use.form].name.strip('《》')}》{use.label}"
