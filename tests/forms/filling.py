"""Hypothesis strategies: small forms over a fixed pool of data, and values that a row may take."""

import re
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from composer.forms.merge import merge
from composer.forms.specs import must_be_filled, spec_of
from composer.model.element import Code, ElementNote, ObjectClass, Property, ValueDomain
from composer.model.form import Field, FilledBy, Form, Section
from composer.model.item import Department, ItemType, Limits, Result, ServiceItem, Stated
from composer.model.material import MaterialKind
from composer.model.package import FieldRow, FieldSource, MergedForm, Planned
from composer.model.theme import Catalogue
from composer.model.value import ValueType
from composer.values import as_json, check

_STATED = (Stated(text="不收费", source="G", certain=True),)
_OPTIONS = ("甲", "乙", "丙,丁", '"戊"')
CATALOGUE = Catalogue(
    departments={"office": Department(id="office", name="某局")},
    kinds={"licence": MaterialKind(id="licence", name="证照")},
    objects={
        "person": ObjectClass(id="person", name="申请人"),
        "firm": ObjectClass(id="firm", name="企业"),
        "owner": ObjectClass(id="owner", name="股东", repeats=True, max_rows=3),
    },
    properties={
        one.id: one
        for one in (
            Property(id="name", name="姓名", max_length=20),
            Property(id="code", name="编号", pattern="^[0-9A-HJ]{4,6}$", max_length=6),
            Property(id="story", name="经过", type=ValueType.LONG_TEXT),
            Property(id="day", name="日期", type=ValueType.DATE),
            Property(id="moment", name="时间", type=ValueType.DATE_TIME),
            Property(id="count", name="数量", type=ValueType.INTEGER),
            Property(id="share", name="比例", type=ValueType.NUMBER, unit="%"),
            Property(id="sum", name="金额", type=ValueType.AMOUNT, unit="元"),
            Property(id="kind", name="类别", type=ValueType.CHOICE, domain="kind"),
            Property(id="kinds", name="种类", type=ValueType.CHOICES, domain="kind"),
            Property(id="seal", name="盖章", type=ValueType.SIGNATURE),
        )
    },
    domains={
        "kind": ValueDomain(
            id="kind", name="类别", codes=tuple(Code(label=label) for label in _OPTIONS), source="G", certain=True
        )
    },
    elements={"firm.code": ElementNote(id="firm.code", provided_by="licence")},
)

fields = st.builds(
    Field,
    label=st.text("abc甲乙=<&", min_size=1, max_size=6),
    element=st.builds(
        "{}.{}".format, st.sampled_from(list(CATALOGUE.objects)), st.sampled_from(list(CATALOGUE.properties))
    ),
    required=st.booleans(),
    filled_by=st.sampled_from(FilledBy),
    options=st.just(()) | st.lists(st.sampled_from(_OPTIONS), min_size=1, unique=True).map(tuple),
    max_length=st.none() | st.integers(6, 30),
)
sections = st.builds(Section, name=st.just("一节"), fields=st.lists(fields, min_size=1, max_size=4).map(tuple))


@st.composite
def merged_forms(draw: st.DrawFn) -> MergedForm:
    """One to three forms, merged; some data may come with a licence that the chain issues."""
    forms = {
        f"form-{number}": Form(
            id=f"form-{number}",
            name=f"表{number}",
            source="G",
            certain=True,
            sections=tuple(draw(st.lists(sections, min_size=1, max_size=3))),
        )
        for number in range(draw(st.integers(1, 3)))
    }
    first = Planned(item=item_of(None), stage=1, requires=(), why="")
    before = draw(st.sampled_from([(), (first.item.id,)]))
    items = [first, *(Planned(item=item_of(form), stage=2, requires=before, why="") for form in forms)]
    return merge(items, forms, CATALOGUE, "一张表单")


