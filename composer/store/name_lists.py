"""Long lists of names of materials: which rows are one document, by relational work on any engine."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from composer.files import temporary_refused
from composer.materials.names.listed import ListedName
from composer.store.relations.engine import Engine, quoted

ADDED = ("cluster", "kind", "holder", "carrier", "copies", "notes", "flags")
"""Columns that the result has after those of the list."""

_MEANT = {"name": "name", "item": "item", "holder": "said_holder"}
"""What columns of the list mean, and what they are called beside the columns that are ADDED."""
_NOTHING = "CAST('' AS text)"
_NAMED = "name, head, tail, open_holder, implied, generic, kind, holder, carrier, copies, notes, flags"
_PARSED = (
    "CREATE TABLE parsed (name text, head text, tail text, open_holder text, implied text, generic text, kind text,"
    " holder text, carrier text, copies text, notes text, flags text)"
)
_HOLDERS = "CREATE TABLE holders (said text, id text, called text)"
_CLUSTERED = """
CREATE VIEW clustered AS
SELECT listed.*,
       CASE WHEN head = '' OR (generic = '1' AND item = '') THEN '#' || row_no
            ELSE head
                 || CASE WHEN open_holder = '1' AND id IS NOT NULL AND id <> implied THEN '@' || id ELSE '' END
                 || tail
                 || CASE WHEN generic = '1' THEN '#' || item ELSE '' END
       END AS cluster,
       parsed.kind,
       CASE WHEN parsed.holder = '' AND id IS NOT NULL AND id <> implied THEN called ELSE parsed.holder END AS holder,
       carrier, copies, notes,
       CASE WHEN open_holder = '' AND id IS NOT NULL AND parsed.holder <> '' AND called <> parsed.holder
            THEN flags || CASE WHEN flags = '' THEN '' ELSE '；' END || '持有人与列不符' ELSE flags END AS flags
FROM listed
JOIN parsed ON parsed.name = listed.name
LEFT JOIN holders ON holders.said = listed.said_holder
"""


class NameList:
    """A list on an engine: fill it, have its distinct names read, write the result."""

    def __init__(self, engine: Engine, columns: Sequence[str], folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self._columns = [f"c{number}" for number in range(len(columns))]
        where = {column: f"c{number}" for number, column in enumerate(columns)}
        self._where = where
        wide = ", ".join(f"{quoted(column)} text" for column in self._columns)
        engine.run(f"CREATE TABLE given (row_no bigint, {wide})")

    def fill(self, source: Path) -> None:
        """Take the rows of a CSV file without header, whose first column is the number of the row."""
        self._engine.load("given", ["row_no", *self._columns], source)
        said = ", ".join(f"{self._where.get(column, _NOTHING)} AS {alias}" for column, alias in _MEANT.items())
        self._engine.run(f"CREATE VIEW listed AS SELECT given.*, {said} FROM given")

    def names(self) -> Iterator[str]:
        """Every name once."""
        return (str(row[0]) for row in self._engine.rows("SELECT DISTINCT name FROM listed ORDER BY name"))

    def holders(self) -> Iterator[str]:
        """Everything that the column of holders says, once."""
        query = "SELECT DISTINCT said_holder FROM listed WHERE said_holder <> '' ORDER BY said_holder"
        return (str(row[0]) for row in self._engine.rows(query))

    def cluster(self, names: Iterable[ListedName], holder_of: Callable[[str], tuple[str, str]]) -> int:
        """Join what was read of every name to its rows; returns how many clusters there are."""
        self._engine.run(_PARSED)
        self._insert("parsed", _NAMED.split(", "), map(_texts, names))
        self._engine.run(_HOLDERS)
        self._insert("holders", ("said", "id", "called"), ((said, *holder_of(said)) for said in list(self.holders())))
        self._engine.run(_CLUSTERED)
        return next(int(row[0]) for row in self._engine.rows("SELECT count(DISTINCT cluster) FROM clustered"))

    def write(self, target: BinaryIO) -> None:
        """Append the rows as given, in their order, each with what was ADDED, as CSV without header."""
        columns = ", ".join([*map(quoted, self._columns), *ADDED])
        rows = next(int(row[0]) for row in self._engine.rows("SELECT count(*) FROM given"))
        step = self._engine.at_once or max(rows, 1)
        for start in range(0, rows, step):
            part = f"row_no > {start} AND row_no <= {start + step}"
            self._engine.dump(f"SELECT {columns} FROM clustered WHERE {part} ORDER BY row_no", target)

    def _insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        source = self._folder / f"{table}.csv"
        with temporary_refused(), source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        self._engine.load(table, columns, source)


def _texts(name: ListedName) -> list[str]:
    return [("1" if one else "") if isinstance(one, bool) else one or "" for one in name]


def renamed(columns: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """The names of the columns as the result has them: a given one that is also added is kept as `input_` it."""
    changed = {column: f"input_{column}" for column in columns if column in ADDED}
    return [changed.get(column, column) for column in columns], changed
