"""奇葩证明: proofs that rules of clean-up name, and those that by their wording deserve a second look.

A 证明 states a fact that somebody has to vouch for; certificates that an office issues in the course of its own duties
(清税证明, 出生医学证明) are none of these. Committees of villages and neighbourhoods, and employers, mostly cannot
verify what they are asked to sign, which is a ground of the clean-up (国办发〔2018〕47号).
"""

import re
from collections.abc import Iterator
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Fact, Origin
from composer.inventory.words import is_proof
from composer.materials.names.lexicon import plain
from composer.model.clean_up import CleanUp
from composer.model.item import Requirement

_CANNOT_VERIFY: Final = re.compile(
    r"村(?:民)?委|居(?:民)?委|村（居）|村\(居\)|社区|街道办|(?:用人|所在|工作|原|现|聘用|就业)单位|单位人事"
)


def forbidden(key: Key, ground: Ground) -> Iterator[Fact]:
    """Rules of clean-up that name the document, and the issuer where they speak of one."""
    for rule, said in _named(key, ground):
        if said:
            yield _fact(rule, f"{rule.name}：{rule.basis.cited}。{rule.instead}", rule.basis.certain)


def doubtful(key: Key, origin: Origin, ground: Ground) -> Iterator[Fact]:
    """Why the document looks like a needless proof, to be looked into."""
    named = list(_named(key, ground))
    for rule, said in named:
        if not said:
            text = f"没有写谁出具；如果是要{rule.issuers[0]}出具，{rule.basis.cited}已列入不应出具"
            yield _fact(rule, text, False)
    requirement = ground.requirement(key)
    if not is_proof(ground.kind(requirement.any_of[0]).name):
        return
    found = next(filter(None, map(_CANNOT_VERIFY.search, _said(requirement, ground))), None)
    if found:
        yield Fact(text=f"要“{found[0]}”出具的证明，出具的一方往往无从核实", certain=False)
    elif origin is Origin.NOBODY and not named:
        yield Fact(text="名称是证明，却没有写明谁出具", certain=False)


def _named(key: Key, ground: Ground) -> Iterator[tuple[CleanUp, bool]]:
    """Rules that name the document; whether the issuer is known to be one they mean."""
    requirement = ground.requirement(key)
    kinds = [ground.kind(ref) for ref in requirement.any_of]
    kinds += [ground.catalogue.kinds[other] for kind in kinds for other in kind.satisfies]
    words = {plain(word) for kind in kinds for word in kind.wordings}
    words |= {document.wording for document in ground.parsed(requirement.name).documents}
    for _, rule in sorted(ground.catalogue.clean_ups.items()):
        if words.isdisjoint(map(plain, rule.proofs)):
            continue
        said = list(_said(requirement, ground))
        if not rule.issuers or any(issuer in text for issuer in rule.issuers for text in said):
            yield rule, True
        elif len(said) == 1:  # the name alone, which says nothing of who issues it
            yield rule, False


def _said(requirement: Requirement, ground: Ground) -> Iterator[str]:
    """The department's wording, and who issues it according to the item, else to the catalogue."""
    yield requirement.name
    issuer = requirement.issuer or ground.kind(requirement.any_of[0]).issuer
    if issuer:
        yield issuer


def _fact(rule: CleanUp, text: str, certain: bool) -> Fact:
    return Fact(text=text, source=rule.basis.source, certain=certain)
