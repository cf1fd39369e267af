"""A first plan, found in linear time: everything that can be carried out, then only what was the first to serve."""

from composer.chain.best.fire import fire
from composer.chain.best.narrow import Narrowed
from composer.chain.best.plan import Plan, Task


def greedy(task: Task, narrowed: Narrowed) -> Plan | None:
    """A plan that meets each group with what is there first; None where exclusions need more thought than that."""
    kept = set(narrowed.items)
    for a, b in task.rivals:
        if a in kept and b in kept:
            kept.discard(a if b in narrowed.must else b)
    for handed in (narrowed.handed, task.charged):
        plan = _first(task, narrowed, kept, handed)
        if plan is not None:
            return plan
    return None


def without_excess(task: Task, plan: Plan) -> Plan:
    """The plan without items that it can do without and be no worse, those that are preferred least going first."""
    for item in reversed(plan.items):
        leaner = task.plan([other for other in plan.items if other != item], plan.handed)
        if leaner is not None and leaner.values <= plan.values:
            plan = leaner
    return plan


def _first(task: Task, narrowed: Narrowed, kept: set[int], handed: frozenset[int] | set[int]) -> Plan | None:
    network = task.network
    durations = task.durations[task.paths[0]] if task.paths else task.nothing
    firing = fire(network, kept, (task.free, handed), durations)
    chosen = set(narrowed.must)
    todo = [*narrowed.must]
    groups = list(task.wanted)
    while todo or groups:
        while groups:
            issuer = firing.met.get(groups.pop(), (0, None))[1]
            if issuer is not None and issuer not in chosen:
                chosen.add(issuer)
                todo.append(issuer)
        if todo:
            item = todo.pop()
            groups += [*network.needs[item], *network.owes[item]]
    return task.plan(chosen, handed)
