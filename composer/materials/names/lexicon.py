"""The kinds and holders that are known, ready to be looked up by any wording."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from composer.errors import ContentError, Finding, Place
from composer.materials.names.canon import canonical
from composer.model.material import Holder, MaterialKind
from composer.model.theme import Catalogue
from composer.texts import Aligned


@dataclass(frozen=True, repr=False)
class Lexicon:
    """Kinds by canonical wording and by id; holders by the words for them, a pattern of these words, their names."""

    kinds: Mapping[str, MaterialKind]
    holders: Mapping[str, Holder]
    holder: re.Pattern[str]
    by_id: Mapping[str, MaterialKind]
    names: Mapping[str, str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Lexicon":
        """All that `catalogue` knows. Raises ContentError with every wording that two kinds or two holders share."""
        findings = list(ambiguous(catalogue))
        if findings:
            raise ContentError(findings)
        kinds = {plain(wording): kind for kind in catalogue.kinds.values() for wording in kind.wordings}
        holders = {Aligned(word).text: one for one in catalogue.holders.values() for word in (one.name, *one.aliases)}
        words = "|".join(re.escape(word) for word in sorted(holders, key=lambda one: (-len(one), one)))
        return cls(
            kinds=kinds,
            holders=holders,
            holder=re.compile(rf"(?:{words})(?!大?会|委员会|证)" if words else r"(?!)"),
            by_id=catalogue.kinds,
            names={one.id: one.name for one in catalogue.holders.values()},
        )

    def whose(self, words: str) -> str:
        """The id of a holder by the words for them; a holder's relative by both (申请人父母); others by their words."""
        first = self.holder.match(words)
        if first and first.end() < len(words):
            relative = self.holders.get(words[first.end() :].removeprefix("的"))
            if relative:
                return f"{self.holders[first[0]].id}-{relative.id}"
        known = self.holders.get(words)
        return known.id if known else canonical(words)

    def called(self, holder: str | None) -> str:
        """The name of a holder by id; one that is not known is called by its own words."""
        return self.names.get(holder, holder) if holder else ""


@lru_cache(maxsize=8192)
def plain(wording: str) -> str:
    """The canonical form of a wording as a catalogue writes it."""
    return canonical(Aligned(wording).text)


def ambiguous(catalogue: Catalogue) -> Iterator[Finding]:
    """`alias-joins` for each wording that would make one of two kinds, or of two holders."""
    first_kinds: dict[str, tuple[MaterialKind, str]] = {}
    for kind in catalogue.kinds.values():
        for number, wording in enumerate(kind.wordings):
            first, said = first_kinds.setdefault(plain(wording), (kind, wording))
            if first.id != kind.id:
                place = kind.aliases[number - 1].at if number and kind.aliases[number - 1].at else kind.at
                yield _joins(kind.id, wording, said, first.id, first.name, place, first.at)
    first_holders: dict[str, Holder] = {}
    for holder in catalogue.holders.values():
        for word in (holder.name, *holder.aliases):
            other = first_holders.setdefault(Aligned(word).text, holder)
            if other.id != holder.id:
                yield _joins(holder.id, word, word, other.id, other.name, holder.at, other.at)


def _joins(
    subject: str, wording: str, said: str, other: str, name: str, at: Place | None, first: Place | None
) -> Finding:
    same = "" if wording == said else f"的“{said}”是同一个说法"
    where = f"（{first}）" if first else ""
    reason = f"“{wording}”和“{name}”（{other}）{where}{same or '写了同一个说法'}，两样会并成一样"
    return Finding("alias-joins", subject, reason, "请只留在一处；确是同一样的，请合并这两条", at)
