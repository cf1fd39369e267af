"""有没有依据: what the content records of the law behind a demand. What it does not record may well be law."""

import re
from collections.abc import Iterator
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Answer, Examined, Fact
from composer.model.item import LegalBasis, Requirement, ServiceItem
from composer.model.material import MaterialKind

_REPEALED: Final = re.compile(r"已废止|已失效|已取消")
_PROVISION: Final = re.compile(r"(?:法|条例|办法|规定|细则|决定)(?:（[^）]*）)?第[一二三四五六七八九十百零\d]+条")
_PARTS: Final = re.compile(r"[、，,；;：:/（）()。]|以及|或者|和|及")
_OF_MATERIALS: Final = re.compile(r"材料|证件|证明文件|提交|申请书")
_TOO_GENERAL: Final = frozenset(
    {"材料", "文件", "证明", "资料", "证件", "凭证", "申请", "登记", "条件", "报告", "承诺"}
)


def basis(key: Key, ground: Ground) -> Examined:
    """Whether the content names a law in force that asks for the document.

    A law of the item counts where its gist names the document, or where the demand was taken from its very text; one
    that only speaks of materials in general is a lead.
    """
    item, requirement = ground.catalogue.items[key[0]], ground.requirement(key)
    kinds = [ground.kind(ref) for ref in requirement.any_of]
    named = [_fact(one) for one in item.bases if _names(one, kinds) and not _is_repealed(one)]
    if requirement.basis:
        named.insert(0, Fact(text=requirement.basis, source=requirement.source, certain=requirement.certain))
    repealed = [_repealed(one) for one in item.bases if _is_repealed(one) and _speaks_of(one, requirement, kinds)]
    named += _own_text(item, requirement, ground) if not repealed else ()
    if named:
        return Examined(answer=Answer.YES, facts=tuple(named))
    general = [_general(one) for one in item.bases if _OF_MATERIALS.search(one.gist) and not _is_repealed(one)]
    if general:
        return Examined(answer=Answer.MAYBE, facts=(*general, *repealed))
    if repealed:
        return Examined(answer=Answer.NO, facts=tuple(repealed))
    return Examined(answer=Answer.UNKNOWN, facts=())


def _own_text(item: ServiceItem, requirement: Requirement, ground: Ground) -> Iterator[Fact]:
    """The source of the row, where that is the text of a provision."""
    source = ground.catalogue.sources.get(requirement.source)
    if source and _PROVISION.search(source.title) and "指南" not in source.title:
        laws = (one.cited for one in item.bases if one.source == source.id and _OF_MATERIALS.search(one.gist))
        text = next(laws, source.title)
        yield Fact(text=f"{text}的条文里列有", source=source.id, certain=requirement.certain)


def _names(law: LegalBasis, kinds: list[MaterialKind]) -> bool:
    """Whether the gist of the law names one of the kinds: 章程 is 公司章程, 报股东会确认的清算报告 is 清算报告."""
    parts = [part.removesuffix("等") for part in _PARTS.split(law.gist)]
    words = {word for kind in kinds for word in kind.wordings if word not in _TOO_GENERAL and len(word) > 1}
    return any(
        part.endswith(word) or (len(part) > 1 and word.endswith(part))
        for part in parts
        if part not in _TOO_GENERAL
        for word in words
    )


def _speaks_of(law: LegalBasis, requirement: Requirement, kinds: list[MaterialKind]) -> bool:
    from_its_text = law.source == requirement.source and bool(_OF_MATERIALS.search(law.gist))
    return from_its_text or _names(law, kinds)


def _is_repealed(law: LegalBasis) -> bool:
    return bool(_REPEALED.search(law.law) or _REPEALED.search(law.gist))


def _fact(law: LegalBasis) -> Fact:
    return Fact(text=f"{law.cited}：{law.gist}", source=law.source, certain=law.certain)


def _general(law: LegalBasis) -> Fact:
    return Fact(text=f"{law.cited}（{law.gist}），没有写明是不是这份", source=law.source, certain=law.certain)


def _repealed(law: LegalBasis) -> Fact:
    return Fact(text=f"{law.cited}里有，已不能作依据", source=law.source, certain=law.certain)
