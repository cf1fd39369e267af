"""What is odd about verdicts that people wrote down, beyond what contradicts."""

from collections.abc import Iterable, Iterator

from composer.errors import Finding, Severity
from composer.materials.review.settle import Settled, cite
from composer.model.theme import Catalogue
from composer.model.verdict import Verdict


def judged_twice(verdicts: Iterable[Verdict], catalogue: Catalogue) -> Iterator[Finding]:
    """`verdicts-contradict` where one person judged one pair twice: nobody can say which of the two counts."""
    first: dict[tuple[str, frozenset[str]], Verdict] = {}
    for one in verdicts:
        other = first.setdefault((one.by, frozenset((one.one, one.other))), one)
        if other is not one:
            reason = f"{cite(one, catalogue)}，和同一个人的另一条不一样：{cite(other, catalogue)}"
            yield Finding("verdicts-contradict", one.one, reason, "请只留一条", one.at)


def disputed(settled: Settled, catalogue: Catalogue) -> Iterator[Finding]:
    """`verdicts-disputed`, a warning, for each pair of which people found different things."""
    for rows in settled.disputes:
        reason = f"几个人的结论不同，都不算数：{'；'.join(cite(one, catalogue) for one in rows)}"
        yield Finding("verdicts-disputed", rows[0].one, reason, "请商量后删去有误的", rows[0].at, Severity.WARNING)
