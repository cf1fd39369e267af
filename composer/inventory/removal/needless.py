"""奇葩证明: proofs that rules of clean-up name, and those that by their wording deserve a second look.

A 证明 states a fact that somebody has to vouch for; certificates that an office issues in the course of its own duties
(清税证明, 出生医学证明) are none of these. Grounds of the clean-up are that who signs cannot verify, and that contracts
or other documents prove the same (国办发〔2018〕47号, second point).
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

_COMMITTEE: Final = re.compile(r"(?:村|居|社区|村民|居民|村（居）|村居)(?:委员会|委会|委)$|社区$|村组$")
_EMPLOYER: Final = re.compile(r"(?:用人|所在|工作|任职|就业|聘用|原|现)单位$|单位人事(?:部门|处|科)?$")
_BEFORE_PROOF: Final = re.compile(
    r"(?P<committee>(?:村|居|社区|村民|居民|村（居）)(?:委员会|委会|委))"
    r"(?:出具的?|开具的?|开的?|的)?[^、，,；;]{0,4}证明"
    r"|(?P<other>社区|(?:用人|所在|工作|任职)单位)(?:(?:出具|开具|开)的?[^、，,；;]{0,6})?证明"
)
"""居委会证明, 社区开的居住证明: who vouches stands before the word. 社区矫正证明 says of what it is, not by whom."""

_PARTS: Final = re.compile(r"[、，,/；;]|或者|以及|或|和|及")


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
    issuers = list(_issuers(requirement, ground))
    committee = next(filter(_COMMITTEE.search, issuers), None)
    employer = next(filter(_EMPLOYER.search, issuers), None)
    if committee:
        yield Fact(text=f"要“{committee}”出具的证明，出具的一方往往无从核实", certain=False)
    elif employer:
        yield Fact(text=f"要“{employer}”出具的证明，先看劳动合同、参保记录能不能代替", certain=False)
    elif origin is Origin.NOBODY and not named:
        yield Fact(text="名称是证明，却没有写明谁出具", certain=False)


def _named(key: Key, ground: Ground) -> Iterator[tuple[CleanUp, bool]]:
    """Rules that name the document; whether the issuer is known to be one they mean."""
    requirement = ground.requirement(key)
    kinds = [ground.kind(ref) for ref in requirement.any_of]
    kinds += [ground.catalogue.kinds[other] for kind in kinds for other in kind.satisfies]
    words = {plain(word) for kind in kinds for word in kind.wordings}
    words |= {document.wording for document in ground.parsed(requirement.name).documents}
    issuers = list(_issuers(requirement, ground))
    for _, rule in sorted(ground.catalogue.clean_ups.items()):
        if words.isdisjoint(map(plain, rule.proofs)):
            continue
        if not rule.issuers or any(said.endswith(rule.issuers) for said in issuers):
            yield rule, True
        elif not issuers:
            yield rule, False


def _issuers(requirement: Requirement, ground: Ground) -> Iterator[str]:
    """Who issues it: by the department's wording, and according to the item, else to the catalogue."""
    said = [document.issuer for document in ground.parsed(requirement.name).documents]
    said += [found["committee"] or found["other"] for found in _BEFORE_PROOF.finditer(requirement.name)]
    said.append(requirement.issuer or ground.kind(requirement.any_of[0]).issuer)
    for words in filter(None, said):
        yield from (part for part in map(str.strip, _PARTS.split(words)) if part)


def _fact(rule: CleanUp, text: str, certain: bool) -> Fact:
    return Fact(text=text, source=rule.basis.source, certain=certain)
