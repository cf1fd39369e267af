"""Splink 5 on DuckDB: a Fellegi-Sunter model of the names, trained without labels as its documentation advises.

It works best with several columns that do not say the same, so that a name is given as the whole (Jaro-Winkler and
Levenshtein), its pairs of neighbouring characters (how many are shared), its first two characters (mostly whose it
is) and its last two (what form it has). u is taken from random pairs, m by expectation maximisation in two passes that
block differently.
"""

import logging
import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from benchmarks.names.sweep import Scores

SEED = 1


def installed() -> bool:
    """Whether Splink is there."""
    return find_spec("splink") is not None


class Model:
    """A model trained on names; it scores the names that it was trained on, or pairs of others."""

    def __init__(self, names: Sequence[str]) -> None:
        from splink import DuckDBAPI, Linker, block_on  # noqa: PLC0415 - not everybody has it

        logging.getLogger("splink").setLevel(logging.CRITICAL)
        self._size = len(names)
        self._engine = DuckDBAPI()
        table = self._engine.register(_table(names), dataset_display_name="names")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._linker = Linker(table, _settings(), log_level=logging.CRITICAL)
            training = self._linker.training
            training.estimate_probability_two_random_records_match([block_on("name")], recall=0.2)
            training.estimate_u_using_random_sampling(max_pairs=1e7, seed=SEED)
            for rule in (block_on("head"), block_on("tail", "size")):
                training.estimate_parameters_using_expectation_maximisation(rule)

    def scores(self) -> Scores:
        """The probability of a match of every two names: none is left out by blocking."""
        found = self._linker.inference.predict(warning_mode="never")
        scores = np.zeros((self._size, self._size))
        for left, right, probability in _rows(found):
            scores[left, right] = scores[right, left] = probability
        return scores


def _settings() -> Any:
    from splink import SettingsCreator  # noqa: PLC0415
    from splink import comparison_level_library as levels  # noqa: PLC0415
    from splink import comparison_library as comparisons  # noqa: PLC0415

    shared = "len(list_intersect(grams_l, grams_r)) / len(list_distinct(list_concat(grams_l, grams_r)))"
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=["1=1"],
        comparisons=[
            comparisons.CustomComparison(
                output_column_name="name",
                comparison_levels=[
                    levels.NullLevel("name"),
                    levels.ExactMatchLevel("name"),
                    levels.LevenshteinLevel("name", 1),
                    levels.JaroWinklerLevel("name", 0.92),
                    levels.JaroWinklerLevel("name", 0.85),
                    levels.JaroWinklerLevel("name", 0.7),
                    levels.ElseLevel(),
                ],
            ),
            comparisons.CustomComparison(
                output_column_name="grams",
                comparison_levels=[
                    levels.NullLevel("grams"),
                    *(levels.CustomLevel(f"{shared} >= {share}") for share in (0.9, 0.7, 0.5, 0.3)),
                    levels.ElseLevel(),
                ],
            ),
            comparisons.ExactMatch("head"),
            comparisons.ExactMatch("tail"),
        ],
        retain_matching_columns=False,
    )


def _table(names: Sequence[str]) -> Any:
    import pyarrow  # noqa: PLC0415 - comes with Splink

    return pyarrow.table(
        {
            "unique_id": list(range(len(names))),
            "name": list(names),
            "grams": [sorted({name[at : at + 2] for at in range(max(len(name) - 1, 1))}) for name in names],
            "head": [name[:2] for name in names],
            "tail": [name[-2:] for name in names],
            "size": [len(name) // 3 for name in names],
        }
    )


def _rows(found: Any) -> Sequence[tuple[int, int, float]]:
    table = found.as_pyarrow_table()
    columns = ("unique_id_l", "unique_id_r", "match_probability")
    return list(zip(*(table.column(column).to_pylist() for column in columns), strict=True))
