"""**effect** (复核生效): the catalogue as verdicts make it, with aliases, relations and kinds that they found."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from composer.materials.names.vague import is_generic
from composer.materials.review.settle import Settled, settle
from composer.model.material import Alias, MaterialKind
from composer.model.theme import Catalogue
from composer.model.verdict import UNKNOWN, Said, Verdict

_RELATIONS = {Said.DIFFERENT: "different", Said.SATISFIES: "satisfies", Said.ALTERNATIVE: "alternatives"}


def with_verdicts(catalogue: Catalogue, verdicts: Iterable[Verdict]) -> Catalogue:
    """`catalogue` with what `verdicts` come to. Wordings that are one become aliases of one kind; raises as `settle`.

    A wording that no kind has becomes a kind of its own, `reviewed-…`, unless all that was found is that it is
    different from others: then it stays what it was, a wording that the catalogue does not know.
    """
    return with_settled(catalogue, settle(verdicts, catalogue))


def with_settled(catalogue: Catalogue, settled: Settled) -> Catalogue:
    """`catalogue` with what is in force of verdicts on it."""
    if not settled.agreed:
        return catalogue
    kinds = dict(catalogue.kinds)
    ids = {unit: _kind_of(unit, kinds) for unit in _named(settled)}
    for verdict in settled.agreed:
        if verdict.said is Said.SAME:
            _join(verdict, settled, ids, kinds)
    for one, verdict, other in settled.links:
        if one in ids and other in ids:
            _relate(ids[one], verdict, ids[other], kinds)
    return catalogue.model_copy(update={"kinds": dict(sorted(kinds.items()))})


def _named(settled: Settled) -> list[str]:
    """Heads of classes that are kinds afterwards."""
    heads = [settled.head(one.one) for one in settled.agreed if one.said is Said.SAME]
    heads += [unit for one, verdict, other in settled.links for unit in (one, other) if _is_known(unit, verdict)]
    return list(dict.fromkeys(heads))


def _is_known(unit: str, verdict: Verdict) -> bool:
    return not unit.startswith(UNKNOWN) or verdict.said is not Said.DIFFERENT


def _kind_of(head: str, kinds: dict[str, MaterialKind]) -> str:
    """The id of the kind that a head is, which is made where there is none."""
    if not head.startswith(UNKNOWN):
        return head
    wording = head.removeprefix(UNKNOWN)
    made = f"reviewed-{hashlib.blake2s(wording.encode(), digest_size=5).hexdigest()}"
    kinds[made] = MaterialKind(id=made, name=wording, generic=is_generic(wording), by_issuer=True)
    return made


def _join(verdict: Verdict, settled: Settled, ids: Mapping[str, str], kinds: dict[str, MaterialKind]) -> None:
    """Give the kind of a class each wording that the verdict speaks of."""
    kind = kinds[ids[settled.head(verdict.one)]]
    for unit in (verdict.one, verdict.other):
        wording = unit.removeprefix(UNKNOWN)
        if unit.startswith(UNKNOWN) and wording not in kind.wordings:
            alias = Alias(text=wording, judged=_signature(verdict), at=verdict.at)
            kind = _changed(kind, {"aliases": (*kind.aliases, alias)})
    kinds[kind.id] = kind


def _relate(one: str, verdict: Verdict, other: str, kinds: dict[str, MaterialKind]) -> None:
    if verdict.said is Said.PART_OF:
        kinds[one] = _changed(kinds[one], {"part_of": other})
        return
    key = _RELATIONS[verdict.said]
    there = getattr(kinds[one], key)
    if other not in there:
        kinds[one] = _changed(kinds[one], {key: (*there, other)})


def _changed(kind: MaterialKind, update: Mapping[str, Any]) -> MaterialKind:
    return kind.model_copy(update={**update, "at": kind.at})


def _signature(verdict: Verdict) -> str:
    return f"{verdict.signed}{f'：{verdict.why}' if verdict.why else ''}"
