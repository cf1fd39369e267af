"""Data elements after ISO/IEC 11179: object class + property + representation, from six dictionaries (一池六词典)."""

import builtins
import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from composer.model.base import Id, Located, Short, Sourced, Text
from composer.model.material import MaterialRef
from composer.model.value import Choice, ValueSpec, ValueType

ElementRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$", max_length=195)
]
"""`object.property` or `object.property.qualifier`: `legal-representative.name`, `enterprise.name.proposed`."""


class FormPart(StrEnum):
    """Parts of the one table, in the order in which a person is asked: who, what, where, people, money, promises."""

    WHO = "申请人"
    MATTER = "办理事项"
    PLACE = "场所"
    PEOPLE = "有关人员"
    MONEY = "资金和账户"
    PROMISE = "声明和签署"


class Limits(Located):
    """Limits on a value, as they are written down; an absent one is no limit."""

    min_length: int | None = Field(default=None, ge=1)
    max_length: int | None = Field(default=None, ge=1)
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = Field(default=None, ge=0, le=9)
    pattern: str | None = None
    unit: Text | None = None

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

    @model_validator(mode="after")
    def _least_is_not_over_most(self) -> Self:
        for low, high, names in (
            (self.min_length, self.max_length, "min_length 大于 max_length"),
            (self.least, self.most, "least 大于 most"),
        ):
            if low is not None and high is not None and low > high:
                raise ValueError(names)
        return self

    def narrow(self, spec: ValueSpec) -> ValueSpec:
        """`spec` with the limits that are written here in the place of its own; patterns are added."""
        written = {
            name: value
            for name in ("min_length", "max_length", "least", "most", "decimals", "unit")
            if (value := getattr(self, name)) is not None
        }
        if self.pattern and self.pattern not in spec.patterns:
            written["patterns"] = (*spec.patterns, self.pattern)
        return spec.model_copy(update=written) if written else spec


class Sort(StrEnum):
    """What an object class is: a label that names a person's trait cannot be about a place."""

    PERSON = "人"
    UNIT = "单位"
    PARTY = "人或单位"
    PLACE = "处所"
    ACCOUNT = "账户"
    THING = "事物"


