"""Long lists of names of materials: which rows are one document, by relational work on any engine."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from composer.materials.names.listed import ListedName
from composer.store.relations.engine import Engine, quoted

ADDED = ("cluster", "kind", "holder", "carrier", "copies", "notes", "flags")
"""Columns that the result has after those of the list."""

_NAMED = "name, head, tail, open_holder, implied, generic, kind, holder, carrier, copies, notes, flags"
_PARSED = (
    "CREATE TABLE parsed (name text, head text, tail text, open_holder text, implied text, generic text, kind text,"
    " holder text, carrier text, copies text, notes text, flags text)"
)
_HOLDERS = "CREATE TABLE holders (said text, id text, called text)"
_CLUSTER = """
CREATE TABLE clustered AS
SELECT row_no,
       CASE WHEN head = '' THEN '#' || row_no
            ELSE head
                 || CASE WHEN open_holder = '1' AND id IS NOT NULL AND id <> implied THEN '@' || id ELSE '' END
                 || tail
                 || CASE WHEN generic = '1' AND item <> '' THEN '#' || item ELSE '' END
       END AS cluster,
       kind,
       CASE WHEN parsed.holder = '' AND id IS NOT NULL AND id <> implied THEN called ELSE parsed.holder END AS holder,
       carrier, copies, notes,
       CASE WHEN open_holder = '' AND id IS NOT NULL AND parsed.holder <> '' AND called <> parsed.holder
            THEN flags || CASE WHEN flags = '' THEN '' ELSE '；' END || '持有人与列不符' ELSE flags END AS flags
FROM listed
JOIN parsed ON parsed.name = listed.name
LEFT JOIN holders ON holders.said = listed.holder
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
        said = ", ".join(
            f"coalesce({self._where[column]}, '') AS {column}" if column in self._where else f"'' AS {column}"
            for column in ("name", "item", "holder")
        )
        self._engine.run(f"CREATE TABLE listed AS SELECT row_no, {said} FROM given")

    def names(self) -> Iterator[str]:
        """Every name once."""
        return (str(row[0]) for row in self._engine.rows("SELECT DISTINCT name FROM listed ORDER BY name"))

    def holders(self) -> Iterator[str]:
        """Everything that the column of holders says, once."""
        query = "SELECT DISTINCT holder FROM listed WHERE holder <> '' ORDER BY holder"
        return (str(row[0]) for row in self._engine.rows(query))

    def cluster(self, names: Iterable[ListedName], holder_of: Callable[[str], tuple[str, str]]) -> int:
        """Join what was read of every name to its rows; returns how many clusters there are."""
        self._engine.run(_PARSED)
        self._insert("parsed", _NAMED.split(", "), map(_texts, names))
        self._engine.run(_HOLDERS)
        self._insert("holders", ("said", "id", "called"), ((said, *holder_of(said)) for said in list(self.holders())))
        self._engine.run(_CLUSTER)
        return next(int(row[0]) for row in self._engine.rows("SELECT count(DISTINCT cluster) FROM clustered"))

    def write(self, target: Path) -> None:
        """The rows as given, in their order, each with what was ADDED, as CSV without header."""
        columns = ", ".join(
            [*(f"given.{quoted(column)}" for column in self._columns), *(f"clustered.{one}" for one in ADDED)]
        )
        joined = "given JOIN clustered ON clustered.row_no = given.row_no"
        self._engine.dump(f"SELECT {columns} FROM {joined} ORDER BY given.row_no", target)

    def _insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        source = self._folder / f"{table}.csv"
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        self._engine.load(table, columns, source)


def _texts(name: ListedName) -> list[str]:
    return [("1" if one else "") if isinstance(one, bool) else one or "" for one in name]


def renamed(columns: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """The names of the columns as the result has them: a given one that is also added is kept as `input_` it."""
    changed = {column: f"input_{column}" for column in columns if column in ADDED}
    return [changed.get(column, column) for column in columns], changed
