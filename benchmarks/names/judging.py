"""What a method makes of names made by rule: how many are found again, how many are taken for another document."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.names.ours import clusters
from benchmarks.names.sweep import Scores
from composer.materials.names.lexicon import Lexicon


class Base(NamedTuple):
    """A name that others are made of, and which document it is."""

    name: str
    document: str


class Variant(NamedTuple):
    """A name made of the base at place `base` by one sort of rule; `another`: of another document than its base."""

    sort: str
    base: int
    name: str
    another: bool = False


class Outcome(NamedTuple):
    """Of the variants `made` how many were merged with their base, and how many with what is another document.

    A variant that is of another document than its base is wrong when it is merged with the base.
    """

    made: int
    found: int
    wrong: int


Judge = Callable[[Sequence[Base], Sequence[Variant]], Mapping[str, Outcome]]
"""The outcome of a method for each sort of variants."""


def by_cluster(lexicon: Lexicon) -> Judge:
    """Ours: two names are merged when they are one cluster."""

    def judge(bases: Sequence[Base], variants: Sequence[Variant]) -> Mapping[str, Outcome]:
        known = clusters([base.name for base in bases], lexicon)
        documents: dict[Hashable, set[str]] = defaultdict(set)
        for cluster, base in zip(known, bases, strict=True):
            documents[cluster].add(base.document)
        told = clusters([variant.name for variant in variants], lexicon)
        # Clusters that are numbers are of one name alone.
        return outcomes(
            variants,
            (isinstance(one, str) and one == known[variant.base] for one, variant in zip(told, variants, strict=True)),
            (
                isinstance(one, str) and bool(documents.get(one, set()) - {bases[variant.base].document})
                for one, variant in zip(told, variants, strict=True)
            ),
        )

    return judge


def by_score(score: Callable[[Sequence[str], Sequence[str], float], Scores], threshold: float) -> Judge:
    """A peer: two names are merged from `threshold` up."""

    def judge(bases: Sequence[Base], variants: Sequence[Variant]) -> Mapping[str, Outcome]:
        names = [base.name for base in bases]
        codes: dict[str, int] = {}
        documents = np.array([codes.setdefault(base.document, len(codes)) for base in bases])
        found: list[bool] = []
        wrong: list[bool] = []
        for start in range(0, len(variants), 1_000):
            part = variants[start : start + 1_000]
            own = np.array([variant.base for variant in part])
            merged = score([variant.name for variant in part], names, threshold - 1e-6) >= threshold
            found += merged[np.arange(len(part)), own].tolist()
            wrong += (merged & (documents[own][:, None] != documents[None, :])).any(axis=1).tolist()
        return outcomes(variants, found, wrong)

    return judge


def outcomes(variants: Sequence[Variant], found: Iterable[bool], wrong: Iterable[bool]) -> dict[str, Outcome]:
    """Count by sort, in the order in which sorts first come."""
    counted: dict[str, Outcome] = {}
    for variant, with_base, with_other in zip(variants, found, wrong, strict=True):
        so_far = counted.get(variant.sort, Outcome(0, 0, 0))
        hit, miss = (False, with_base) if variant.another else (with_base, with_other)
        counted[variant.sort] = Outcome(so_far.made + 1, so_far.found + hit, so_far.wrong + miss)
    return counted


def total(said: Mapping[str, Outcome], sorts: Iterable[str]) -> Outcome:
    """The sum over some sorts."""
    return Outcome(*map(sum, zip(*(said[sort] for sort in sorts), strict=True)))
