"""The kinds and holders that are known, ready to be looked up by any wording."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from composer.materials.names.canon import canonical
from composer.materials.names.text import Aligned


@dataclass(frozen=True, slots=True)
class KnownKind:
    """A kind of document: `generic` where only the item tells which (申请表); `personal`: it is one person's own; `holders` go without saying."""

    id: str
    name: str
    wordings: tuple[str, ...]
    generic: bool = False
    personal: bool = False
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """Whose a document is, by every word for them."""

    id: str
    name: str
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Kinds by canonical wording, holders by wording, names of regions."""

    kinds: Mapping[str, KnownKind] = field(default_factory=dict)
    holders: Mapping[str, KnownHolder] = field(default_factory=dict)
    holder: re.Pattern[str] = re.compile(r"(?!)")

    @classmethod
    def of(cls, kinds: Iterable[KnownKind], holders: Iterable[KnownHolder]) -> "Lexicon":
        """A lexicon of `kinds` and `holders`; of a wording that two kinds have, the first is taken."""
        by_wording: dict[str, KnownKind] = {}
        for kind in kinds:
            for wording in (kind.name, *kind.wordings):
                by_wording.setdefault(canonical(Aligned(wording).text), kind)
        by_word: dict[str, KnownHolder] = {}
        for holder in holders:
            for word in (holder.name, *holder.wordings):
                by_word.setdefault(Aligned(word).text, holder)
        words = "|".join(re.escape(word) for word in sorted(by_word, key=lambda one: (-len(one), one)))
        return cls(by_wording, by_word, re.compile(words or r"(?!)"))
