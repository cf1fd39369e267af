"""Forms as departments publish them: sections of fields, each field a data element in the department's own words."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from pydantic import Field as Setting

from composer.model.base import Id, Located, Model, Sourced, Text
from composer.model.condition import Condition
from composer.model.element import ElementRef, Limits
from composer.model.value import ValueType


class FilledBy(StrEnum):
    """Who fills a field of an original form."""

    APPLICANT = "申请人"
    DEPARTMENT = "部门"


class Field(Limits):
    """One field of an original form, in the department's own words, with the limits that this form sets.

    Where a file leaves `element` out, it is read from the label, its section and `about` of the form.
    """

    label: Text
    element: ElementRef
    required: bool = True
    filled_by: FilledBy = FilledBy.APPLICANT
    when: Condition | None = None
    type: ValueType | None = None
    options: tuple[Text, ...] = ()


class Section(Located):
    """A titled part of a form."""

    name: Text
    when: Condition | None = None
    fields: tuple[Field, ...] = Setting(min_length=1)


class Form(Sourced):
    """A department's application form (申请表) as it is. `about`: the object class of a label that names none."""

    id: Id
    name: Text
    about: Id | None = None
    sections: tuple[Section, ...] = Setting(min_length=1)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of a section or a field, in their order."""
        whens = [when for section in self.sections for when in (section.when, *(one.when for one in section.fields))]
        return tuple(when for when in whens if when is not None)

    @cached_property
    def uses(self) -> tuple["FieldUse", ...]:
        """The place of every field, in their order."""
        return tuple(
            FieldUse(
                form=self.id,
                section=section_number,
                field=field_number,
                label=field.label,
                required=field.required,
                filled_by=field.filled_by,
            )
            for section_number, section in enumerate(self.sections)
            for field_number, field in enumerate(section.fields)
        )

    @cached_property
    def elements(self) -> tuple[ElementRef, ...]:
        """The elements of its fields, in their order."""
        return tuple(field.element for section in self.sections for field in section.fields)


class FieldUse(Model):
    """The place in an original form that a row of the one table fills: form, section and field by position.

    A value of the row is multiplied by `scale` to stand there (元 where the row is in 万元).
    """

    form: str
    section: int
    field: int
    label: str
    required: bool
    filled_by: FilledBy
    scale: Decimal = Decimal(1)
