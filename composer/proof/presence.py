"""Which items a package holds, as functions of the answers.

Where the answers leave one way to meet a demand, whoever issues it is in the package in any case: a least fixpoint over
diagrams. Where they leave several, the chain pass itself is asked, once for all answers between which it cannot tell
(`composer/proof/choices.py`).
"""

from collections.abc import Mapping

from composer.proof.guarded import Demand, Guarded, is_issuer
from composer.situations.diagrams import Diagram, both


def unavoidable(theme: Guarded) -> dict[str, Diagram]:
    """When each item is in every package: forced, or the only way to meet a demand of such an item or of the theme."""
    diagrams, legal = theme.space.diagrams, theme.space.legal
    present = {name: admitted if name in theme.forced else diagrams.never for name, admitted in theme.admitted.items()}
    links = [(demand, name, only_way(theme, demand, name)) for demand in theme.demands for name in demand.ways]
    links = [(demand, name, only) for demand, name, only in links if is_issuer(name) and both(only, legal)]
    grown = True
    while grown:
        grown = False
        for demand, name, only in links:
            more = present[name] | (only if demand.consumer is None else present[demand.consumer] & only)
            if more != present[name]:
                present[name], grown = more, True
    return present


def only_way(theme: Guarded, demand: Demand, name: str) -> Diagram:
    """When `demand` holds and nothing but `name` can meet it."""
    others = theme.space.diagrams.any_of(when for other, when in demand.ways.items() if other != name)
    return demand.when & demand.ways[name] & ~others


def breakdowns(theme: Guarded, items: Mapping[str, Diagram]) -> Diagram:
    """When these items are no package: nothing wanted, a demand without a way, items that exclude each other, loops."""
    diagrams, legal = theme.space.diagrams, theme.space.legal
    dead = ~theme.wanted
    for demand in theme.demands:
        stuck = demand.when & ~diagrams.any_of(demand.ways.values())
        if both(stuck, legal):
            dead = dead | (stuck if demand.consumer is None else stuck & items[demand.consumer])
    for one, other in theme.excludes:
        dead = dead | (items[one] & items[other])
    return dead | _waiting_forever(theme, items)


def _waiting_forever(theme: Guarded, items: Mapping[str, Diagram]) -> Diagram:
    """When an item waits for itself: it is not among those that can be begun one after another."""
    diagrams = theme.space.diagrams
    members: dict[int, list[str]] = {}
    for name, number in theme.tangled.items():
        members.setdefault(number, []).append(name)
    waiting = diagrams.never
    for loop in members.values():
        if len(loop) > 1 or any(loop[0] in demand.ways for demand in theme.of(loop[0])):
            done = _can_be_done(theme, items, frozenset(loop))
            waiting = diagrams.any_of([waiting, *(items[name] & ~done[name] for name in loop)])
    return waiting


def _can_be_done(theme: Guarded, items: Mapping[str, Diagram], loop: frozenset[str]) -> dict[str, Diagram]:
    diagrams = theme.space.diagrams
    done = dict.fromkeys(loop, diagrams.never)
    needs = {name: [demand for demand in theme.of(name) if demand.before] for name in loop}
    grown = True
    while grown:
        grown = False
        for name in sorted(loop):
            ready = items[name]
            for demand in needs[name]:
                met = [
                    when & (done[way] if way in loop else items[way]) if is_issuer(way) else when
                    for way, when in demand.ways.items()
                ]
                ready = ready & (~demand.when | diagrams.any_of(met))
            if ready != done[name]:
                done[name], grown = ready, True
    return done