Whose = Annotated[str, StringConstraints(pattern=rf"^(?:{'|'.join(Sort)}|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=64)]
"""A sort of object classes, or one object class by id."""


class ObjectClass(Located):
    """对象类: whom or what a datum is about. `repeats`: there may be several (股东), a table of its own.

    `alone` is the property that a label asks for which names nothing but the object: 联系人 is his name, 经营场所 its
    address. `role`: it stands beside whom the form is about (法定代表人, 母亲). `contact`: named to be reached, so that
    a telephone after him in a form is his.
    """

    id: Id
    name: Text
    part: FormPart = FormPart.MATTER
    sort: Sort = Sort.THING
    role: bool = False
    contact: bool = False
    alone: Id | None = None
    repeats: bool = False
    min_rows: int = Field(default=0, ge=0, le=10_000)
    max_rows: int = Field(default=50, ge=1, le=10_000)


class Rule(StrEnum):
    """How a datum is worked out from another."""

    BIRTH_DATE = "birth-date"
    SEX = "sex"
    REGION = "region"
    CITIZEN_NUMBER = "citizen-number"


class Derivation(Located):
    """A datum that follows from another of the same object: `of` is that property."""

    rule: Rule
    of: Id


class Property(Limits):
    """特性: which trait it is. `representation` says how it is written, or `type` alone where the dictionary has none.

    The limits narrow that, `domain` lists choices.
    `derived`: where another property of the same object is there, this one is worked out and not asked. `governs`: the
    property of the same object that is written as the entry chosen here says.
    `of`: whose trait a label means by this name, object classes or sorts of them. `own`: the name alone tells the
    object, the one of `of` (安全出口数量). `kind_of`: the wider property that this is a kind of (mobile: phone).
    """

    id: Id
    name: Text
    of: tuple[Whose, ...] = ()
    own: bool = False
    kind_of: Id | None = None
    representation: Id | None = None
    type: ValueType | None = None
    domain: Id | None = None
    derived: tuple[Derivation, ...] = ()
    governs: Id | None = None
    help: Text | None = None


class Representation(Limits):
    """表示: a type with its limits; `format` is a rule of `composer.values` (resident-id, mobile)."""

    id: Id
    name: Text
    type: ValueType
    format: Id | None = None
    help: Text | None = None


class Code(Short):
    """One entry of a value domain; written as its label alone where the list has no codes.

    `format`: how the number is written that goes with it, where a property `governs` another (证件类型, 证件号码).
    """

    label: Text
    code: Text | None = None
    format: Id | None = None


class ValueDomain(Sourced):
    """值域: the choices that a datum has, in their order."""

    id: Id
    name: Text
    codes: tuple[Code, ...] = Field(min_length=1)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The entries as limits of a value."""
        return tuple(Choice(label=code.label, code=code.code, format=code.format) for code in self.codes)


class Qualifier(Located):
    """限定词: what narrows a property to one of several of its kind: 户籍 (地址), 拟设 (名称)."""

    id: Id
    name: Text


class Synonym(Located):
    """同义词: a word of labels, what it means, and where it is used.

    It means an object class, a property, a qualifier, or some of them together (现住址: 居住, 地址). `of`: only of
    these object classes, or sorts of them. `principal`: whom the form is about, where that is of such a sort, and else
    `object`; `unless_named`: not where the form names whom it is about by another word. `heading`: the word means this
    only as the heading of a section; one that means nothing at all else leaves open whose data stand below it.
    """

    word: Text
    object: Id | None = None
    property: Id | None = None
    qualifier: Id | None = None
    of: tuple[Whose, ...] = ()
    principal: tuple[Sort, ...] = ()
    unless_named: bool = False
    heading: bool = False
    source: Text

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if not (self.object or self.property or self.qualifier or self.principal or self.heading):
            raise ValueError("object、property、qualifier、principal 至少要写一个")
        return self

    @builtins.property  # the field `property` hides the decorator
    def id(self) -> str:
        """What it is known by: the word itself, and of whom."""
        said = f"{self.word}@{'、'.join(self.of)}" if self.of else self.word
        return f"{said}（栏目）" if self.heading else said


class Record(Sourced):
    """The record of a department that is authoritative for a datum; `shared`: it may be fetched instead of asked."""

    department: Id
    name: Text
    shared: bool = False


class ElementNote(Located):
    """What is particular to one element of the pool: its label, a representation of its own, its one source.

    `provided_by` is the document (a result of an earlier item, or a certificate) that carries it, `record` the
    record of a department.
    """

    id: ElementRef
    label: Text | None = None
    representation: Id | None = None
    domain: Id | None = None
    provided_by: MaterialRef | None = None
    record: Record | None = None
    help: Text | None = None


class Authority(StrEnum):
    """一数一源: who is authoritative for a datum."""

    APPLICANT = "申请人"
    COMPUTED = "由其他项得出"
    RESULT = "办理结果"
    RECORD = "部门记录"


class DataElement(Located):
    """A datum: an object class with a property, qualified where need be, and the limits on its values."""

    ref: ElementRef
    object: ObjectClass
    trait: Property
    qualifier: Qualifier | None = None
    label: Text
    help: str | None = None
    spec: ValueSpec
    provided_by: MaterialRef | None = None
    record: Record | None = None

    @property
    def key(self) -> str:
        """Its name within its object: `name`, `name.proposed`."""
        return self.ref.partition(".")[2]

    @property
    def authority(self) -> Authority:
        """Its one source."""
        if self.provided_by:
            return Authority.RESULT
        if self.trait.derived:
            return Authority.COMPUTED
        return Authority.RECORD if self.record else Authority.APPLICANT
