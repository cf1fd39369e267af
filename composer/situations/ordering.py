"""In which order a decision diagram takes questions: those that decide something together stand close together.

The heuristic FORCE (Aloul, Markov and Sakallah, 2003): every question is drawn to the middle of the groups that it
stands in, until the groups span no less. The size of a diagram depends on it, the result never.
"""

from collections.abc import Collection, Sequence

ROUNDS = 50


def close_together(questions: Sequence[str], groups: Collection[frozenset[str]]) -> list[str]:
    """The questions so that those of a group are near each other; of equals the first comes first."""
    groups = [group for group in groups if len(group) > 1]
    start = {name: number for number, name in enumerate(questions)}
    best = list(questions)
    order, least = best, _span(best, groups)
    for _ in range(ROUNDS):
        place = {name: number for number, name in enumerate(order)}
        middles = {group: sum(place[name] for name in group) / len(group) for group in groups}
        pulls: dict[str, list[float]] = {name: [] for name in questions}
        for group, middle in middles.items():
            for name in sorted(group):
                pulls[name].append(middle)
        drawn = {name: sum(pulls[name]) / len(pulls[name]) if pulls[name] else place[name] for name in questions}
        order = sorted(questions, key=lambda name: (drawn[name], start[name]))
        span = _span(order, groups)
        if span >= least:
            break
        best, least = order, span
    return best


def _span(order: Sequence[str], groups: Collection[frozenset[str]]) -> int:
    place = {name: number for number, name in enumerate(order)}
    return sum(max(place[name] for name in group) - min(place[name] for name in group) for group in groups)
