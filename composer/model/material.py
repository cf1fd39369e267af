"""Materials: a document by kind and holder, never by its carrier."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from composer.model.base import Id, Located, Short, Text

MaterialRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(@[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=130),
]
"""`kind` or `kind@holder`: `identity-card@legal-representative`."""


class Carrier(StrEnum):
    """原件 / 复印件: how a document is handed in; not part of what it is."""

    ORIGINAL = "原件"
    COPY = "复印件"
    BOTH = "原件和复印件"
    EITHER = "原件或复印件"

    @property
    def wants_original(self) -> bool:
        """Whether nothing but an original will do."""
        return self in (Carrier.ORIGINAL, Carrier.BOTH)

    @property
    def wants_copy(self) -> bool:
        """Whether a photocopy is asked for, alone or with the original."""
        return self in (Carrier.COPY, Carrier.BOTH)


class Medium(StrEnum):
    """纸质 / 电子."""

    PAPER = "纸质"
    ELECTRONIC = "电子"
    BOTH = "纸质和电子"
    EITHER = "纸质或电子"


class Channel(StrEnum):
    """来源渠道: where a document first comes from."""

    APPLICANT = "申请人自备"
    GOVERNMENT = "政府部门核发"
    OTHER = "其他"


class Necessity(StrEnum):
    """必要性."""

    REQUIRED = "必要"
    OPTIONAL = "非必要"
    DEFERRABLE = "容缺后补"


class Alias(Short):
    """Other words for one kind of document, with where they were found (an id of `sources.yaml`, or an address).

    `judged`: who found, when and why, that these words mean this kind, where a person judged it.
    `why`: why they are this kind although they say more, less or another thing than its name.
    """

    text: Text
    source: Text | None = None
    judged: Text | None = None
    why: Text | None = None


class MaterialKind(Located):
    """A kind of document. `form` names the application form that this document is, if it is one.

    `only_issued`: nobody has one before an item of the same matter issues it (清税证明). `generic`: the name says
    nothing of what it is about, so that only the item tells (申请表). `personal`: a paper of one person's own, such as
    an identity card. `by_issuer`: of two issuers they are two documents. `holders` go without saying: a 出生医学证明
    is always the newborn's.

    `satisfies`: kinds in whose place it is taken; `alternatives`: kinds that do as well, where an item says so;
    `different`: kinds that it is easily taken for; `part_of`: the kind that it is a part of.
    """

    id: Id
    name: Text
    aliases: tuple[Alias, ...] = ()
    form: Id | None = None
    only_issued: bool = False
    generic: bool = False
    personal: bool = False
    by_issuer: bool = False
    holders: tuple[Id, ...] = ()
    satisfies: tuple[Id, ...] = ()
    alternatives: tuple[Id, ...] = ()
    different: tuple[Id, ...] = ()
    part_of: Id | None = None
    issuer: Text | None = None
    system: Text | None = None
    validity: Text | None = None
    shared: bool | None = None
    source: Text | None = None
    certain: bool = False
    note: str | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *(alias.text for alias in self.aliases))


class Holder(Located):
    """Whose document it is, by one name and other words for the same role: 法定代表人, 股东, 经办人."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()


class Material(Located):
    """A document by kind and holder; `ref` is its identity."""

    kind: MaterialKind
    holder: Holder | None = None

    @property
    def ref(self) -> str:
        """`kind` or `kind@holder`, the identity of the document."""
        return f"{self.kind.id}@{self.holder.id}" if self.holder else self.kind.id

    @property
    def name(self) -> str:
        """As a reader names it: 法定代表人的居民身份证; the holder once, where the kind's own name begins with it."""
        whose = f"{self.holder.name}的" if self.holder else ""
        return whose + self.kind.name.removeprefix(whose)
