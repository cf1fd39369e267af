"""Forms, and the data elements (ISO/IEC 11179: object class + property + representation) behind their fields."""

import builtins
import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field as Setting
from pydantic import StringConstraints, field_validator

from composer.model.base import Id, Located, Model, Sourced, Text
from composer.model.condition import Condition
from composer.model.material import MaterialRef

ElementRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$", max_length=130)
]
"""`object.property`: `legal-representative.name`."""


class Representation(StrEnum):
    """How a datum is written down."""

    TEXT = "文本"
    LONG_TEXT = "长文本"
    DATE = "日期"
    DATE_TIME = "日期时间"
    INTEGER = "整数"
    NUMBER = "数值"
    AMOUNT = "金额"
    CHOICE = "单选"
    CHOICES = "多选"
    SIGNATURE = "签章"


class FilledBy(StrEnum):
    """Who fills a field of an original form."""

    APPLICANT = "申请人"
    DEPARTMENT = "部门"


class ObjectClass(Located):
    """Whom or what a datum is about. `repeats`: there may be several (股东), so its fields are columns of a table."""

    id: Id
    name: Text
    repeats: bool = False
    max_rows: int = Setting(default=50, ge=1, le=10_000)


class Property(Located):
    """Which trait it is, and how it is written down."""

    id: Id
    name: Text
    representation: Representation = Representation.TEXT
    options: tuple[Text, ...] = ()
    pattern: str | None = None
    max_length: int | None = Setting(default=None, ge=1)
    unit: str | None = None
    help: str | None = None

    @field_validator("pattern")
    @classmethod
    def _pattern_is_one(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as error:
            raise ValueError(f"pattern 不是正则表达式（{error}）") from error
        except (OverflowError, RecursionError) as error:
            raise ValueError("pattern 太复杂") from error
        return pattern


class ElementNote(Located):
    """What is particular to one element: a label of its own, or the document that already carries it."""

    id: ElementRef
    label: Text | None = None
    provided_by: MaterialRef | None = None


class DataElement(Located):
    """An object class with a property; `provided_by` is the document that already carries the datum."""

    object: ObjectClass
    property: Property
    label: Text
    provided_by: MaterialRef | None = None

    @builtins.property  # the field `property` hides the decorator
    def ref(self) -> str:
        """`object.property`, the identity of the datum."""
        return f"{self.object.id}.{self.property.id}"


class Field(Located):
    """One field of an original form, in the department's own words."""

    label: Text
    element: ElementRef
    required: bool = True
    filled_by: FilledBy = FilledBy.APPLICANT
    when: Condition | None = None
    options: tuple[Text, ...] = ()
    max_length: int | None = Setting(default=None, ge=1)


class Section(Located):
    """A titled part of a form."""

    name: Text
    when: Condition | None = None
    fields: tuple[Field, ...] = Setting(min_length=1)


class Form(Sourced):
    """A department's application form (申请表) as it is."""

    id: Id
    name: Text
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


class FieldUse(Model):
    """The place in an original form that a row of the one table fills: form, section and field by position."""

    form: str
    section: int
    field: int
    label: str
    required: bool
    filled_by: FilledBy
