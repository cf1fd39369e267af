"""Which names of materials are one document: precision, recall and false merges of ours and of peers, by pair."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.names import labels
from benchmarks.names.labels import Labelled, labelled
from benchmarks.names.ours import Learn, measured, measured_hidden, taken_apart, unlearnt, without_kinds
from benchmarks.names.pairs import Pairs
from benchmarks.names.reviewing import VERDICTS, in_turn, reviewed
from benchmarks.names.sweep import Scores, best
from benchmarks.peers import linking, matching
from benchmarks.timing import Row, Table
from composer.model.theme import Catalogue

PRECISE = 0.99
"""At this precision a peer's second threshold is chosen."""
COLUMNS = ("method", "threshold", "precision", "recall", "F1", "false merges", "of different holders")

AFTER = f"kinds hidden, after {VERDICTS} verdicts"
STEPS: Mapping[str, Callable[[], Learn]] = {"kinds hidden": lambda: unlearnt, AFTER: in_turn}
"""What is measured on hidden kinds: with nothing learnt of the names, and after whatever else teaches a catalogue."""


class Goals(NamedTuple):
    """The least precision and recall that are asked for, None where nothing is."""

    precision: float | None = None
    recall: float | None = None


GOLD = Goals(1.0, 0.9)
HIDDEN: Mapping[str, Goals] = {"kinds hidden": Goals(0.995, 0.6), AFTER: Goals(0.995, 0.9)}


def rows(catalogue: Catalogue) -> Iterator[Row | Table]:
    """Each labelled set: the goals of ours first, then ours with less and less knowledge beside the peers."""
    for title, names in sets():
        known = measured(names, catalogue)
        hidden = {step: measured_hidden(names, catalogue, learn()) for step, learn in STEPS.items()}
        ignorant = measured(names, without_kinds(catalogue))
        taught = measured(names, reviewed(without_kinds(catalogue), names))
        yield from _goals(f"{title}, all kinds known", known, GOLD)
        for step, found in hidden.items():
            yield from _goals(f"{title}, {step}", found, HIDDEN.get(step, Goals()))
        told = {"all kinds known": known, **hidden, "no kind known": ignorant}
        told[f"no kind known, after {VERDICTS} verdicts"] = taught
        mine = [_line(f"ours, {what}", "", pairs) for what, pairs in told.items()]
        yield Table(f"{title}: {_size(names)}", COLUMNS, [*mine, *_peers(names, catalogue)])


def sets() -> Iterator[tuple[str, list[Labelled]]]:
    """Every labelled set that is there, by title; halves apart, where a set has them."""
    gold = labelled(labels.GOLD)
    if gold:
        yield "gold.csv", gold
    else:
        print(f"{labels.GOLD} is not there; left out (say where with ONETHING_SHARED)", file=sys.stderr)
    judged = labelled(labels.JUDGED)
    yield "judged.csv", judged
    yield "judged.csv, half held back", [one for one in judged if one.half == "held"]
    yield "written.csv", labelled(labels.WRITTEN)


def _goals(title: str, pairs: Pairs, goals: Goals) -> Iterator[Row]:
    yield Row(f"{title}: precision", pairs.precision, goals.precision, unit="share", at_most=False)
    yield Row("  recall", pairs.recall, goals.recall, unit="share", at_most=False)
    yield Row("  false merges of different holders", pairs.across, 0, unit="pairs")


def _size(names: Sequence[Labelled]) -> str:
    same = Pairs.of_truth([one.cluster for one in names])
    return f"{len(names):,} names, {len({one.cluster for one in names}):,} documents, {same:,} pairs of one document"


def _line(method: str, threshold: str, pairs: Pairs) -> list[str]:
    shares = [f"{share:.4f}" for share in (pairs.precision, pairs.recall, pairs.f1)]
    return [method, threshold, *shares, f"{pairs.false:,}", f"{pairs.across:,}"]


def _peers(names: Sequence[Labelled], catalogue: Catalogue) -> Iterator[list[str]]:
    """Each peer in the way and at the threshold that these labels like best, then at the precision asked for."""
    truth, holders = [one.cluster for one in names], [one.holder for one in names]
    for family, ways in _scored([one.name for one in names], catalogue):
        for wanted in (None, PRECISE):
            points = {way: best(scores, truth, holders, wanted) for way, scores in ways.items()}
            way, point = max(points.items(), key=lambda one: one[1].pairs.f1)
            how = "best F1" if wanted is None else f"precision ≥ {wanted:g}"
            if not point.pairs.right:
                yield [f"{family}, {how}", "none reaches it", "", "0", "", "", ""]
                continue
            grouped = "groups" if point.grouped else "pairs"
            yield _line(f"{family}, {how} ({way}, {grouped})", f"{point.threshold:.4f}", point.pairs)


def _scored(names: Sequence[str], catalogue: Catalogue) -> Iterator[tuple[str, Mapping[str, Scores]]]:
    for family, ways in matching.families():
        yield family, {label: matching.score(way, names, names) for label, way in ways.items()}
    if linking.installed():
        forms = ("text", "bare")
        yield "Splink", {form: linking.Model([matching.FORMS[form](name) for name in names]).scores() for form in forms}
    yield "rapidfuzz on our parts, holders equal", {"ratio": _of_parts(names, catalogue)}


def _of_parts(names: Sequence[str], catalogue: Catalogue) -> Scores:
    """What a score adds to our parse: likeness of the wordings, between names that say the same holder only."""
    parts = taken_apart(names, catalogue)
    whose = np.array([holder for _, holder in parts])
    wordings = [wording for wording, _ in parts]
    return np.where(whose[:, None] == whose[None, :], matching.ratio(wordings, wordings), 0)
