"""材料供需表: who issues each material and who demands it, over all items and themes."""

from collections.abc import Iterator, Sequence
from typing import Final

from composer.inventory.ground import Ground
from composer.inventory.model import Demand, Issuer, Named, Origin, SupplyRow, Use, Way
from composer.inventory.words import is_form, is_given, is_letter
from composer.model.item import ServiceItem
from composer.model.material import Channel

_SEVERAL: Final = 2
"""Documents in a name from which on it is no name of any one of them."""


def supplies(ground: Ground) -> tuple[SupplyRow, ...]:
    """One row for every material that an item demands or issues, or that a letter or theme names; most wanted first."""
    demands, alternatives = _sorted_by_material(ground)
    wanted = _wanted(ground)
    refs = {*demands, *alternatives, *ground.issuers, *wanted, *ground.letters}
    rows = [_row(ref, demands.get(ref, []), alternatives.get(ref, []), wanted.get(ref, ()), ground) for ref in refs]
    return tuple(sorted(rows, key=lambda row: (-len(row.demands), -row.items, row.material)))


def _sorted_by_material(ground: Ground) -> tuple[dict[str, list[Demand]], dict[str, list[Demand]]]:
    demands: dict[str, list[Demand]] = {}
    alternatives: dict[str, list[Demand]] = {}
    for demand in ground.demands.values():
        demands.setdefault(demand.material, []).append(demand)
        for ref in demand.alternatives:
            alternatives.setdefault(ref, []).append(demand)
    return demands, alternatives


def _wanted(ground: Ground) -> dict[str, tuple[Named, ...]]:
    found: dict[str, list[Named]] = {}
    for theme in ground.themes:
        for ref in dict.fromkeys(want.material for want in theme.wants):
            found.setdefault(ref, []).append(Named(id=theme.id, name=theme.name))
    return {ref: tuple(themes) for ref, themes in found.items()}


def _row(
    ref: str, demands: Sequence[Demand], alternatives: Sequence[Demand], wanted: tuple[Named, ...], ground: Ground
) -> SupplyRow:
    material = ground.catalogue.material(ref)
    words = tuple(_issued_by(ref, demands, ground))
    origin = _origin(ref, demands or alternatives, words, ground)
    handed_in = [one for one in demands if one.way in (Way.HANDED_IN, Way.FORM)]
    originals = [one.copies for one in handed_in if one.carrier.wants_original]
    copies = [one.copies for one in handed_in if not one.carrier.wants_original or one.carrier.wants_copy]
    return SupplyRow(
        material=ref,
        name=material.name,
        holder=material.holder and material.holder.name,
        origin=origin,
        issuers=tuple(_issuer(item, ground) for item in ground.issuers.get(ref, ())),
        issued_by=words,
        use=_use(demands, alternatives or ref in ground.letters, wanted),
        wanted_by=wanted,
        demands=tuple(one.id for one in demands),
        alternative_for=tuple(one.id for one in alternatives),
        items=len({one.item.id for one in demands}),
        departments=len({one.department.id for one in demands}),
        themes=len({theme.id for one in demands for theme in one.themes}),
        originals=sum(originals),
        copies=sum(copies),
        wordings=tuple(sorted({one.name for one in demands if len(ground.parsed(one.name).documents) < _SEVERAL})),
        note=_note(ref, origin, demands, ground),
    )


def _issuer(item: ServiceItem, ground: Ground) -> Issuer:
    return Issuer(id=item.id, name=item.name, department=ground.office(item))


def _issued_by(ref: str, demands: Sequence[Demand], ground: Ground) -> Iterator[str]:
    """Who issues it in the words of the items and of the catalogue, each once."""
    said = [ground.stated(one).issuer for one in demands]
    issuer = ground.kind(ref).issuer
    yield from sorted({ground.called(words) for words in (*said, issuer) if words})


def _origin(ref: str, demands: Sequence[Demand], words: Sequence[str], ground: Ground) -> Origin:
    kind = ground.kind(ref)
    if ground.issuers.get(ref):
        return Origin.ITEM
    if is_form(kind):
        return Origin.FORM
    if words:
        return Origin.ISSUER
    if ref in ground.letters or is_letter(kind):
        return Origin.LETTER
    channels = {ground.stated(one).channel for one in demands}
    own = channels <= {Channel.APPLICANT}
    return Origin.OWN if own and not is_given(kind) else Origin.NOBODY


def _use(demands: Sequence[Demand], alternative: object, wanted: Sequence[Named]) -> Use:
    if demands:
        return Use.DEMANDED
    if wanted:
        return Use.WANTED
    return Use.ALTERNATIVE if alternative else Use.UNUSED


def _note(ref: str, origin: Origin, demands: Sequence[Demand], ground: Ground) -> str | None:
    """What is missing in the content, and the way out."""
    if origin is Origin.NOBODY:
        return "事项里没有写谁出具，材料目录里也没有：请补上出具单位，查不到就说明这份材料没有来处"
    if origin is Origin.ISSUER and any(ground.stated(one).channel is Channel.GOVERNMENT for one in demands):
        return "由政府部门核发，目录里没有核发它的事项"
    return None
