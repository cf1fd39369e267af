"""What a name of materials says, piece by piece."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a piece of a name's text is for."""

    NUMBERING = "编号"
    HOLDER = "持有人"
    KIND = "种类"
    CARRIER = "载体"
    COPIES = "份数"
    PART = "正副本"
    REGION = "地区"
    VALIDITY = "有效期"
    ISSUER = "出具人"
    CONDITION = "条件"
    NOTE = "说明"
    MODIFIER = "修饰"
    JOINT = "连接"
    MARK = "标点"
    OMITTED = "不可见字符"


class Flag(StrEnum):
    """What a person who reads the result has to know of a name."""

    EMPTY = "空名称"
    NUMBER = "只有数字符号"
    LONG = "名称过长"
    MARKUP = "含网页标记"
    CONTROL = "含控制字符"
    CATCH_ALL = "兜底条款"
    POINTER = "没写是什么材料"
    GENERIC = "名称笼统"
    COMPOSITE = "一行多件"
    ALTERNATIVES = "任选其一"
    CONDITIONAL = "有条件"
    UNKNOWN = "目录里没有"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the original name, and what they became."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Document:
    """One document that a name asks for.

    `kind` is the id of a known kind, or None; `wording` is the kind as read, in its one canonical form. `qualifier`
    is what sets a document apart from one of the same wording (首次, 变更, 乙级), `authority` what of
    its issuer does so.
    """

    wording: str
    kind: str | None = None
    name: str = ""
    holder: str | None = None
    carrier: str = ""
    copies: int | None = None
    region: str | None = None
    part: str | None = None
    validity: str | None = None
    issuer: str | None = None
    authority: str | None = None
    qualifier: str | None = None
    condition: str | None = None
    notes: tuple[str, ...] = ()
    catch_all: bool = False
    generic: bool = False

    @property
    def key(self) -> str | None:
        """What is equal for two names of one document, and only then; None for a catch-all, which is never one.

        A known document is `kind@holder`, one that no catalogue knows `~wording@holder`; what else sets it apart
        follows, each after its own sign.
        """
        if self.catch_all or not self.wording:
            return None
        apart = "".join(f"{sign}{said}" for sign, said in self.apart)
        return f"{self.stem}{f'@{self.holder}' if self.holder else ''}{apart}"

    @property
    def stem(self) -> str:
        """What the key begins with: the kind, or the wording of one that no catalogue knows."""
        return self.kind or f"~{self.wording}"

    @property
    def apart(self) -> tuple[tuple[str, str], ...]:
        """What sets it apart from others of its kind and holder: sign and words of region, issuer, qualifier, part."""
        said = (("%", self.region), ("&", self.authority), ("=", self.qualifier), ("/", self._part))
        return tuple((sign, one) for sign, one in said if one)

    @property
    def _part(self) -> str | None:
        """A 正本, alone or with the other, is more than the 副本, which is what guides mean when they say neither."""
        return self.part if self.part and "正本" in self.part else None


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart: every one of `groups` is asked for, any one document of a group will do.

    `pieces` cover the original from its first to its last character, in order, each character once.
    """

    original: str
    groups: tuple[tuple[Document, ...], ...]
    pieces: tuple[Piece, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents that the name speaks of, in its order."""
        return tuple(one for group in self.groups for one in group)

    def spoken(self, role: Role) -> tuple[str, ...]:
        """The pieces of the original that have `role`."""
        return tuple(self.original[one.start : one.end] for one in self.pieces if one.role is role)

    def trace(self) -> tuple[Mapping[str, str], ...]:
        """The pieces as rows of text and role, for people."""
        return tuple({"text": self.original[one.start : one.end], "role": one.role.value} for one in self.pieces)
