"""One datum as an input of a page: which kind of input, what stands beside it, what stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from composer.exchange.workbook.patterns import simple_row
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.forms.naming import input_name
from composer.forms.specs import must_be_filled, spec_of
from composer.model.package import FieldRow, FieldSource
from composer.model.value import ValueType
from composer.values import Value, written
from web.forms.written import Texts

MOST_RADIOS = 6
"""Choices that stand open; more are a list to open."""

_TEL, _NUMERIC, _DECIMAL = "tel", "numeric", "decimal"
_KEYBOARDS = {
    "mobile": _TEL,
    "landline": _TEL,
    "phone": _TEL,
    "postcode": _NUMERIC,
    "bank-card": _NUMERIC,
    "email": "email",
    "url": "url",
}
_OWN_BY_FORMAT = {"mobile": "tel", "phone": "tel", "landline": "tel", "email": "email", "postcode": "postal-code"}
_OWN_BY_TRAIT = {"name": "name", "address": "address-line1", "birth-date": "bday"}
"""Purposes of inputs about the visitor (HTML, autofill). An address is one line here, so it is no `street-address`."""

_HOW = {
    ValueType.DATE: "例如 2026-03-01，也可以写 20260301 或 2026年3月1日",
    ValueType.DATE_TIME: "例如 2026-03-01 08:30",
    ValueType.MONTH: "例如 2026-03",
    ValueType.PERIOD: "例如 2026-01-01至2028-12-31；没有期限的写“长期”",
    ValueType.INTEGER: "填整数",
    ValueType.CHOICES: "可以选几项",
}
_FORMATS = {
    "resident-id": "18 位，末位是 X 的也照写",
    "identity-number": "照证件上的号码写",
    "mobile": "11 位手机号码",
    "landline": "带区号，例如 010-12345678",
    "phone": "手机，或带区号的固定电话",
    "postcode": "6 位数字",
    "uscc": "18 位",
    "email": "例如 name@example.cn",
}


WORKED_OUT = "由身份证号码得出"
_ALL_UNCHECKED = f"〔均{UNCHECKED[1:]}"


@dataclass(frozen=True)
class OptionView:
    """A choice, and whether it is chosen."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class FieldView:
    """An input. `kind`: text, area, radios, list or boxes. `users`: who uses the datum, if the group does not say it.

    `width` is the room that its longest value takes, in characters: 0 for all there is. `derived`: that it may follow
    from another datum, `told`: what it then comes to.
    """

    name: str
    key: str
    label: str
    full_label: str
    kind: str
    hint: str
    unit: str
    required: bool
    values: Texts
    options: tuple[OptionView, ...]
    type: str
    inputmode: str
    autocomplete: str
    width: int
    users: str
    derived: str
    told: str
    error: str

    @property
    def value(self) -> str:
        """What stands in an input that has one text."""
        return next(iter(self.values), "")

    @property
    def described_by(self) -> str:
        """The ids of what stands beside it."""
        parts = (("hint", self.hint), ("told", self.told), ("error", self.error))
        return " ".join(f"{self.name}-{part}" for part, text in parts if text)


@dataclass(frozen=True)
class ClosedView:
    """A datum that is not the visitor's to write, with who does, and its value where that is known."""

    label: str
    note: str
    text: str


