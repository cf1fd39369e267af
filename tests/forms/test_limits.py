"""Where original forms set different limits for one datum."""

from decimal import Decimal
from typing import Any

import pytest

from composer.forms.limits import Meeting, Place
from composer.model.element import DataElement, ObjectClass, Property
from composer.model.form import Field, FieldUse, FilledBy
from composer.model.package import ConflictKind
from composer.model.value import Choice, ValueSpec, ValueType


def met(spec: dict[str, Any], *fields: dict[str, Any]) -> Meeting:
    """What fields with these limits, each in a form of its own, make of one element."""
    element = DataElement(
        ref="firm.capital",
        object=ObjectClass(id="firm", name="企业"),
        trait=Property(id="capital", name="资本"),
        label="资本",
        spec=ValueSpec(**spec),
    )
    places = []
    for number, limits in enumerate(fields):
        field = Field(label=f"资本{number}", element="firm.capital", **limits)
        use = FieldUse(
            form=f"f{number}", section=0, field=0, label=field.label, required=True, filled_by=FilledBy.APPLICANT
        )
        places.append(Place(field, use, f"表{number}"))
    return Meeting(element, places)


def test_the_strictest_of_lengths_ranges_and_decimals_counts() -> None:
    met_text = met({"max_length": 50}, {"max_length": 20, "min_length": 2}, {"max_length": 30, "min_length": 3})
    assert (met_text.spec.min_length, met_text.spec.max_length) == (3, 20)
    met_number = met({"type": ValueType.NUMBER, "least": 0}, {"most": 100, "decimals": 2}, {"least": 5, "decimals": 1})
    assert (met_number.spec.least, met_number.spec.most, met_number.spec.decimals) == (5, 100, 1)
    assert met_text.conflicts == met_number.conflicts == []


def test_every_pattern_must_be_found() -> None:
    assert met({"patterns": ("^1",)}, {"pattern": "9$"}, {"pattern": "^1"}).spec.patterns == ("^1", "9$")


def test_only_options_that_every_form_has_are_left_in_the_order_of_the_element() -> None:
    choices = tuple(Choice(label=label) for label in "甲乙丙丁")
    spec = met(
        {"type": ValueType.CHOICE, "choices": choices}, {"options": ("丁", "乙", "甲")}, {"options": ("乙", "丁")}
    ).spec
    assert [choice.label for choice in spec.choices] == ["乙", "丁"]


def test_options_without_a_common_one_are_all_kept_and_reported_with_both_places() -> None:
    meeting = met({"type": ValueType.CHOICE}, {"options": ("甲",)}, {"options": ("乙",)})
    assert [choice.label for choice in meeting.spec.choices] == ["甲", "乙"]
    (conflict,) = meeting.conflicts
    assert conflict.kind is ConflictKind.OPTIONS
    assert conflict.reason == "《表0》的“资本0”、《表1》的“资本1”给出的选项没有共同的一项"
    assert conflict.proposal == "先全部列出；请核对各表的选项，统一成一套"
    assert [use.form for use in conflict.uses] == ["f0", "f1"]
    assert not conflict.resolved


def test_a_form_in_another_unit_gets_the_value_converted_and_its_limits_count() -> None:
    meeting = met({"type": ValueType.AMOUNT, "unit": "万元"}, {}, {"unit": "元", "least": 30000})
    assert [use.scale for use in meeting.uses] == [1, 10000]
    assert meeting.spec.least == 3
    (conflict,) = meeting.conflicts
    assert (conflict.kind, conflict.resolved) == (ConflictKind.UNIT, True)
    assert conflict.reason == "《表1》的“资本1”按“元”填，一张表单按“万元”填"
    assert conflict.proposal == "按“万元”填一次，写到原表时换算成“元”"


def test_units_of_different_things_are_reported_and_nothing_is_converted() -> None:
    meeting = met({"type": ValueType.NUMBER, "unit": "平方米"}, {"unit": "万元"})
    (conflict,) = meeting.conflicts
    assert conflict.reason == "《表0》的“资本0”按“万元”填，一张表单按“平方米”填，两个单位不能换算"
    assert meeting.uses[0].scale == 1


@pytest.mark.parametrize(
    ("own", "asked", "kept"),
    [
        (ValueType.TEXT, ValueType.DATE, ValueType.DATE),
        (ValueType.DATE, ValueType.TEXT, ValueType.DATE),
        (ValueType.NUMBER, ValueType.INTEGER, ValueType.INTEGER),
        (ValueType.LONG_TEXT, ValueType.TEXT, ValueType.TEXT),
    ],
)
def test_of_two_types_that_meet_the_stricter_counts(own: ValueType, asked: ValueType, kept: ValueType) -> None:
    meeting = met({"type": own}, {"type": asked})
    assert (meeting.spec.type, meeting.conflicts) == (kept, [])


def test_types_that_do_not_meet_are_reported_with_a_proposal() -> None:
    (conflict,) = met({"type": ValueType.DATE}, {"type": ValueType.AMOUNT}).conflicts
    assert conflict.reason == "《表0》的“资本0”要填金额，这个数据是日期，两种写法对不上"
    assert conflict.proposal == "先按日期填；请核对是不是同一个数据，不是的，给它另立数据元"


def test_lengths_and_ranges_that_leave_nothing_are_reported_and_do_not_forbid_every_value() -> None:
    text = met({}, {"min_length": 10}, {"max_length": 5})
    assert [conflict.kind for conflict in text.conflicts] == [ConflictKind.LENGTH]
    assert (text.spec.min_length, text.spec.max_length) == (None, 5)
    number = met({"type": ValueType.NUMBER}, {"least": 10}, {"most": Decimal(5)})
    assert [conflict.kind for conflict in number.conflicts] == [ConflictKind.RANGE]
    assert (number.spec.least, number.spec.most) == (None, None)
