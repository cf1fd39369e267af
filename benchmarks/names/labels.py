"""Names that people have labelled: which of them ask for one document, and whose it is."""

import csv
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("ONETHING_SHARED") or ROOT.parent / "shared")
"""The folder of data that is not shipped, beside the repository or where ONETHING_SHARED says."""
GOLD = SHARED / "data" / "material-names" / "gold.csv"
REAL = SHARED / "data" / "material-names" / "raw.csv"
GUANGDONG = SHARED / "data" / "guangdong-items" / "policy.jsonl"
JUDGED = ROOT / "benchmarks" / "data" / "judged.csv"
WRITTEN = ROOT / "benchmarks" / "data" / "written.csv"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One name; names of one `cluster` ask for one document. `holder` is whose it is, empty where nobody is named.

    `half` tells which half of a set it belongs to, where the set has halves.
    """

    name: str
    cluster: str
    holder: str
    half: str = ""


def labelled(path: Path) -> list[Labelled]:
    """The rows of a CSV file with the columns name, cluster and holder; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Labelled(row["name"], row["cluster"], row["holder"], row.get("half") or "") for row in csv.DictReader(file)
        ]


def guangdong_names() -> list[str]:
    """Every row of materials of the items of Guangdong, as it stands there; none where the file is not there."""
    if not GUANGDONG.exists():
        return []
    with GUANGDONG.open(encoding="utf-8") as lines:
        listed = [json.loads(line)["material_intro"] for line in lines]
    return [name for names in listed if isinstance(names, list) for name in names]


def real_names() -> list[str]:
    """Every different name that guides really use, of all the files that are there, sorted."""
    names: Sequence[str] = guangdong_names()
    if REAL.exists():
        with REAL.open(encoding="utf-8", newline="") as file:
            names = [*names, *(row["material_name"] for row in csv.DictReader(file))]
    return sorted({*names, *(one.name for one in labelled(JUDGED))})
