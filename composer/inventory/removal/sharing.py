"""能不能共享: whether an office can get the document, or what it says, without the applicant."""

from collections.abc import Iterator
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Answer, Examined, Fact, Origin
from composer.inventory.reuse import kind_facts
from composer.model.material import Channel

_NAMED: Final = 3
"""Items that a fact names; a catalogue may have one for every county."""


def sharing(key: Key, origin: Origin, ground: Ground) -> Examined:
    """Yes where the item or a policy in force says so; perhaps where the catalogue or the issuer lets one expect it."""
    certain = list(_said(key, ground))
    facts = [*certain, *_expected(key, ground)]
    office = ground.catalogue.departments[ground.catalogue.items[key[0]].department]
    if facts and not office.public:
        facts.append(Fact(text=f"{office.name}不是政府部门，共享要另行约定", certain=True))
        return Examined(answer=Answer.MAYBE, facts=tuple(dict.fromkeys(facts)))
    if facts:
        answer = Answer.YES if certain else Answer.MAYBE
        return Examined(answer=answer, facts=tuple(dict.fromkeys(facts)))
    if origin in (Origin.OWN, Origin.FORM, Origin.LETTER):
        requirement = ground.requirement(key)
        text = f"{requirement.channel}，没有部门可以提供"
        fact = Fact(text=text, source=requirement.source, certain=requirement.certain)
        return Examined(answer=Answer.NO, facts=(fact,))
    return Examined(answer=Answer.UNKNOWN, facts=())


def _said(key: Key, ground: Ground) -> Iterator[Fact]:
    requirement = ground.requirement(key)
    if requirement.shared:
        checked = requirement.certain and "shared" not in requirement.unchecked
        yield Fact(text="事项记作免提交", source=requirement.source, certain=checked)
    if requirement.passed_by:
        name = ground.catalogue.items[requirement.passed_by].name
        yield Fact(text=f"联合办理时由“{name}”办出后流转", source=requirement.source, certain=requirement.certain)
    for one in ground.reforms_of(key, "shared"):
        if one.policy.on:
            text = f"“{one.theme.name}”的改革举措“{one.policy.name}”"
            yield Fact(text=text, source=one.policy.source, certain=one.policy.certain)


def _expected(key: Key, ground: Ground) -> Iterator[Fact]:
    requirement = ground.requirement(key)
    ref = requirement.any_of[0]
    offices = ground.catalogue.departments
    issuers = [one for one in ground.issuers.get(ref, ()) if one.id != key[0] and offices[one.department].public]
    if issuers:
        named = "、".join(f"“{one.name}”（{offices[one.department].name}）" for one in issuers[:_NAMED])
        more = f"等 {len(issuers)} 个" if len(issuers) > _NAMED else ""
        yield Fact(text=f"由目录内事项{named}{more}办出", certain=True)
    yield from kind_facts(ref, ground)
    for one in ground.reforms_of(key, "shared"):
        if not one.policy.on:
            text = f"“{one.theme.name}”的改革举措“{one.policy.name}”，默认不采用"
            yield Fact(text=text, source=one.policy.source, certain=one.policy.certain)
    if requirement.channel is Channel.GOVERNMENT and not requirement.shared:
        by = ground.called(requirement.issuer) if requirement.issuer else "政府部门"
        own = by == ground.office(ground.catalogue.items[key[0]]).name
        text = "由本部门自己核发，应当自己查得到" if own else f"由{by}核发，应当可以向它核验"
        yield Fact(text=text, source=requirement.source, certain=False)
