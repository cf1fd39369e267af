"""The best choice of items on a network: by the goals in order, then as few items as can be, then by preference."""

from collections.abc import Sequence
from time import monotonic

from composer.chain.best.choice import Choice, Way
from composer.chain.best.plan import Task
from composer.chain.best.stepwise import Outcome, solve
from composer.chain.network import Goal, Network
from composer.chain.reduce import Reduced, reduce

SMALL = 100
"""A network of so many items is as soon solved as reduced."""


def choose(network: Network, goals: Sequence[Goal], *, seconds: float = 10) -> Choice:
    """The best plan: `goals` in order, the first is the most important; then fewest items; then the preferred ones.

    After `seconds`, or on Ctrl-C, the best plan so far, marked as not proved. Raises Unreachable where there is no
    plan, OutOfTime where none was found in time, KeyboardInterrupt where none was found until then.
    """
    deadline = monotonic() + seconds
    if len(network.items) <= SMALL:
        task = Task(network, goals)
        return as_choice(task, solve(task, deadline))
    reduced = reduce(network, goals)
    outcome = solve(Task(reduced.network, goals), deadline)
    return as_choice(Task(network, goals), outcome, reduced)


def as_choice(task: Task, outcome: Outcome, reduced: Reduced | None = None) -> Choice:
    """What was found for `task`, by the numbers of its network; `reduced` is where it was found, if elsewhere."""
    plan, network = outcome.plan, task.network
    if reduced is not None:
        numbers = {network.materials[material]: material for material in task.charged}
        items = reduced.items[list(plan.items)].tolist()
        handed = [numbers[reduced.network.materials[material]] for material in plan.handed]
        plan = task.expect(items, handed)
    met = plan.firing.met
    asked = {item: sorted({*network.needs[item], *network.owes[item]}) for item in plan.items}
    values, bounds = plan.values[:-1], outcome.floors[:-1]
    way: Way = "forced" if outcome.forced else "exact" if outcome.settled else "any-time"
    return Choice(
        items=plan.items,
        met={(item, group): met[group] for item, groups in asked.items() for group in groups},
        wanted={group: met[group] for group in task.wanted},
        stages=dict(sorted(plan.firing.stage.items())),
        values=values,
        bounds=bounds,
        proved=outcome.proved == len(plan.values),
        way=way,
        stopped=outcome.stopped,
    )
