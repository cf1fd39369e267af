"""A set as a network: concepts are materials, and what asks for a concept takes any concept below it as well."""

from itertools import compress

import numpy as np

from benchmarks.wsc.read import Services, ServiceSet, Taxonomy
from composer.chain.network import Goal, Indices, Network, Rows
from composer.chain.reduce.tables import Flags, offsets, take

ITEMS = Goal("items")
STAGES = Goal("stages", "critical-path")


def network_of(found: ServiceSet) -> Network:
    """The network of the set.

    Subsumption becomes alternatives: for each concept that is asked for a group, of it and of the concepts below it
    that a service outputs or the task provides. Order of preference: fewer inputs, more outputs, then the name.
    """
    taxonomy, services, task = found.taxonomy, found.services, found.task
    inputs, outputs = _rows(services)
    order = _by_preference(services, inputs, outputs)
    inputs, outputs = take(inputs, order), take(outputs, order)
    held = np.array(sorted(set(task.provided)), np.int32)
    wanted = np.array(sorted({one.concept for one in task.wanted}), np.int32)
    asked, there = (np.zeros(len(taxonomy.concepts), np.bool_) for _ in range(2))
    asked[inputs.values] = asked[wanted] = True
    there[outputs.values] = there[held] = True
    group, material = (np.cumsum(flags, dtype=np.int32) - np.int32(1) for flags in (asked, there))
    ones = np.ones(len(order), np.int64)
    return Network(
        items=tuple(map(services.names.__getitem__, order.tolist())),
        materials=tuple(compress(taxonomy.concepts, there.tolist())),
        needs=Rows(inputs.starts, group[inputs.values]),
        owes=Rows(np.zeros(len(order) + 1, np.int64), np.empty(0, np.int32)),
        gives=Rows(outputs.starts, material[outputs.values]),
        groups=_at_or_below(taxonomy, asked, there),
        held=material[held],
        wanted=group[wanted],
        forced=np.empty(0, np.int32),
        excludes=np.empty((0, 2), np.int32),
        costs={ITEMS.measure: ones, STAGES.measure: ones},
    )


def _rows(services: Services) -> tuple[Rows, Rows]:
    """Inputs and outputs of each service, no concept twice in one row."""
    concepts = np.array(services.concepts, np.int64)
    begins = np.array([*services.begins, len(concepts)], np.int64)
    middles = np.array(services.outputs, np.int64)
    bounds = np.empty(2 * len(middles) + 1, np.int64)
    bounds[0::2], bounds[1::2] = begins, middles
    # Rows of inputs and of outputs in turn; one whole number for each pair of row and concept.
    keys = np.sort(np.repeat(np.arange(2 * len(middles)), np.diff(bounds)) << 32 | concepts)
    keys = keys[np.diff(keys, prepend=-1) != 0]
    both = Rows(offsets(np.bincount(keys >> 32, minlength=2 * len(middles))), (keys & 0xFFFFFFFF).astype(np.int32))
    every = np.arange(0, 2 * len(middles), 2, dtype=np.int32)
    return take(both, every), take(both, every + np.int32(1))


def _by_preference(services: Services, inputs: Rows, outputs: Rows) -> Indices:
    return np.lexsort((np.array(services.names, np.str_), -outputs.lengths, inputs.lengths)).astype(np.int32)


def _at_or_below(taxonomy: Taxonomy, asked: Flags, there: Flags) -> Rows:
    """For each concept that is asked for, those at or below it that are there, numbered among these."""
    able, concepts = np.flatnonzero(there), np.flatnonzero(asked)
    firsts = np.searchsorted(able, concepts)
    lengths = np.searchsorted(able, np.array(taxonomy.ends)[concepts]) - firsts
    starts = offsets(lengths)
    return Rows(starts, (np.arange(starts[-1]) + np.repeat(firsts - starts[:-1], lengths)).astype(np.int32))
