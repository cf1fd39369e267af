"""Which labels of form fields are one datum: precision and recall by pair, ours and peers; shares read by rule."""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from rapidfuzz import fuzz

from benchmarks.timing import Row, Table
from composer.forms.labels.forms import read_form, read_sections
from composer.forms.labels.lexicon import Lexicon, lexicon_of, plain
from composer.forms.labels.reading import LabelReading
from composer.model.theme import Catalogue

DATA = Path(__file__).parent / "data"
SHARED = Path(os.environ.get("ONETHING_SHARED", Path(__file__).parents[1].parent / "shared"))
COLUMNS = ("method", "threshold", "precision", "recall", "F1", "false pairs")
PRINCIPALS: Mapping[str, str] = {
    "gongmin_shenhou": "deceased",
    "jiaoyu_ruxue": "pupil",
    "tuixiu": "retiree",
    "xinshenger_chusheng": "newborn",
}
"""Whom the forms of a life event are about; those of the others are about the enterprise."""
GOAL_READ = 0.9


class Pair(NamedTuple):
    """Two fields, by id, and whether they are one datum."""

    left: str
    right: str
    same: bool


class Judged(NamedTuple):
    """How many of the pairs a method joins rightly and wrongly, of how many of one datum."""

    right: int
    false: int
    same: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.same if self.same else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def rows(catalogue: Catalogue) -> Iterator[Row | Table]:
    """Each half with its goals and peers, then the shares of fields that are read by rule."""
    lexicon = lexicon_of(catalogue)
    for half in ("dev", "held"):
        fields, pairs = labelled(half)
        found = judged(pairs, {name: one.key for name, one in readings(fields, lexicon).items()})
        yield Row(f"fields.csv, {half}: precision", found.precision, 1.0, unit="share", at_most=False)
        yield Row("  recall", found.recall, 0.9, unit="share", at_most=False)
        certain = sum(one.certain for one in readings(fields, lexicon).values())
        yield Row("  labels read by rule", certain / len(fields), unit="share", goal=None, at_most=False)
        labels = {row["id"]: row["label"] for row in fields}
        under = {row["id"]: f"{row['section']}{row['label']}" for row in fields}
        exact = judged(pairs, {name: (plain(label),) for name, label in labels.items()})
        table = [
            _line("ours", "", found),
            *_likeness(pairs, labels, "label"),
            *_likeness(pairs, under, "heading and label"),
        ]
        table.append(_line("exact label", "", exact))
        yield Table(f"fields.csv, {half}: {len(fields)} labels, {len(pairs)} pairs", COLUMNS, table)
    yield from shares(catalogue, lexicon)


def shares(catalogue: Catalogue, lexicon: Lexicon) -> Iterator[Row | Table]:
    """Of all fields of the shipped forms, and of the themes that were collected, how many labels are read by rule."""
    shipped = [one for form in catalogue.forms.values() for part in read_form(form, lexicon) for one in part]
    yield Row("fields of the shipped forms read by rule", _share(shipped), GOAL_READ, unit="share", at_most=False)
    collected = list(domain_readings(lexicon))
    if collected:
        found = [one for _, one in collected]
        yield Row(
            f"{len(found)} fields of nine themes read by rule", _share(found), GOAL_READ, unit="share", at_most=False
        )
        rest = [[where, one.label, "；".join(one.doubts)] for where, one in collected if not one.certain]
        yield Table("not certain", ("form and section", "label", "why"), rest)


def labelled(half: str) -> tuple[list[dict[str, str]], list[Pair]]:
    """The fields and the pairs of one half."""
    with (DATA / "fields.csv").open(encoding="utf-8") as file:
        fields = [row for row in csv.DictReader(file) if row["half"] == half]
    with (DATA / "field-pairs.csv").open(encoding="utf-8") as file:
        pairs = [row for row in csv.DictReader(file) if row["half"] == half]
    return fields, [Pair(row["left"], row["right"], row["same"] == "yes") for row in pairs]


def readings(fields: Iterable[Mapping[str, str]], lexicon: Lexicon) -> dict[str, LabelReading]:
    """Field to what is read, each where it stands in its form."""
    forms: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    for row in fields:
        forms.setdefault(row["form"], {}).setdefault(row["section"], []).append(row)
    found: dict[str, LabelReading] = {}
    for form, sections in forms.items():
        labels = [(section, [row["label"] for row in its]) for section, its in sections.items()]
        # The set lists single fields of a form, so that what stands before one here need not stand there in the form.
        for (_, its), parts in zip(
            sections.items(), read_sections(labels, principal(form), lexicon, in_turn=False), strict=True
        ):
            found |= {row["id"]: one for row, one in zip(its, parts, strict=True)}
    return found


def principal(form: str) -> str | None:
    """Whom a form of the set is about, as its author would state it; None where it is about several alike."""
    with (DATA / "principals.csv").open(encoding="utf-8") as file:
        return next((row["principal"] for row in csv.DictReader(file) if row["form"] == form), None)


def judged(pairs: Sequence[Pair], keys: Mapping[str, tuple[str | None, ...] | None]) -> Judged:
    """What comes of joining two fields on an equal key."""
    joined = [pair for pair in pairs if keys[pair.left] is not None and keys[pair.left] == keys[pair.right]]
    right = sum(pair.same for pair in joined)
    return Judged(right, len(joined) - right, sum(pair.same for pair in pairs))


def _likeness(pairs: Sequence[Pair], labels: Mapping[str, str], what: str) -> Iterator[list[str]]:
    """rapidfuzz at the threshold that these pairs like best."""
    for name, scorer in (("ratio", fuzz.ratio), ("token sort", fuzz.token_sort_ratio), ("partial", fuzz.partial_ratio)):
        scored = [(scorer(plain(labels[pair.left]), plain(labels[pair.right])), pair.same) for pair in pairs]
        same = sum(pair.same for pair in pairs)
        points = [
            (
                Judged(
                    sum(yes for at, yes in scored if at >= limit),
                    sum(not yes for at, yes in scored if at >= limit),
                    same,
                ),
                limit,
            )
            for limit in sorted({at for at, _ in scored})
        ]
        best, limit = max(points, key=lambda point: point[0].f1)
        yield _line(f"rapidfuzz {name} of {what}, best F1", f"{limit:.1f}", best)


def _line(method: str, threshold: str, found: Judged) -> list[str]:
    shares_of = [f"{share:.4f}" for share in (found.precision, found.recall, found.f1)]
    return [method, threshold, *shares_of, f"{found.false:,}"]


def domain_readings(lexicon: Lexicon) -> Iterator[tuple[str, LabelReading]]:
    """Where each field of the collected themes stands, and what is read; nothing where they are not there."""
    for path in sorted((SHARED / "domain" / "themes").glob("*.yaml")):
        theme = yaml.safe_load(path.read_text(encoding="utf-8"))
        for item in theme["items"]:
            form = item.get("form") or {}
            sections = [(one["section"], list(one["fields"])) for one in form.get("sections", ())]
            about = PRINCIPALS.get(path.stem) or "enterprise"
            if path.stem == "jiaoyu_ruxue" and "居住证" in form.get("name", ""):
                about = "permit-applicant"
            for (section, _), parts in zip(sections, read_sections(sections, about, lexicon), strict=True):
                for one in parts:
                    yield f"{form['name']} · {section}", one


def _share(found: Sequence[LabelReading]) -> float:
    return sum(one.certain for one in found) / len(found) if found else 0.0
