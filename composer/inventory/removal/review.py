"""Every demand put to the three tests."""

from collections.abc import Iterator, Mapping
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Fact, Origin, ReviewRow, Verdict
from composer.inventory.removal.basis import basis
from composer.inventory.removal.needless import doubtful, forbidden
from composer.inventory.removal.pledge import pledge
from composer.inventory.removal.rules import RULES, Case, judged
from composer.inventory.removal.sharing import sharing

_VERDICTS: Final = list(Verdict)
_ORDER: Final = {rule.id: number for number, rule in enumerate(RULES)}


def reviews(ground: Ground, origins: Mapping[str, Origin]) -> tuple[ReviewRow, ...]:
    """One row for each demand, what should go first; `origins` by material.

    Raises ContentError where the catalogue gives one wording to two kinds.
    """
    demands = {one.id: one for one in ground.demands.values()}
    rows = [_row(key, origins, ground) for key in ground.demands]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                _VERDICTS.index(row.verdict),
                _ORDER[row.rule],
                demands[row.demand].department.id,
                demands[row.demand].item.id,
                demands[row.demand].row,
            ),
        )
    )


def _row(key: Key, origins: Mapping[str, Origin], ground: Ground) -> ReviewRow:
    demand = ground.demands[key]
    origin = origins[demand.material]
    case = Case(
        demand=demand,
        basis=basis(key, ground),
        sharing=sharing(key, origin, ground),
        pledge=pledge(key, ground),
        withdrawn=tuple(dict.fromkeys(_withdrawn(key, ground))),
        forbidden=tuple(forbidden(key, ground)),
        doubtful=tuple(doubtful(key, origin, ground)),
        covered=tuple(_covered(key, ground)),
        catch_all=_is_catch_all(demand.name, ground),
    )
    rule, certain = judged(case)
    return ReviewRow(
        demand=demand.id,
        basis=case.basis,
        sharing=case.sharing,
        pledge=case.pledge,
        needless=(*case.forbidden, *case.doubtful),
        against=(*case.withdrawn, *case.covered),
        rule=rule.id,
        verdict=rule.verdict,
        reason=rule.reason,
        certain=certain,
    )


def _is_catch_all(name: str, ground: Ground) -> bool:
    documents = ground.parsed(name).documents
    return bool(documents) and all(one.catch_all for one in documents)


def _withdrawn(key: Key, ground: Ground) -> Iterator[Fact]:
    """What the item, or a policy that counts, says against asking for it any more."""
    requirement = ground.requirement(key)
    if requirement.withdrawn is not None:
        yield Fact(text=requirement.withdrawn, source=requirement.source, certain=requirement.certain)
    for one in ground.reforms_of(key, "withdrawn"):
        if one.policy.on and one.policy.when is None:
            text = f"{one.policy.name}：{one.policy.basis.cited}，{one.policy.basis.gist}"
            yield Fact(text=text, source=one.policy.basis.source, certain=one.policy.basis.certain)


def _covered(key: Key, ground: Ground) -> Iterator[Fact]:
    """Documents that the same item asks everybody for, and that are taken in place of this one."""
    demand = ground.demands[key]
    kind, _, holder = demand.material.partition("@")
    for other in (ground.demands[one] for one in ground.by_item[key[0]] if one != key):
        its_kind, _, its_holder = other.material.partition("@")
        always = not other.conditional and not other.alternatives
        if always and its_holder == holder and kind in ground.catalogue.kinds[its_kind].satisfies:
            text = f"同一事项已收{ground.catalogue.material(other.material).name}，按材料目录可以代替这份"
            yield Fact(text=text, source=other.source, certain=False)
