"""Every trade-off between two goals: how much of one must be given up for how much of the other."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from composer.chain.best.choice import Choice, OutOfTime, Unreachable
from composer.chain.best.chooser import as_choice
from composer.chain.best.plan import Task
from composer.chain.best.stepwise import solve
from composer.chain.network import Goal, Network
from composer.chain.reduce import reduce


def front(
    network: Network, first: Goal, second: Goal, *, rest: Sequence[Goal] = (), seconds: float = 10
) -> tuple[Choice, ...]:
    """The plans of which no other is better in one of two goals and as good in the other, the best in `first` first.

    Of plans that are equal in both, the best by the goals of `rest`, then as `choose` has it. By the epsilon constraint
    method (Haimes, Lasdon and Wismer, 1971): again and again the best by `first`, then `second`, with less of
    `second` than before. Where time (`seconds` for all) or Ctrl-C ended the search, `stopped` of the last one says so;
    trade-offs may be missing after it, and what is not proved may be bettered. Raises what `choose` raises.
    """
    goals = (first, second, *rest)
    reduced = reduce(network, goals)
    whole = Task(network, goals)
    deadline = monotonic() + seconds
    found: list[Choice] = []
    caps: dict[int, int] = {}
    while True:
        try:
            outcome = solve(Task(reduced.network, goals, caps), deadline)
        except Unreachable:
            if not found:
                raise
            break
        except (OutOfTime, KeyboardInterrupt) as error:
            if not found:
                raise
            found[-1] = replace(found[-1], stopped="time" if isinstance(error, OutOfTime) else "interrupt")
            break
        found.append(as_choice(whole, outcome, reduced))
        if outcome.stopped == "interrupt":
            break
        caps = {1: found[-1].values[1] - 1}
    return _undominated(found)


def _undominated(choices: list[Choice]) -> tuple[Choice, ...]:
    """Without those that another one betters; only what is not proved can be bettered."""
    ends = [choice.values[:2] for choice in choices]
    kept = [
        choice
        for choice, (one, two) in zip(choices, ends, strict=True)
        if not any(a <= one and b <= two and (a, b) != (one, two) for a, b in ends)
    ]
    return tuple(sorted(kept, key=lambda choice: choice.values[:2]))
