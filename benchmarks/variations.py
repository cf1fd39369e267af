"""Names made by rule: what must be found again, what may be, and what must never be merged, by ours and by peers.

Splink is left out: it scores pairs within a table, and has no threshold that holds for the next one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from random import Random

from benchmarks.names.judging import Base, Judge, Outcome, Variant, by_cluster, by_score, total
from benchmarks.names.labels import GOLD, JUDGED, labelled
from benchmarks.names.sweep import best
from benchmarks.names.variation import HOLDERS, SAME, SEED, all_characters, contrasted, mistyped, ordered
from benchmarks.peers import matching
from benchmarks.quality import PRECISE
from benchmarks.timing import Row, Table
from composer.materials.names.lexicon import Lexicon
from composer.model.theme import Catalogue

SAID, SLIP, OTHER = "said otherwise: ", "mistyped: ", "another document: "


def rows(catalogue: Catalogue) -> Iterator[Row | Table]:
    """Variants of every kind's name, of somebody's document of every personal kind, and of every labelled name."""
    judges: dict[str, Judge] = {"ours": by_cluster(Lexicon.of(catalogue)), **dict(peers())}
    kinds = [Base(kind.name, kind.id) for kind in catalogue.kinds.values()]
    given = {path.name: [Base(one.name, one.cluster) for one in labelled(path)] for path in (GOLD, JUDGED)}
    sets = {
        f"{len(kinds):,} names of kinds": (kinds, made_of(kinds)),
        **{name: (bases, made_of(bases)) for name, bases in given.items() if bases},
        "somebody's document": in_order([kind.name for kind in catalogue.kinds.values() if kind.personal]),
    }
    for title, (bases, variants) in sets.items():
        said = {method: judge(bases, variants) for method, judge in judges.items()}
        yield from _figures(title, said["ours"], variants)
        yield Table(
            f"{title}: share merged with the name that it was made of, number merged with another document",
            ("made how", "variants", *said),
            [_line(sort, [said[method][sort] for method in said]) for sort in said["ours"]],
        )


def _figures(title: str, said: Mapping[str, Outcome], variants: Sequence[Variant]) -> Iterator[Row]:
    same = {variant.sort for variant in variants if variant.sort.startswith(SAID)}
    slips = {variant.sort for variant in variants if variant.sort.startswith(SLIP)}
    others = {variant.sort for variant in variants if variant.another}
    found = total(said, same)
    yield Row(f"{title}, said otherwise: recall", found.found / found.made, 0.95, unit="share", at_most=False)
    yield Row("  false merges", found.wrong, 0, unit="names")
    if others:
        yield Row("  false merges of what is another document", total(said, others).wrong, 0, unit="names")
        yield Row("  false merges of what is mistyped", total(said, slips).wrong, None, unit="names")


def _line(sort: str, outcomes: Sequence[Outcome]) -> list[str]:
    made = outcomes[0].made
    if sort.startswith(OTHER):
        return [sort, f"{made:,}", *(f"{one.wrong:,}" for one in outcomes)]
    return [sort, f"{made:,}", *(f"{one.found / made:.1%}, {one.wrong:,}" for one in outcomes)]


def made_of(bases: Sequence[Base]) -> list[Variant]:
    """Every name once by every rule; a variant that is another base's very text is of that one, and left out."""
    characters = all_characters([base.name for base in bases])
    whose: dict[str, set[str]] = {}
    for base in bases:
        whose.setdefault(matching.one_form(base.name), set()).add(base.document)
    made: list[Variant] = []
    for at, base in enumerate(bases):
        for sort, make in SAME.items():
            name = make(base.name, Random(f"{SEED}{sort}{base.name}"))
            made += [Variant(f"{SAID}{sort}", at, name)] if name != base.name else []
        slips = mistyped(base.name, Random(f"{SEED}{base.name}"), characters)
        made += [Variant(f"{SLIP}{sort}", at, name) for sort, name in slips]
        made += [Variant(f"{OTHER}{sort}", at, name, another=True) for sort, name in contrasted(base.name)]
    return [
        one
        for one in sorted(made, key=lambda one: (not one.sort.startswith(SAID), one.another, one.sort))
        if not whose.get(matching.one_form(one.name), set()) - {bases[one.base].document} or one.another
    ]


def in_order(kinds: Iterable[str]) -> tuple[list[Base], list[Variant]]:
    """Somebody's document of each kind, in another order, beside the same document of everybody else and of nobody."""
    bases: list[Base] = []
    variants: list[Variant] = []
    for kind in kinds:
        name, others = ordered(kind, Random(f"{SEED}{kind}"))
        names = [name, *sorted({kind, *(f"{holder}{kind}" for holder in HOLDERS)} - {name})]
        variants += [Variant(f"{SAID}holder and document in another order", len(bases), other) for other in others]
        bases += [Base(one, one) for one in names]
    return bases, variants


def peers() -> Iterator[tuple[str, Judge]]:
    """Peers by score, in the way and at the two thresholds that the names of judged.csv like best."""
    judged = labelled(JUDGED)
    names, truth, holders = zip(*((one.name, one.cluster, one.holder) for one in judged), strict=True)
    for family, ways in matching.families():
        scores = {label: matching.score(way, names, names) for label, way in ways.items()}
        for wanted, how in ((None, "best F1"), (PRECISE, f"precision ≥ {PRECISE:g}")):
            points = {label: best(found, truth, holders, wanted) for label, found in scores.items()}
            label, point = max(points.items(), key=lambda one: one[1].pairs.f1)
            yield f"{family}, {how}", by_score(partial(matching.score, ways[label]), point.threshold)
