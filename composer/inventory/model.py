"""What is said of the materials of a whole library (材料清单规范). docs/reference/json.md describes every key."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from composer.model.base import Id, Model, Text
from composer.model.material import Carrier, MaterialRef, Necessity


class Way(StrEnum):
    """怎么来: how a demand is met where its item is handled on its own; each demand in exactly one way."""

    WITHDRAWN = "不得再要"
    PLEDGED = "承诺代替"
    FETCHED = "共享调取"
    FORM = "填申请表"
    HANDED_IN = "申请人提交"


class Fact(Model):
    """One thing known: what it says, where it is from (null: it follows from the content), whether it is verified."""

    text: Text
    source: str | None = None
    certain: bool = False


class Named(Model):
    """Something of the library by id and name."""

    id: str
    name: str


class Issuer(Named):
    """An item of the catalogue that issues a material, and the department that handles it."""

    department: Named


class Demand(Model):
    """One requirement of one item; `row` is its place (from 1) in the item's list, `id` is `item#row`.

    `name` is the department's wording; `material` is the first that meets it, `document` what the catalogue calls it,
    `alternatives` are the others. `conditional`: not every applicant is asked.
    """

    id: str
    item: Named
    row: int = Field(ge=1)
    department: Named
    themes: tuple[Named, ...]
    name: str
    document: str
    material: MaterialRef
    alternatives: tuple[MaterialRef, ...]
    carrier: Carrier
    copies: int
    necessity: Necessity
    conditional: bool
    way: Way
    source: str
    certain: bool
    unchecked: tuple[str, ...]


class Mode(StrEnum):
    """共享复用方式: why a document need not be handed in, or not once more."""

    FETCHED = "共享调取"
    PASSED = "前序产出流转"
    REUSED = "一次提交多处使用"


class ReuseRow(Model):
    """A row of 共享复用材料清单: one material, one mode, from one place.

    `givers` are who gives it: the departments that have it, or the items that issue it; `system` is what it is fetched
    from. `theme` is null for what holds in every theme. `demands` are ids.
    """

    mode: Mode
    material: MaterialRef
    name: str
    theme: Named | None
    givers: tuple[str, ...]
    system: str | None
    demands: tuple[str, ...]
    facts: tuple[Fact, ...]
    certain: bool


class Origin(StrEnum):
    """供给: where a material first comes from, the best that is known."""

    ITEM = "目录内事项办出"
    ISSUER = "目录外单位出具"
    FORM = "申请表"
    LETTER = "承诺书"
    OWN = "申请人自备"
    NOBODY = "没有写明谁出具"


class Use(StrEnum):
    """需求: whether anybody asks for a material."""

    DEMANDED = "有事项要"
    ALTERNATIVE = "只作替代"
    WANTED = "办件结果"
    UNUSED = "没有事项要"


class SupplyRow(Model):
    """A row of 材料供需表: one material with who issues it and who demands it.

    `issuers` are the items of the catalogue; `issued_by` are words of the content for who issues it otherwise.
    `demands` name it first, `alternative_for` name it as another choice (both are ids). `items`, `departments` and
    `themes` count who demands it; `originals` and `copies` are sheets, of the demands that applicants hand in.
    `wordings` are names that speak of nothing else.
    """

    material: MaterialRef
    name: str
    holder: str | None
    origin: Origin
    issuers: tuple[Issuer, ...]
    issued_by: tuple[str, ...]
    use: Use
    wanted_by: tuple[Named, ...]
    demands: tuple[str, ...]
    alternative_for: tuple[str, ...]
    items: int
    departments: int
    themes: int
    originals: int
    copies: int
    wordings: tuple[str, ...]
    note: str | None


class Answer(StrEnum):
    """The answer to one of the three tests."""

    YES = "是"
    MAYBE = "可能"
    NO = "否"
    UNKNOWN = "没有记录"


class Examined(Model):
    """One of the three tests (有没有依据, 能不能共享, 能不能承诺), with the facts that answer it."""

    answer: Answer
    facts: tuple[Fact, ...]


class Verdict(StrEnum):
    """What the rules propose; the office in charge decides."""

    CANCEL = "建议取消"
    SHARE = "建议共享"
    PLEDGE = "建议承诺"
    VERIFY = "待核实"
    KEEP = "保留"


class ReviewRow(Model):
    """A row of 建议取消或优化: a demand, its three tests, and what the first rule that fits proposes.

    `needless`: why it is, or looks like, a needless proof (奇葩证明). `against`: that it was withdrawn, or that another
    document of the same item covers it.
    """

    demand: str
    basis: Examined
    sharing: Examined
    pledge: Examined
    needless: tuple[Fact, ...]
    against: tuple[Fact, ...]
    rule: Id
    verdict: Verdict
    reason: str
    certain: bool


class MaterialStandard(Model):
    """材料清单规范 of a library. `unused_kinds`: kinds of the catalogue that no item asks for or issues.

    `department`: the one that the lists are narrowed to; `items`, `themes` and `requirements` are its own then.
    Facts that the lists rest on name their sources.
    """

    items: int
    themes: int
    requirements: int
    unused_kinds: int
    department: Named | None = None
    demands: tuple[Demand, ...]
    reuses: tuple[ReuseRow, ...]
    supplies: tuple[SupplyRow, ...]
    reviews: tuple[ReviewRow, ...]

    @cached_property
    def by_id(self) -> dict[str, Demand]:
        """The demands by id."""
        return {one.id: one for one in self.demands}