class Fields:
    """Makes the views of the rows of one package."""

    def __init__(self, places: Places) -> None:
        self.places = places
        form = places.package.form
        self._departments = {one: places.departments_of(one) for one in form.originals}
        self._signers = {row.element.object.id for row in form.rows if row.spec.type is ValueType.SIGNATURE}

    def users(self, row: FieldRow) -> str:
        """The departments that use a row, each marked where nobody has verified that its forms ask it."""
        originals = self.places.package.form.originals
        certain: dict[str, bool] = {}
        for use in row.uses:
            for department in self._departments[use.form]:
                certain[department] = certain.get(department, False) or originals[use.form].certain
        if len(certain) > 1 and not any(certain.values()):
            return "、".join(certain) + _ALL_UNCHECKED
        return "、".join(name if sure else name + UNCHECKED for name, sure in certain.items())

    def field(
        self, row: FieldRow, entry: int | None, texts: Texts, error: str, values: Mapping[str, Value], users: str = ""
    ) -> FieldView:
        """The input of a row; `values` are those of its group (or line) by key, `error` what is wrong with `texts`."""
        kind = _kind(row)
        known = values.get(row.element.key)
        told = "" if known is None or any(texts) else written(known, spec_of(row))
        return FieldView(
            name=input_name(row.id, entry),
            key=row.element.key,
            label=short_label(row) if entry else row.label,
            full_label=label_of(row, entry),
            kind=kind,
            hint=hint_of(row),
            unit=row.spec.unit or "",
            required=must_be_filled(row) and not row.derived,
            values=texts,
            options=_options(row, kind, texts),
            type={_TEL: "tel", "email": "email"}.get(keyboard(row), "text"),
            inputmode=keyboard(row),
            autocomplete=self._purpose(row) if entry is None else "",
            width=_width(row),
            users=users,
            derived=WORKED_OUT if row.derived else "",
            told=f"{WORKED_OUT}：{told}" if told else "",
            error=error,
        )

    def closed(self, row: FieldRow, values: Mapping[str, Value]) -> ClosedView:
        """A row that the visitor does not write."""
        known = values.get(row.element.key)
        return ClosedView(row.label, self._note(row), "" if known is None else written(known, spec_of(row)))

    def _note(self, row: FieldRow) -> str:
        match row.source:
            case FieldSource.CHAIN:
                return (
                    f"办好前一步后填入，{self.places.carrier(row)}" if row.element.provided_by else "办好前一步后填入"
                )
            case FieldSource.COMPUTED:
                return _from(row)
            case FieldSource.DEPARTMENT:
                return "由部门填写"
            case _:
                return "打印以后签字（盖章）"

    def _purpose(self, row: FieldRow) -> str:
        """Of one's own data: who signs a form is who fills it."""
        if row.element.object.id not in self._signers or row.element.qualifier:
            return ""
        return _OWN_BY_FORMAT.get(row.spec.format or "") or _OWN_BY_TRAIT.get(row.element.trait.id, "")


def label_of(row: FieldRow, entry: int | None) -> str:
    """The label where nothing else says which line it is."""
    return f"第 {entry} 条{row.element.object.name}的{short_label(row)}" if entry else row.label


def short_label(row: FieldRow) -> str:
    """The label where a title names the object already."""
    return row.label.removeprefix(row.element.object.name).lstrip("的") or row.label


def hint_of(row: FieldRow) -> str:
    """How to fill a row, in a few words; empty where the label says all."""
    spec = spec_of(row)
    simple = simple_row(row)
    parts = [row.element.help or "", simple.words if simple else _FORMATS.get(row.spec.format or "", "")]
    if not any(parts) and spec.type is not ValueType.INTEGER:
        parts.append(_HOW.get(spec.type, ""))
    if spec.type is ValueType.LONG_TEXT and spec.longest:
        parts.append(f"不超过 {spec.longest} 个字")
    if row.derived:
        parts.append(f"{_from(row)}，不填也行")
    return "；".join(part for part in parts if part)


def keyboard(row: FieldRow) -> str:
    """The keyboard that a telephone offers; empty for that of letters."""
    spec = spec_of(row)
    if spec.type is ValueType.INTEGER:
        return _NUMERIC
    if spec.type in (ValueType.NUMBER, ValueType.AMOUNT):
        return _DECIMAL
    return _KEYBOARDS.get(row.spec.format or "", "")


def _from(row: FieldRow) -> str:
    """Where a row comes from that follows from another."""
    return "填了身份证号码会自动得出" if row.source is FieldSource.APPLICANT else "由身份证号码自动得出，不用填"


def _kind(row: FieldRow) -> str:
    spec = spec_of(row)
    match spec.type:
        case ValueType.LONG_TEXT:
            return "area"
        case ValueType.BOOLEAN:
            return "radios"
        case ValueType.CHOICE:
            return "radios" if len(spec.options) <= MOST_RADIOS else "list"
        case ValueType.CHOICES:
            return "boxes"
        case _:
            return "text"


def _options(row: FieldRow, kind: str, texts: Texts) -> tuple[OptionView, ...]:
    """The choices; that of none is offered where nothing need be chosen, for radios cannot be undone."""
    if kind in ("text", "area"):
        return ()
    labels = ("是", "否") if spec_of(row).type is ValueType.BOOLEAN else row.options
    views = [OptionView(label, label, label in texts) for label in labels]
    chosen = any(view.chosen for view in views)
    if kind == "list":
        return (OptionView("", "请选择", not chosen), *views)
    if kind == "radios" and (not must_be_filled(row) or row.derived):
        return (*views, OptionView("", "照身份证号码" if row.derived else "不填", not chosen))
    return tuple(views)


def _width(row: FieldRow) -> int:
    spec = spec_of(row)
    if spec.type in (ValueType.INTEGER, ValueType.NUMBER, ValueType.AMOUNT):
        return 10
    if spec.type is not ValueType.TEXT:
        return 20
    longest = spec.longest or 0
    return next((width for width in (10, 20, 30) if 0 < longest <= width), 0)
