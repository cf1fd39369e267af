"""Names by likeness of their text: rapidfuzz, and TF-IDF of characters with scikit-learn, each in several ways.

Every peer is given what we give ourselves: text in one form (NFKC, OpenCC, one kind of brackets, no spaces). `bare`
text has also lost what a list of stop words takes away from any name: numbering, what stands in brackets, carriers,
copies.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec

import numpy as np
from rapidfuzz import fuzz, process, utils

from benchmarks.names.sweep import Scores
from composer.texts import Aligned

_STOPS = re.compile(
    r"\([^()]*\)|^\d+[.,、]|^[一二三四五六七八九十]+、|《|》|原件|复印件|扫描件|电子件|打印件|(?:各|一式)?[\d一二两三]+份|[及和与,、;。]+$"
)

Score = Callable[[Sequence[str], Sequence[str], float], Scores]
"""Scores of every name of the first with every one of the second; what is under the third may be 0."""
Way = tuple[str, Score]
"""One way of a peer: the form of text that it is given, and the score."""


def one_form(name: str) -> str:
    """The text of a name in the one form in which we read it."""
    return Aligned(name).text


def bare(name: str) -> str:
    """The text without what a list of stop words takes away; as it was where nothing would be left."""
    text = one_form(name)
    plain = _STOPS.sub("", _STOPS.sub("", text))
    return plain or text


def apart(name: str) -> str:
    """Bare text with a space after each character, so that what sorts words sorts characters."""
    return " ".join(bare(name))


FORMS: Mapping[str, Callable[[str], str]] = {"text": one_form, "bare": bare, "bare characters": apart}


def equal(names: Sequence[str], others: Sequence[str], least: float = 0) -> Scores:
    """1 for names whose text is equal, 0 for others."""
    return (np.array(names)[:, None] == np.array(others)[None, :]).astype(np.float64)


def _fuzzy(scorer: Callable[..., float]) -> Score:
    def score(names: Sequence[str], others: Sequence[str], least: float = 0) -> Scores:
        found = process.cdist(
            names, others, scorer=scorer, processor=utils.default_process, score_cutoff=least * 100, dtype=np.float32
        )
        return np.asarray(found, np.float64) / 100

    return score


ratio = _fuzzy(fuzz.ratio)


def tf_idf(names: Sequence[str], others: Sequence[str], least: float = 0) -> Scores:
    """Cosine of weighted sequences of one to three characters, as weighted by all of the names."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - not everybody has it

    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    vectorizer.fit([*names, *others])
    return np.asarray((vectorizer.transform(names) @ vectorizer.transform(others).T).toarray(), np.float64).round(6)


def families() -> Iterator[tuple[str, Mapping[str, Way]]]:
    """Each peer that is installed, with its ways: a label to a form of text and a score."""
    yield "equal text", {f"equal, {form}": (form, equal) for form in ("text", "bare")}
    scorers = {"ratio": ratio, "token_sort_ratio": _fuzzy(fuzz.token_sort_ratio), "WRatio": _fuzzy(fuzz.WRatio)}
    ways = {f"{name}, {form}": (form, scorer) for name, scorer in scorers.items() for form in ("text", "bare")}
    ways["token_sort_ratio, bare characters"] = ("bare characters", scorers["token_sort_ratio"])
    yield "rapidfuzz", ways
    if find_spec("sklearn"):
        yield "TF-IDF of characters", {f"cosine, {form}": (form, tf_idf) for form in ("text", "bare")}


def score(way: Way, names: Sequence[str], others: Sequence[str], least: float = 0) -> Scores:
    """The scores of every one of `names` with every one of `others`, in one of the ways of a family."""
    form, scored = way
    return scored([FORMS[form](name) for name in names], [FORMS[form](name) for name in others], least)
