"""Many names at once, on every processor."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.listed import ListedName, listed
from composer.materials.names.parse import parse

_FEW = 4_000
"""So many names are read before another process has started."""
_AT_ONCE = 1_000

_lexicons: list[Lexicon] = []
"""The lexicon of a worker process, given once when it starts."""


class Readers:
    """Reads names with `lexicon` on every processor, from entering to leaving.

    `many` says that many are to come: processes then start on entering, and are ready when the names are.
    """

    def __init__(self, lexicon: Lexicon, *, many: bool) -> None:
        self._lexicon = lexicon
        self._many = many
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Readers":
        if self._many:
            self._start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def read(self, names: Sequence[str]) -> Iterator[list[ListedName]]:
        """What each of `names` says, in their order, in batches as they are done."""
        batches = [names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE)]
        if len(names) >= _FEW:
            self._start()
        if len(names) < _FEW or self._pool is None:
            return (_read(batch, self._lexicon) for batch in batches)
        return self._pool.map(_read_there, batches)

    def _start(self) -> None:
        """Start the processes, once, where there is more than one processor."""
        processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if self._pool is None and processors > 1:
            self._pool = ProcessPoolExecutor(
                min(processors, 8), mp_context=get_context("spawn"), initializer=_begin, initargs=(self._lexicon,)
            )
            self._pool.submit(_read_there, ())


def _begin(lexicon: Lexicon) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _lexicons.append(lexicon)
    gc.freeze()  # the lexicon stays, and is not to be searched for garbage again and again


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended: it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(names: Sequence[str], lexicon: Lexicon) -> list[ListedName]:
    return [listed(parse(name, lexicon, traced=False), lexicon) for name in names]


def _read_there(names: Sequence[str]) -> list[ListedName]:
    return _read(names, _lexicons[0])
