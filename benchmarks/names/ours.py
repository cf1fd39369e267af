"""Ours: names that a list would put under one cluster, with all kinds that the catalogue knows, with fewer, or none."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from benchmarks.names.labels import Labelled
from benchmarks.names.pairs import Pairs, count, count_with
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.listed import listed
from composer.materials.names.parse import parse
from composer.model.theme import Catalogue

FOLDS = 5

Learn = Callable[[Catalogue, Sequence[Labelled]], Catalogue]
"""What is learnt of some names by a catalogue that lacks kinds, before it is measured on them: a review, say."""


def unlearnt(catalogue: Catalogue, names: Sequence[Labelled]) -> Catalogue:
    """The catalogue as it is: nothing is learnt."""
    return catalogue


def clusters(names: Sequence[str], lexicon: Lexicon) -> list[Hashable]:
    """The cluster of each name as `onething materials dedupe` gives it, in a list of names of one item."""
    rows = [listed(parse(name, lexicon), lexicon) for name in names]
    return [number if row.head is None else f"{row.head}{row.tail}" for number, row in enumerate(rows)]


def measured(names: Sequence[Labelled], catalogue: Catalogue) -> Pairs:
    """Pairs right and wrong with what `catalogue` knows."""
    told = clusters([one.name for one in names], Lexicon.of(catalogue))
    return count([one.cluster for one in names], told, [one.holder for one in names])


def without_kinds(catalogue: Catalogue, hidden: frozenset[str] | None = None) -> Catalogue:
    """A catalogue that has never heard of the kinds `hidden`, nor of any other wording of them; of any kind by default.

    Holders stay: they are words of the language, no documents.
    """
    kept = {} if hidden is None else {id: kind for id, kind in catalogue.kinds.items() if id not in hidden}
    return catalogue.model_copy(update={"kinds": kept})


class Fold(NamedTuple):
    """A part of the names (`asked`, one mark a name) and the kinds that are hidden while they are asked for."""

    hidden: frozenset[str]
    asked: tuple[bool, ...]


def folds(names: Sequence[Labelled], catalogue: Catalogue) -> Iterator[Fold]:
    """Parts of the names, such that no kind of one part helps to know another: each kind is hidden in one fold only.

    True clusters that share a kind go to one part. Which part is a checksum of its first cluster's name. A row that
    asks for several documents is asked for wherever one of its kinds is hidden.
    """
    lexicon = Lexicon.of(catalogue)
    kinds = [{document.kind for document in parse(one.name, lexicon).documents} - {None} for one in names]
    group = _united([(one.cluster, known) for one, known in zip(names, kinds, strict=True) if len(known) <= 1])
    parts = [crc32(group.get(one.cluster, one.cluster).encode()) % FOLDS for one in names]
    for fold in range(FOLDS):
        hidden = {
            kind for known, part in zip(kinds, parts, strict=True) if part == fold and len(known) == 1 for kind in known
        }
        asked = tuple(part == fold or bool(known & hidden) for known, part in zip(kinds, parts, strict=True))
        yield Fold(frozenset(filter(None, hidden)), asked)


def _united(known: Sequence[tuple[str, set[str | None]]]) -> dict[str, str]:
    """Each cluster to the first of all those that are linked to it by shared kinds."""
    leader: dict[str, str] = {}

    def find(one: str) -> str:
        while leader.setdefault(one, one) != one:
            one = leader[one]
        return one

    for cluster, kinds in known:
        for kind in kinds:
            ends = sorted((find(cluster), find(f"kind {kind}")))
            leader[ends[1]] = ends[0]
    return {cluster: find(cluster) for cluster, _ in known}


def measured_hidden(names: Sequence[Labelled], catalogue: Catalogue, learn: Learn = unlearnt) -> Pairs:
    """The sum over all folds of pairs of which at least one name is asked for while its kind is hidden."""
    total = Pairs()
    for hidden, asked in folds(names, catalogue):
        ignorant = without_kinds(catalogue, hidden)
        lexicon = Lexicon.of(learn(ignorant, [one for one, is_asked in zip(names, asked, strict=True) if is_asked]))
        told = clusters([one.name for one in names], lexicon)
        total += count_with([one.cluster for one in names], told, [one.holder for one in names], asked)
    return total


def taken_apart(names: Sequence[str], catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each name as the language alone takes it apart, no kind known: wordings of its documents, and whose they are."""
    lexicon = Lexicon.of(without_kinds(catalogue))
    parsed = [parse(name, lexicon).documents for name in names]
    return [
        (" ".join(one.wording for one in documents), " ".join(one.holder or "-" for one in documents))
        for documents in parsed
    ]
