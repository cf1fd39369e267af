"""能不能承诺: whether a promise of the applicant can stand in for the document."""

import re
from collections.abc import Iterator
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Answer, Examined, Fact
from composer.inventory.words import is_letter
from composer.model.material import MaterialKind

_ALLOWS: Final = re.compile(r"告知承诺|书面承诺|承诺制|以承诺")


def pledge(key: Key, ground: Ground) -> Examined:
    """Yes where the item, an alternative or a policy in force has a letter; perhaps where the item's law speaks of one.

    No for a document that is a promise or a statement of the applicant itself.
    """
    requirement = ground.requirement(key)
    first = ground.kind(requirement.any_of[0])
    if is_letter(first):
        text = "本身就是申请人的承诺或声明"
        return Examined(answer=Answer.NO, facts=(Fact(text=text, certain=requirement.certain),))
    certain = list(_said(key, ground))
    facts = [*certain, *_expected(key, first, ground)]
    if facts:
        return Examined(answer=Answer.YES if certain else Answer.MAYBE, facts=tuple(dict.fromkeys(facts)))
    return Examined(answer=Answer.UNKNOWN, facts=())


def _said(key: Key, ground: Ground) -> Iterator[Fact]:
    requirement = ground.requirement(key)
    letter = requirement.commitment
    if letter:
        part = "，只在一部分情形" if letter.when is not None else ""
        yield Fact(text=f"事项收《{letter.name}》代替{part}", source=letter.source, certain=letter.certain)
    for ref in requirement.any_of[1:]:
        if is_letter(ground.kind(ref)):
            text = f"也收{ground.catalogue.material(ref).name}"
            yield Fact(text=text, source=requirement.source, certain=requirement.certain)
    for one in ground.reforms_of(key, "commitment"):
        if one.policy.on:
            part = "，只在一部分情形" if one.policy.when is not None else ""
            text = f"“{one.theme.name}”的改革举措“{one.policy.name}”（{one.policy.basis.cited}）{part}"
            yield Fact(text=text, source=one.policy.source, certain=one.policy.certain)


def _expected(key: Key, first: MaterialKind, ground: Ground) -> Iterator[Fact]:
    for one in ground.reforms_of(key, "commitment"):
        if not one.policy.on:
            text = f"“{one.theme.name}”的改革举措“{one.policy.name}”，默认不采用"
            yield Fact(text=text, source=one.policy.source, certain=one.policy.certain)
    for other in sorted(first.alternatives):
        if is_letter(ground.catalogue.kinds[other]):
            text = f"材料目录：{ground.catalogue.kinds[other].name}可以替代"
            yield Fact(text=text, source=first.source, certain=first.certain)
    for law in ground.catalogue.items[key[0]].bases:
        if _ALLOWS.search(law.gist):
            text = f"{law.cited}（{law.gist}），没有写明是不是这份"
            yield Fact(text=text, source=law.source, certain=law.certain)
