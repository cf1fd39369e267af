"""The order in which the one table asks: parts, groups, and rows as the original forms have them."""

from collections.abc import Iterable, Sequence

from composer.model.element import FormPart
from composer.model.package import FieldGroup, FieldRow, MergedForm
from composer.model.value import ValueType

_PARTS = tuple(FormPart)


def interleaved(sequences: Iterable[Sequence[str]]) -> list[str]:
    """One order of everything in `sequences`: each new one stands right after what precedes it in its own sequence.

    The first sequence keeps its order; what comes first in a later one follows nothing there, and goes last.
    """
    after: dict[str | None, str | None] = {None: None}
    last: str | None = None
    for sequence in sequences:
        before = last
        for one in sequence:
            if one not in after:
                after[one], after[before] = after[before], one
                last = one if after[one] is None else last
            before = one
    order, at = [], after[None]
    while at is not None:
        order.append(at)
        at = after[at]
    return order


def groups_of(rows: Iterable[FieldRow]) -> tuple[FieldGroup, ...]:
    """Rows by what they are about, part by part; within one in the order in which the forms come to them.

    A group of nothing but signatures and their dates belongs to the promises, wherever its object stands.
    """
    by_object: dict[str, list[FieldRow]] = {}
    for row in rows:
        by_object.setdefault(row.element.object.id, []).append(row)
    groups = []
    for own in by_object.values():
        about = own[0].element.object
        groups.append(
            FieldGroup(
                id=about.id,
                name=about.name,
                part=FormPart.PROMISE if _only_signs(own) else about.part,
                repeats=about.repeats,
                min_rows=about.min_rows,
                max_rows=about.max_rows,
                rows=tuple(own),
            )
        )
    return tuple(sorted(groups, key=lambda group: _PARTS.index(group.part)))


def parts_of(form: MergedForm) -> tuple[tuple[FormPart, tuple[FieldGroup, ...]], ...]:
    """The parts that the one table has, each with its groups."""
    return tuple(
        (part, groups) for part in _PARTS if (groups := tuple(group for group in form.groups if group.part is part))
    )


def _only_signs(rows: Iterable[FieldRow]) -> bool:
    return all(row.spec.type in (ValueType.SIGNATURE, ValueType.DATE) for row in rows)
