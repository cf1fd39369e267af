"""A small catalogue and short verdicts, for tests that read like a conversation."""

from datetime import UTC, datetime, timedelta
from itertools import count

from composer.model.material import Alias, MaterialKind
from composer.model.theme import Catalogue
from composer.model.verdict import Said, Verdict

CATALOGUE = Catalogue(
    kinds={
        one.id: one
        for one in (
            MaterialKind(id="household-register", name="居民户口簿", aliases=(Alias(text="户口簿"),), personal=True),
            MaterialKind(id="marriage-certificate", name="结婚证", satisfies=("family-proof",)),
            MaterialKind(id="family-proof", name="亲属关系证明"),
        )
    }
)
_START = datetime(2026, 11, 2, 9, tzinfo=UTC)
_minutes = count()


def judged(one: str, said: Said, other: str, by: str = "王敏", why: str | None = None) -> Verdict:
    """A verdict, a minute after the one before."""
    given = _START + timedelta(minutes=next(_minutes))
    return Verdict(one=one, said=said, other=other, by=by, given=given, why=why)
