"""Every row of materials of the items of a province, as it stands: what share is read, and what of it is known."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator

from benchmarks.names.labels import GUANGDONG, guangdong_names
from benchmarks.names.ours import clusters
from benchmarks.timing import Row, Table
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Flag, ParsedName
from composer.model.theme import Catalogue


def rows(catalogue: Catalogue) -> Iterator[Row | Table]:
    """Shares of rows and of different names; nothing where the rows are not there."""
    names = guangdong_names()
    if not names:
        print(f"{GUANGDONG} is not there; left out (say where with ONETHING_SHARED)", file=sys.stderr)
        return
    lexicon = Lexicon.of(catalogue)
    different = sorted(set(names))
    told = {"rows": [parse(name, lexicon) for name in names], "names": [parse(name, lexicon) for name in different]}
    of_rows = told["rows"]
    yield Row(
        f"{len(names):,} rows of Guangdong, every document known", _share(of_rows, _all_known), None, unit="share"
    )
    yield Row("  some document known", _share(of_rows, _some_known), None, unit="share")
    yield Row("  documents of different rows", len(set(clusters(names, lexicon))), None, unit="")
    yield Row("  and of different names", len(set(clusters(different, lexicon))), None, unit="")
    flags = Counter(flag for one in of_rows for flag in one.flags)
    other = Counter(flag for one in told["names"] for flag in one.flags)
    yield Table(
        f"Flags of {len(names):,} rows, {len(different):,} different names",
        ("flag", "rows", "share", "names"),
        [(str(flag), f"{flags[flag]:,}", f"{flags[flag] / len(names):.1%}", f"{other[flag]:,}") for flag in Flag],
    )


def _share(parsed: list[ParsedName], holds: Callable[[ParsedName], bool]) -> float:
    return sum(map(holds, parsed)) / len(parsed)


def _all_known(parsed: ParsedName) -> bool:
    return bool(parsed.documents) and all(one.kind for one in parsed.documents)


def _some_known(parsed: ParsedName) -> bool:
    return any(one.kind for one in parsed.documents)
