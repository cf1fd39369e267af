"""How long a solver is let run: until it is done, the time is over, or Ctrl-C."""

from collections.abc import Callable
from time import monotonic

from composer.chain.best.choice import Stop

BREATH = 0.05
"""Seconds between two looks at the keyboard: Python hears Ctrl-C only between calls of a solver."""


def wait(is_done: Callable[[float], bool], cancel: Callable[[], None], deadline: float) -> Stop | None:
    """Wait until `is_done` (given seconds to wait at most) says so; else `cancel`, and say what for.

    `deadline` is of the monotonic clock. A Ctrl-C that comes while waiting is taken here and goes no further.
    """
    try:
        while not is_done(max(0.0, min(BREATH, deadline - monotonic()))):
            if monotonic() >= deadline:
                cancel()
                return "time"
    except KeyboardInterrupt:
        cancel()
        return "interrupt"
    return None