def item_of(form: str | None) -> ServiceItem:
    """An item that wants this form, if any, and little else; it issues a licence."""
    return ServiceItem(
        id=f"item-of-{form}".lower(),
        name=f"办{form}",
        department="office",
        type=ItemType.LICENCE,
        results=(Result(material="licence", name="证照", type="证照"),),
        form=form,
        limits=Limits(statutory=_STATED, promised=_STATED),
        fee=_STATED,
        trips=_STATED,
    )


def values_for(row: FieldRow) -> st.SearchStrategy[Any]:
    """Values that the row may take, as JSON has them."""
    spec = spec_of(row)
    match spec.type:
        case ValueType.DATE:
            return st.dates(date(1900, 1, 1), date(2199, 1, 1)).map(date.isoformat)
        case ValueType.DATE_TIME:
            moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1))
            return moments.map(lambda moment: moment.isoformat(timespec="minutes"))
        case ValueType.INTEGER:
            return st.integers(int(spec.lower), int(spec.upper))
        case ValueType.NUMBER | ValueType.AMOUNT:
            numbers = st.decimals(max(spec.lower, -1000), min(spec.upper, 100_000), places=min(spec.places, 2))
            return numbers.map(as_json)
        case ValueType.CHOICE:
            return st.sampled_from(row.options)
        case ValueType.CHOICES:
            return st.lists(st.sampled_from(row.options), min_size=1, unique=True)
        case _ if spec.value_format:
            return st.just(spec.value_format.example)
        case _ if spec.patterns:
            return st.from_regex(re.compile(spec.patterns[0], re.ASCII), fullmatch=True).filter(
                lambda text: not check(text, spec)
            )
        case _:
            letters = st.text("甲乙丙丁 aZ09=+<&'\"", min_size=1, max_size=min(spec.longest or 12, 12))
            return letters.filter(lambda text: not check(text, spec))


@st.composite
def documents(draw: st.DrawFn, form: MergedForm, whole: bool = False) -> dict[str, Any]:
    """A filled form as the JSON Schema lays it out; `whole` leaves nothing out."""
    document: dict[str, Any] = {}
    for group in form.groups:
        needed = [row for row in group.rows if whole or must_be_filled(row)]
        others = [row for row in group.rows if row not in needed]
        entry = st.fixed_dictionaries(
            {row.element.key: values_for(row) for row in needed},
            optional={row.element.key: values_for(row) for row in others},
        )
        if group.repeats:
            document[group.id] = draw(st.lists(entry, min_size=1 if needed else 0, max_size=min(2, group.max_rows)))
        elif needed or draw(st.booleans()):
            document[group.id] = draw(entry)
    return document


def filled_document(form: MergedForm) -> dict[str, Any]:
    """A document with one plain value for everything that the applicant fills, the same at every call."""
    document: dict[str, Any] = {}
    for group in form.groups:
        values = {row.element.key: value for row in group.rows if (value := _plain(row)) is not None}
        if values:
            document[group.id] = [values] if group.repeats else values
    return document


def _plain(row: FieldRow) -> Any:
    spec = spec_of(row)
    if row.source is not FieldSource.APPLICANT or spec.type is ValueType.SIGNATURE:
        return None
    if row.derived:  # what the numbers below tell
        return {"sex": "女", "birth-date": "1949-12-31", "citizen-number": "11010519491231002X"}[row.derived[0].rule]
    match spec.type:
        case ValueType.DATE:
            return "2026-03-01"
        case ValueType.DATE_TIME:
            return "2026-03-01T08:30"
        case ValueType.INTEGER | ValueType.NUMBER | ValueType.AMOUNT:
            return int(max(spec.lower, 1))
        case ValueType.CHOICE:
            return row.options[0]
        case ValueType.CHOICES:
            return list(row.options[:2])
        case _ if spec.value_format:
            numbers = ("resident-id", "identity-number")
            return "11010519491231002X" if spec.format in numbers else spec.value_format.example
        case _:
            return "填写"[: spec.longest or 2]
