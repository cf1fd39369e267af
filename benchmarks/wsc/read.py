"""The files of one set: a taxonomy of concepts, services over instances of them, and what is provided and wanted.

The element `solutions` of a problem is passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.wsc.xml import Misplaced, SetError, parse, place_of

OUTSIDE = -1


@dataclass(frozen=True)
class Taxonomy:
    """Concepts, numbered so that concept `c` and all those below it are `c` to `ends[c] - 1`; `of`: by instance."""

    concepts: Sequence[str]
    ends: Sequence[int]
    of: Mapping[str, int]


@dataclass(frozen=True)
class Services:
    """Services with all their concepts in one row: those of a service begin at `begins`, its outputs at `outputs`."""

    names: Sequence[str]
    begins: Sequence[int]
    outputs: Sequence[int]
    concepts: Sequence[int]


@dataclass(frozen=True)
class Wanted:
    """An instance that is wanted, its concept, and which instance of the problem it is, counted from 0."""

    instance: str
    concept: int
    number: int


@dataclass(frozen=True)
class Task:
    """Concepts of what is provided, and what is wanted."""

    provided: Sequence[int]
    wanted: Sequence[Wanted]


@dataclass(frozen=True)
class ServiceSet:
    """One set as it is read; `folder` is where its files are."""

    folder: Path
    taxonomy: Taxonomy
    services: Services
    task: Task


def read(folder: Path) -> ServiceSet:
    """The set in `folder`. Raises SetError for a file that is missing or damaged, or an instance of no concept."""
    taxonomy = read_taxonomy(folder / "taxonomy.xml")
    services = read_services(folder / "services.xml", taxonomy)
    return ServiceSet(folder, taxonomy, services, read_task(folder / "problem.xml", taxonomy))


def read_taxonomy(path: Path) -> Taxonomy:
    """Concepts stand in one another; an instance belongs to the innermost around it."""
    concepts: list[str] = []
    ends: list[int] = []
    of: dict[str, int] = {}
    around = [OUTSIDE]
    inner = OUTSIDE

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inner
        if tag == "instance":
            if inner == OUTSIDE:
                raise Misplaced("this instance stands outside of every concept; move it into one")
            if of.setdefault(attributes["name"], inner) != inner:
                raise Misplaced(
                    f"instance {attributes['name']} stands under another concept already; leave it under one"
                )
        elif tag == "concept":
            inner = len(concepts)
            around.append(inner)
            concepts.append(attributes["name"])
            ends.append(inner)
        elif tag != "taxonomy":
            raise Misplaced(f"{tag} does not belong here; a taxonomy has concept and instance")

    def end(tag: str) -> None:
        nonlocal inner
        if tag == "concept":
            ends[around.pop()] = len(concepts)
            inner = around[-1]

    parse(path, start, end)
    return Taxonomy(concepts, ends, of)


def read_services(path: Path, taxonomy: Taxonomy) -> Services:
    """Each service has `inputs`, then `outputs`, of instances; either may be empty or left out."""
    names: list[str] = []
    begins: list[int] = []
    outputs: list[int] = []
    instances: list[str] = []
    inside = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "instance":
            if not inside:
                raise Misplaced("this instance is neither an input nor an output; move it into inputs or outputs")
            instances.append(attributes["name"])
        elif tag == "service":
            names.append(attributes["name"])
            begins.append(len(instances))
            outputs.append(-1)
            inside = ""
        elif (tag == "inputs" and names and not inside) or (tag == "outputs" and names and inside != "outputs"):
            inside = tag
            if tag == "outputs":
                outputs[-1] = len(instances)
        elif tag != "services" or names:
            raise Misplaced(f"{tag} does not belong here; each service has inputs once, then outputs once")

    parse(path, start)
    ends = [*begins[1:], len(instances)]
    outputs = [end if output < 0 else output for output, end in zip(outputs, ends, strict=True)] if names else []
    return Services(names, begins, outputs, _concepts(path, instances, taxonomy))


def read_task(path: Path, taxonomy: Taxonomy) -> Task:
    """What is provided and what is wanted, of the only task of the problem."""
    instances: list[str] = []
    lists: dict[str, list[int]] = {}
    inside = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "instance" and inside in lists:
            lists[inside].append(len(instances))
            instances.append(attributes["name"])
        elif tag in {"provided", "wanted"} and tag not in lists:
            lists[tag] = []
            inside = tag
        elif tag == "solutions":
            inside = tag
        elif inside != "solutions" and tag not in {"problemStructure", "task"}:
            raise Misplaced(f"{tag} does not belong here; a problem has provided once and wanted once, of instances")

    parse(path, start)
    for part in ("provided", "wanted"):
        if part not in lists:
            raise SetError(str(path), f"has no element {part}; add it, empty if nothing is {part}")
    concepts = _concepts(path, instances, taxonomy)
    return Task(
        [concepts[number] for number in lists["provided"]],
        [Wanted(instances[number], concepts[number], number) for number in lists["wanted"]],
    )


def _concepts(path: Path, instances: Sequence[str], taxonomy: Taxonomy) -> list[int]:
    try:
        return list(map(taxonomy.of.__getitem__, instances))
    except KeyError as error:
        number = instances.index(error.args[0])
        what = f"instance {error.args[0]} is in no concept of taxonomy.xml; add it there, or correct the name here"
        raise SetError(place_of(path, "instance", number), what) from error
