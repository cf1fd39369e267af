"""Many names at once, on every processor."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.listed import ListedName, listed
from composer.materials.names.parse import parse

_FEW = 4_000
"""So many names are read before another process has started."""
_AT_ONCE = 1_000

_lexicons: list[Lexicon] = []
"""The lexicon of a worker process, given once when it starts."""


def read_all(names: Sequence[str], lexicon: Lexicon) -> Iterator[list[ListedName]]:
    """What each of `names` says, in their order, in batches as they are done."""
    batches = [names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE)]
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(names) < _FEW or processors < 2:
        yield from (_read(batch, lexicon) for batch in batches)
        return
    with ProcessPoolExecutor(
        min(processors, 8), mp_context=get_context("spawn"), initializer=_begin, initargs=(lexicon,)
    ) as pool:
        yield from pool.map(_read_there, batches)


def _begin(lexicon: Lexicon) -> None:
    _lexicons.append(lexicon)
    gc.freeze()  # the lexicon stays, and is not to be searched for garbage again and again


def _read(names: Sequence[str], lexicon: Lexicon) -> list[ListedName]:
    return [listed(parse(name, lexicon, traced=False), lexicon) for name in names]


def _read_there(names: Sequence[str]) -> list[ListedName]:
    return _read(names, _lexicons[0])
