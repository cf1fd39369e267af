"""Ten minutes of review, with somebody who knows the labels: the queue asks, the labels answer, the verdicts count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from benchmarks.names.labels import Labelled
from benchmarks.names.ours import FOLDS, Learn
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.review.effect import with_settled
from composer.materials.review.queue import Candidate, Queue
from composer.materials.review.settle import Settled, settle
from composer.model.theme import Catalogue
from composer.model.verdict import Said, Verdict

VERDICTS = 120
"""Ten minutes at five seconds a verdict."""
_START = datetime(2026, 1, 1, tzinfo=UTC)


def reviewed(catalogue: Catalogue, names: Sequence[Labelled], verdicts: int = VERDICTS) -> Catalogue:
    """What `catalogue` is after so many verdicts on the pairs that the queue asks of `names`, best first."""
    return with_settled(catalogue, _settled(catalogue, names, verdicts)[0])


def in_turn(lists: int = FOLDS, verdicts: int = VERDICTS) -> Learn:
    """The same ten minutes for several lists, one after another: what one list does not use is left to the others.

    A list is done when its share is, or when no pair of it would join two names any more.
    """
    left = [verdicts, lists]

    def learn(catalogue: Catalogue, names: Sequence[Labelled]) -> Catalogue:
        settled, used = _settled(catalogue, names, left[0] // left[1])
        left[0], left[1] = left[0] - used, left[1] - 1
        return with_settled(catalogue, settled)

    return learn


def _settled(catalogue: Catalogue, names: Sequence[Labelled], verdicts: int) -> tuple[Settled, int]:
    """Where a review stands after `verdicts`, or earlier where nothing is left, and how many it took."""
    lexicon = Lexicon.of(catalogue)
    parsed = [parse(one.name, lexicon) for one in names]
    queue = Queue([(one, 1) for one in parsed], lexicon)
    # Of a row that asks for several documents the labels do not say which is which.
    truth = {one.name: one.cluster for one, name in zip(names, parsed, strict=True) if len(name.documents) == 1}
    given: list[Verdict] = []
    settled = settle(given, catalogue)
    while len(given) < verdicts and (pair := next(_left(queue, settled, given), None)) and pair.gain:
        moment = _START + timedelta(seconds=5 * len(given))
        said = _answer(pair, queue, settled, truth)
        given.append(Verdict(one=pair.one, said=said, other=pair.other, by="labels", given=moment))
        settled = settle(given, catalogue)
    return settled, len(given)


def _left(queue: Queue, settled: Settled, given: Iterable[Verdict]) -> Iterator[Candidate]:
    unsure = {frozenset((settled.head(one.one), settled.head(one.other))) for one in given if one.said is Said.UNSURE}
    return iter(queue.ranked(settled, unsure))


def _answer(pair: Candidate, queue: Queue, settled: Settled, truth: Mapping[str, str]) -> Said:
    """The same where names of both sides are labelled as one document; unsure where the labels do not say."""
    one, other = (
        {truth[name] for name, _ in queue.names(side, settled) if name in truth} for side in (pair.one, pair.other)
    )
    if not (one and other):
        return Said.UNSURE
    return Said.SAME if one & other else Said.DIFFERENT
