"""What a visitor wants to know before the first field: how much it is, for whom, and what to have at hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.exchange.workbook.places import Places
from composer.forms.order import parts_of
from composer.forms.specs import is_written, must_be_filled
from composer.model.package import FieldGroup, FieldRow
from composer.model.value import ValueType
from web.forms.review_views import AttachmentView, attachment_views

_NUMBERS = (ValueType.INTEGER, ValueType.NUMBER, ValueType.AMOUNT)
_IDENTITY = frozenset({"resident-id", "identity-number", "passport", "hk-macao-permit", "taiwan-permit", "officer-id"})
_TELEPHONES = frozenset({"mobile", "phone", "landline"})
_BANKS = frozenset({"bank-card", "bank-account"})


@dataclass(frozen=True)
class PartCount:
    """A part and how much it asks; `repeating` are its groups of several lines."""

    name: str
    fields: int
    repeating: tuple[str, ...]


@dataclass(frozen=True)
class UserView:
    """A department and the original forms that it gets."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class StartView:
    """The page before the first part."""

    name: str
    replaces: int
    fields: int
    required: int
    parts: tuple[PartCount, ...]
    users: tuple[UserView, ...]
    at_hand: tuple[tuple[str, str], ...]
    signed: tuple[str, ...]
    attachments: tuple[AttachmentView, ...]


def start_view(places: Places) -> StartView:
    """The table of a package at a glance."""
    form = places.package.form
    asked = [row for row in form.rows if is_written(row)]
    return StartView(
        name=form.name,
        replaces=len(form.originals),
        fields=len(asked),
        required=sum(map(must_be_filled, asked)),
        parts=tuple(_part(part.value, groups) for part, groups in parts_of(form)),
        users=tuple(
            UserView(name, tuple(places.form(one) for one in form.originals if name in places.departments_of(one)))
            for name in places.departments
        ),
        at_hand=tuple((name, words) for name, words in _at_hand(asked) if words),
        signed=tuple(
            row.label for row in form.rows if row.spec.type is ValueType.SIGNATURE and row.source.value == "applicant"
        ),
        attachments=attachment_views(places.package),
    )


def _part(name: str, groups: tuple[FieldGroup, ...]) -> PartCount:
    count = sum(1 for group in groups for row in group.rows if is_written(row))
    return PartCount(name, count, tuple(group.name for group in groups if group.repeats))


def _at_hand(rows: list[FieldRow]) -> list[tuple[str, str]]:
    """What is written from a paper or looked up, and of whom."""
    needed = [row for row in rows if must_be_filled(row)]
    return [
        ("这些人的身份证件", _whose(row for row in needed if row.spec.format in _IDENTITY)),
        ("这些人（单位）的电话", _whose(row for row in needed if row.spec.format in _TELEPHONES)),
        ("银行账号", _labels(row for row in needed if row.spec.format in _BANKS)),
        ("这些数", _labels(row for row in needed if row.spec.type in _NUMBERS and not row.element.object.repeats)),
    ]


def _whose(rows: Iterable[FieldRow]) -> str:
    return "、".join(dict.fromkeys(row.element.object.name for row in rows))


def _labels(rows: Iterable[FieldRow]) -> str:
    units = {row.label: row.spec.unit for row in rows}
    return "、".join(f"{label}（{unit}）" if unit else label for label, unit in units.items())
