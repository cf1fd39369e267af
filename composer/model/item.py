"""Service items (事项), who handles them, what they demand and what they issue."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from composer.model.base import Day, Id, Located, Sourced, Text
from composer.model.condition import Condition
from composer.model.material import Carrier, Channel, MaterialRef, Medium, Necessity


class Level(StrEnum):
    """行使层级."""

    NATIONAL = "国家级"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWN = "乡镇（街道）级"
    VILLAGE = "村（社区）级"


class ItemType(StrEnum):
    """事项类型; the code numbers stand in the standards' list."""

    LICENCE = "行政许可"
    LEVY = "行政征收"
    BENEFIT = "行政给付"
    INSPECTION = "行政检查"
    CONFIRMATION = "行政确认"
    AWARD = "行政奖励"
    RULING = "行政裁决"
    OTHER = "其他行政权力"
    PUBLIC_SERVICE = "公共服务"


class Department(Located):
    """实施主体: who handles items. `public` is false for a bank or a company that takes part."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    level: Level | None = None
    region: str | None = None
    public: bool = True


class LegalBasis(Sourced):
    """设定依据: law, article, gist."""

    law: Text
    article: str | None = None
    gist: Text

    @property
    def cited(self) -> str:
        """Law and article as a sentence cites them: 食品经营许可管理办法第十二条."""
        return f"{self.law}{self.article or ''}"


class Stated(Sourced):
    """A limit, fee or count of visits as its own text; parsed, never replaced. `when` chooses between several."""

    text: Text
    when: Condition | None = None


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict | Stated) else value


Statements = Annotated[tuple[Stated, ...], BeforeValidator(_as_list)]
"""One statement, or several of which the first whose condition holds counts."""


class Limits(Located):
    """Time limits. `waiting`: the part of the statutory limit that no promise shortens (公告期)."""

    statutory: Statements
    promised: Statements
    waiting: Statements = ()


class DayUnit(StrEnum):
    """How days are counted."""

    WORKING = "工作日"
    CALENDAR = "日"


class Due(Located):
    """By when a deferred document has to follow: a number of days after acceptance, a day, or in words."""

    days: int | None = Field(default=None, ge=0, le=3660)
    unit: DayUnit = DayUnit.WORKING
    by: Day | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _one_way_of_saying(self) -> "Due":
        if sum(one is not None for one in (self.days, self.by, self.text)) != 1:
            raise ValueError("补交期限只写一种：days（几天内）、by（哪一天前）或 text（文字）")
        return self

    @property
    def said(self) -> str:
        """As a phrase before “补交”: "20 个工作日内"."""
        if self.days is not None:
            return f"{self.days} {'个工作日' if self.unit is DayUnit.WORKING else '天'}内"
        return f"{self.by.year} 年 {self.by.month} 月 {self.by.day} 日前" if self.by else f"{self.text}"


class Supervision(Sourced):
    """事中事后监管: how a promise is checked, within how many days after the decision, and what a false one brings."""

    check: Text
    days: int | None = Field(default=None, ge=0, le=3660)
    unit: DayUnit = DayUnit.WORKING
    breach: Text

    @property
    def said(self) -> str:
        """One Chinese sentence."""
        unit = "个工作日" if self.unit is DayUnit.WORKING else "天"
        within = f"办结后 {self.days} {unit}内" if self.days is not None else "办结后"
        return f"{within}{self.check}；承诺不实的，{self.breach}"


class Commitment(Sourced):
    """告知承诺: when it holds, this letter is handed in instead of the document; `supervision` follows."""

    material: MaterialRef
    name: Text
    when: Condition | None = None
    supervision: Supervision | None = None
    wording: Literal["exact", "adapted", "unverified"] = "unverified"


class Requirement(Sourced):
    """One document that an item demands; `name` is the department's wording, `any_of` are alternatives.

    `shared`: government already holds it and the item may fetch it (免提交), `fetched_from` whom and which system.
    `due`: by when it has to follow where it may be handed in later. `passed_by`: an item handled jointly that issues
    it, so that departments pass it on and nobody waits for it. `unchecked` names the facts of this row that nobody
    has verified. `withdrawn`: older guides ask for it, it may no longer be asked, and why.
    """

    any_of: tuple[MaterialRef, ...] = Field(min_length=1)
    name: Text
    carrier: Carrier = Carrier.ORIGINAL
    medium: Medium | None = None
    copies: int = Field(default=1, ge=1, le=99)
    own_copy: bool = False
    channel: Channel = Channel.APPLICANT
    issuer: str | None = None
    necessity: Necessity = Necessity.REQUIRED
    due: Due | None = None
    shared: bool = False
    fetched_from: Text | None = None
    passed_by: Id | None = None
    commitment: Commitment | None = None
    withdrawn: Text | None = None
    when: Condition | None = None
    basis: str | None = None
    wording: Literal["exact", "adapted", "unverified"] = "unverified"
    unchecked: tuple[Literal["carrier", "copies", "issuer", "shared"], ...] = ("copies", "shared")

    @model_validator(mode="before")
    @classmethod
    def _material_is_short_for_any_of(cls, data: Any) -> Any:
        if isinstance(data, dict) and "material" in data and "any_of" not in data:
            data = dict(data)
            data["any_of"] = (data.pop("material"),)
        return data


class Result(Located):
    """办理结果: a material that the item issues; `type` as published (证照, 文书, 证明)."""

    material: MaterialRef
    name: Text
    type: Text


class Prerequisite(Sourced):
    """An item that must be finished before this one, whatever document passes between them."""

    item: Id
    via: Text


class ItemCodes(Sourced):
    """Published codes: 主项 and 子项 (12 digits), 业务办理项 (14), as far as known."""

    main: str | None = None
    sub: str | None = None
    handling: str | None = None


class ServiceItem(Located):
    """事项: the smallest thing a department handles. `unit` is the office that does the work (助产机构)."""

    id: Id
    name: Text
    department: Id
    unit: str | None = None
    type: ItemType
    codes: ItemCodes | None = None
    bases: tuple[LegalBasis, ...] = ()
    eligibility: tuple[Text, ...] = ()
    requires: tuple[Requirement, ...] = ()
    results: tuple[Result, ...] = Field(min_length=1)
    form: Id | None = None
    limits: Limits
    fee: Statements
    trips: Statements
    prerequisites: tuple[Prerequisite, ...] = ()
    excludes: tuple[Id, ...] = ()
    notes: str | None = None

    @property
    def issued(self) -> tuple[MaterialRef, ...]:
        """The materials that it issues, in the order of its results."""
        return tuple(result.material for result in self.results)

    @property
    def stated(self) -> tuple[Stated, ...]:
        """Every statement of a limit, of the fee and of the visits."""
        return (*self.limits.statutory, *self.limits.promised, *self.limits.waiting, *self.fee, *self.trips)
