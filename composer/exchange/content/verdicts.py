"""Verdicts as content: `catalogue/verdicts/*.yaml`, read and written."""

from collections.abc import Iterable

import yaml

from composer.errors import ContentError
from composer.exchange.content.reader import Reader
from composer.model.theme import Catalogue
from composer.model.verdict import Said, Verdict

_HEAD = """\
# Verdicts on names of materials, as `onething materials review --out` writes them. Put the file into
# catalogue/verdicts/ of the content: from then on `one` is `said` of `other` wherever that content is used.
"""


def with_read_verdicts(catalogue: Catalogue, reader: Reader) -> Catalogue:
    """`catalogue` with the verdicts that stand in the content; those that cannot be are findings of the reader.

    Where kinds of documents could not be read nobody can say what the verdicts mean, and they wait.
    """
    verdicts = sorted(reader.rows("verdict", "verdicts/*.yaml", Verdict).values(), key=lambda one: (one.given, one.id))
    if not verdicts or "material" in reader.lost:
        return catalogue
    from composer.materials.review.effect import with_settled  # noqa: PLC0415 - networkx, which most content can spare
    from composer.materials.review.findings import disputed, judged_twice  # noqa: PLC0415
    from composer.materials.review.settle import settle  # noqa: PLC0415

    reader.findings += judged_twice(verdicts, catalogue)
    try:
        settled = settle(verdicts, catalogue)
    except ContentError as error:
        reader.findings += error.findings
        return catalogue
    reader.findings += disputed(settled, catalogue)
    return with_settled(catalogue, settled)


def verdicts_text(verdicts: Iterable[Verdict]) -> str:
    """A file of the content with `verdicts`, in their order; those of people who were unsure are left out."""
    rows = [_row(one) for one in verdicts if one.said is not Said.UNSURE]
    return _HEAD + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000)


def _row(verdict: Verdict) -> dict[str, str]:
    row = {
        "one": verdict.one,
        "said": verdict.said.value,
        "other": verdict.other,
        "by": verdict.by,
        "given": verdict.given.isoformat(),
    }
    return {**row, "why": verdict.why} if verdict.why else row
