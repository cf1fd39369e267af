"""**dedupe** (材料去重): one row a document, with every demand that it serves, and why they are one."""

from collections.abc import Iterable, Mapping

from composer.materials.identity import Identity, identity, lexicon_of
from composer.materials.reasons import Group, named, why_apart, why_one
from composer.model.material import Carrier, Necessity
from composer.model.package import ONE_FORM, MaterialRow, Supplied, Supply
from composer.model.theme import Catalogue

_MOST_FROM_APPLICANT_FIRST = list(Supply)


def dedupe(supplies: Iterable[Supplied], catalogue: Catalogue, form_name: str) -> tuple[MaterialRow, ...]:
    """Rows by what makes demands one: carriers and copies are the union of the demands, never part of the identity.

    All application forms with fields of their own become one row, the merged form called `form_name`. Raises
    ContentError where the catalogue has one wording for two kinds.
    """
    groups: dict[str, Group] = {}
    for one in supplies:
        which = identity(one, catalogue)
        groups.setdefault(_key(one, which, catalogue), []).append((one, which))
    rows = [_row(key, group, groups, catalogue, form_name) for key, group in groups.items()]
    return tuple(sorted(rows, key=lambda row: (_MOST_FROM_APPLICANT_FIRST.index(row.supply), row.id != ONE_FORM)))


def _key(one: Supplied, which: Identity, catalogue: Catalogue) -> str:
    kind = catalogue.kinds[one.material.partition("@")[0]]
    return ONE_FORM if kind.form and one.supply is Supply.APPLICANT else which.key


def _row(key: str, group: Group, groups: Mapping[str, Group], catalogue: Catalogue, form_name: str) -> MaterialRow:
    demands = [one for one, _ in group]
    strongest = min(demands, key=lambda one: _MOST_FROM_APPLICANT_FIRST.index(one.supply))
    originals, copies = _sheets([one for one in demands if one.supply.is_handed_in])
    if key == ONE_FORM:
        ref, name, holder = ONE_FORM, form_name, None
        originals, copies = max(originals, copies), 0
    else:
        which = group[0][1]
        ref, name, holder = group[0][0].material, named(which, catalogue), which.document.holder
    return MaterialRow(
        id=key,
        material=ref,
        name=name,
        holder=lexicon_of(catalogue).called(holder) or None,
        supply=strongest.supply,
        reason=strongest.reason,
        originals=originals,
        copies=copies,
        optional=all(one.requirement.necessity is Necessity.OPTIONAL for one in demands),
        alternatives=tuple(catalogue.material(other).name for other in _alternatives(demands)),
        demands=tuple(demands),
        why_one=why_one(key, group, catalogue),
        why_apart=why_apart(key, groups, catalogue),
    )


def _alternatives(demands: list[Supplied]) -> list[str]:
    """Documents that would do instead for every one of the demands; for a letter nothing does."""
    accepted = [() if one.supply is Supply.COMMITMENT else one.requirement.any_of for one in demands]
    met = {one.material for one in demands}
    return [ref for ref in accepted[0] if ref not in met and all(ref in others for others in accepted)]


def _sheets(demands: list[Supplied]) -> tuple[int, int]:
    """Originals and photocopies to hand in: the most that any item wants, plus those that items keep for themselves."""
    counts = []
    for wants in (_wants_original, _wants_copy):
        asking = [(_number(one), one.requirement.own_copy) for one in demands if wants(one)]
        shared = max((number for number, own in asking if not own), default=0)
        counts.append(shared + sum(number for number, own in asking if own))
    return counts[0], counts[1]


def _number(one: Supplied) -> int:
    """Sheets that one demand asks for; of a letter one, however many sheets it stands for."""
    return 1 if one.supply is Supply.COMMITMENT else one.requirement.copies


def _wants_original(one: Supplied) -> bool:
    return one.supply is Supply.COMMITMENT or one.requirement.carrier.wants_original


def _wants_copy(one: Supplied) -> bool:
    carrier = one.requirement.carrier
    return one.supply is not Supply.COMMITMENT and (carrier.wants_copy or carrier is Carrier.EITHER)
