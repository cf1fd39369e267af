"""The known word that a mistyped one is nearest to."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

CLOSE_ENOUGH = 62
"""Likeness from 0 to 100 (normalised edit distance) below which a guess would mislead."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` most likely means, or None where nothing is near (of equals, the first)."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return found[0] if found else None


def nearest_few(word: str, known: Iterable[str], count: int) -> list[str]:
    """Up to `count` of `known` that `word` comes near to, the nearest first."""
    return [
        one[0]
        for one in process.extract(word, sorted(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=count)
    ]
