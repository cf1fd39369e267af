"""Pairs of wordings that are alike: found by the rare characters that they share, scored from 0 to 1.

The score ranks what a person looks at. It never makes two documents one.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from composer.materials.review.contrasts import told_apart

_POSTINGS = 400
"""A pair of characters that more wordings have says too little to look for."""
_NEIGHBOURS = 24
"""So many of the likest others are kept for each wording."""


def alike(wordings: Mapping[str, str], asking: Collection[str]) -> Iterator[tuple[str, str, float]]:
    """Pairs of units with their score, each once, at least one of both among `asking`.

    `wordings` has the unit of each wording; of a unit with several the likest counts.
    """
    texts = sorted(wordings)
    grams = [_grams(text) for text in texts]
    weights = _weights(grams)
    postings: dict[str, list[int]] = {}
    for number, those in enumerate(grams):
        for gram in those:
            postings.setdefault(gram, []).append(number)
    best: dict[tuple[str, str], float] = {}
    for number, text in enumerate(texts):
        unit = wordings[text]
        if unit not in asking:
            continue
        for other in _neighbours(number, grams, postings, weights):
            if wordings[texts[other]] != unit:
                pair = (min(unit, wordings[texts[other]]), max(unit, wordings[texts[other]]))
                score = _score(text, texts[other], _shared(grams[number], grams[other], weights))
                best[pair] = max(best.get(pair, 0.0), score)
    for (one, two), score in sorted(best.items()):
        yield one, two, score


def _grams(text: str) -> frozenset[str]:
    """Single characters, and pairs of neighbours with the two ends marked."""
    marked = f"^{text}$"
    return frozenset(text) | {marked[at : at + 2] for at in range(len(marked) - 1)}


def _weights(grams: Sequence[Collection[str]]) -> Mapping[str, float]:
    """How much each gram tells: the rarer the more."""
    counts = Counter(gram for those in grams for gram in those)
    return {gram: math.log((1 + len(grams)) / count) for gram, count in counts.items()}


def _neighbours(
    number: int, grams: Sequence[Collection[str]], postings: Mapping[str, Sequence[int]], weights: Mapping[str, float]
) -> list[int]:
    found: Counter[int] = Counter()
    # In a fixed order, because sums of floats depend on it.
    for gram in sorted(grams[number]):
        those = postings[gram]
        if len(those) <= _POSTINGS:
            weight = weights[gram]
            for other in those:
                found[other] += weight  # type: ignore[assignment]
    found.pop(number, None)
    return sorted(found, key=lambda other: (-found[other], other))[:_NEIGHBOURS]


def _shared(one: Collection[str], other: Collection[str], weights: Mapping[str, float]) -> float:
    """The weight of the grams that both have, of all that either has."""
    union = math.fsum(weights[gram] for gram in {*one, *other})
    return math.fsum(weights[gram] for gram in one if gram in other) / union if union else 0.0


def _score(one: str, other: str, shared: float) -> float:
    return (0.5 * shared + 0.5 * fuzz.ratio(one, other) / 100) * told_apart(one, other)
