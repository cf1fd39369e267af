"""Wordings of the catalogue of materials: each names one kind and the whole of it, no more and no less."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from composer.checks.registry import CHECKS
from composer.errors import ContentError, Finding, Place, Severity
from composer.materials.identity import lexicon_of
from composer.materials.names.lexicon import Lexicon, plain
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document
from composer.model.material import Alias, MaterialKind
from composer.model.theme import Library

_SAYS = {"holder": "持有人", "region": "地区", "authority": "出具人", "qualifier": "区别"}
_MARKS: Mapping[str, re.Pattern[str]] = {
    "办理事由": re.compile(
        "设立|新设|开业|变更|延续|注销|撤销|吊销|补办|补发|补领|换发|换领|首次|新办|停业|歇业|复业|年检|年审|复审|复查|续期|延期|迁移|转让"
        "|备案|遗失|临时|预先"
    ),
    "级别": re.compile("[一二三四]级|初级|中级|高级|[甲乙丙]级|[一二三]类|国家级|省级|市级|县级"),
    "正副本或载体": re.compile("正本|副本|复印件|原件"),
    "新旧": re.compile("原(?![件产始因告籍])|旧"),
}


@CHECKS.register("wordings")
def wordings(library: Library) -> Iterator[Finding]:
    """`alias-joins`, `alias-reads`; warns `alias-differs`."""
    try:
        reader = _Reader(lexicon_of(library.catalogue))
    except ContentError as error:
        yield from error.findings
        return
    for kind in library.catalogue.kinds.values():
        for alias in kind.aliases:
            if not (alias.why or alias.judged) and plain(alias.text) != plain(kind.name):
                yield from _judged(kind, alias, reader)


class _Reader:
    """Reads a wording of the catalogue as it would be read if the catalogue had it not."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = dict(lexicon.kinds)
        self.lexicon = replace(lexicon, kinds=self._kinds)
        self._known: dict[str, tuple[Document, ...]] = {}

    def read(self, wording: str) -> tuple[Document, ...]:
        """The documents that `wording` then asks for."""
        if wording not in self._known:
            key = plain(wording)
            kind = self._kinds.pop(key)
            self._known[wording] = parse(wording, self.lexicon, traced=False).documents
            self._kinds[key] = kind
        return self._known[wording]


def _judged(kind: MaterialKind, alias: Alias, reader: _Reader) -> Iterator[Finding]:
    """What an alias would be read as, were it not written here, and what it says otherwise than the name."""
    documents = reader.read(alias.text)
    told = [one.name for one in documents if one.kind]
    other = documents[0] if len(documents) == 1 and documents[0].kind not in (None, kind.id) else None
    if len(documents) > 1 and len(told) == len(documents):
        reason = f"“{alias.text}”读出来是 {len(told)} 件材料：{'、'.join(told)}；一个说法只能是一件"
        yield Finding("alias-reads", kind.id, reason, f"请删去这个说法，{_OR_WHY}", _place(kind, alias))
    elif other and not _said(other):
        first = reader.lexicon.by_id[other.kind or ""]
        where = f"（{first.at}）" if first.at else ""
        reason = f"“{alias.text}”若不写在这里，就读成“{first.name}”（{first.id}）{where}，两样会混在一起"
        yield Finding("alias-reads", kind.id, reason, f"请移到那一条下，{_OR_WHY}", _place(kind, alias))
    else:
        yield from _differs(kind, alias, documents, reader)


_OR_WHY = "确是同一件的，请用 why 写明为什么"


def _differs(kind: MaterialKind, alias: Alias, documents: tuple[Document, ...], reader: _Reader) -> Iterator[Finding]:
    """A warning where an alias has more or less of a holder, a part, an action or a level than the name of its kind."""
    said = _said(documents[0]) if len(documents) == 1 and documents[0].kind else {}
    named = reader.read(kind.name)
    mine = _said(named[0]) if len(named) == 1 and named[0].kind else {}
    more = []
    for key, label in _SAYS.items():
        word = reader.lexicon.called(said.get(key)) if key == "holder" else said.get(key, "")
        if word and said[key] != mine.get(key) and said[key] not in kind.holders and word not in kind.name:
            more.append(f"多了{label}“{word}”")
    for label, marks in _MARKS.items():
        ours, theirs = set(marks.findall(kind.name)), set(marks.findall(alias.text))
        more += [f"多了{label}“{word}”" for word in sorted(theirs - ours) if word not in said.values()]
        more += [f"少了{label}“{word}”" for word in sorted(ours - theirs)]
    if more:
        reason = f"“{alias.text}”比“{kind.name}”{'，'.join(more)}，可能是另一件材料"
        yield Finding(
            "alias-differs", kind.id, reason, f"请另立一条或删去，{_OR_WHY}", _place(kind, alias), Severity.WARNING
        )


def _said(one: Document) -> dict[str, str]:
    return {key: str(value) for key in _SAYS if (value := getattr(one, key))}


def _place(kind: MaterialKind, alias: Alias) -> Place | None:
    return alias.at or kind.at
