"""The best choice of items on a network: by the goals in order, then as few items as can be, then by preference."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from composer.chain.best.choice import Choice, OutOfTime, Stop, Unreachable, Way
from composer.chain.best.facts import Question
from composer.chain.best.greedy import greedy
from composer.chain.best.narrow import Narrowed, narrow
from composer.chain.best.plan import Plan, Task
from composer.chain.best.scales import fewest, scales
from composer.chain.best.search import Answer, search
from composer.chain.best.windows import floor, windows
from composer.chain.network import Goal, Network


def choose(network: Network, goals: Sequence[Goal], *, seconds: float = 10) -> Choice:
    """The best plan: `goals` in order, the first is the most important; then fewest items; then the preferred ones.

    After `seconds`, or on Ctrl-C, the best plan so far, marked as not proved. Raises Unreachable where there is no
    plan, OutOfTime where none was found in time, KeyboardInterrupt where none was found until then.
    """
    task = Task(network, (*scales(network, goals), fewest(network)))
    return _Chooser(task, monotonic() + seconds).run()


@dataclass
class _Chooser:
    task: Task
    deadline: float
    plan: Plan | None = None
    proved: int = 0
    """How many goals, from the first, have a value that is proved."""
    settled: bool = False
    stopped: Stop | None = None
    floors: dict[int, int] = field(default_factory=dict)

    def run(self) -> Choice:
        whole = self.narrow(self.task.paths)
        forced = self.forced(whole)
        if forced is not None:
            return self.choice(forced, "forced")
        self.plan = greedy(self.task, whole)
        for least in self.stretches():
            if not self.stretch(least):
                break
        if self.plan is None:
            raise self.failure()
        return self.choice(self.plan, "exact" if self.settled else "any-time")

    def narrow(self, paths: Sequence[int]) -> Narrowed:
        return narrow(self.task.network, self.task.charged, [self.task.durations[place] for place in paths])

    def forced(self, narrowed: Narrowed) -> Plan | None:
        """The items that are in every plan, where they are a plan, and none can be shorter."""
        if not narrowed.must <= narrowed.sure:
            return None
        plan = self.task.plan(narrowed.must, narrowed.handed)
        if plan is None:
            return None
        for number, place in enumerate(self.task.paths):
            if plan.values[place] > floor(narrowed, number, self.task.wanted):
                return None
        return plan

    def stretches(self) -> list[list[int]]:
        """The goals, cut before each critical path: how long that can be is known once those before are settled."""
        found: list[list[int]] = [[]]
        for place, scale in enumerate(self.task.prices):
            if scale.over_path:
                found.append([])
            found[-1].append(place)
        return found

    def stretch(self, least: list[int]) -> bool:
        """Settle some more goals; False when that was the last that could be done."""
        if not least:
            return self.plan is not None or self.any_plan()
        last = least[-1] == len(self.task.prices) - 1
        answer = search(self.question(least, settle=last), self.deadline)
        self.take(answer)
        self.settled = last and answer.settled
        return answer.proved and self.plan is not None

    def any_plan(self) -> bool:
        self.take(search(self.question([], settle=False), self.deadline))
        return self.plan is not None

    def question(self, least: list[int], settle: bool) -> Question:
        task = self.task
        through = least[-1] if least else -1
        paths = [place for place in task.paths if place <= through]
        narrowed = self.narrow(paths)
        alone = len(paths) == 1
        spans = {}
        for number, place in enumerate(paths):
            assert self.plan is not None
            bound = self.plan.values[place]
            spans[place] = windows(narrowed, number, task.durations[place], bound, task.wanted, alone)
        limits = {}
        if least and self.plan is not None:
            limits = {place: self.plan.values[place] for place in range(least[0]) if place not in task.paths}
        return Question(narrowed, task.prices, spans, least, limits, task.wanted, task.rivals, settle)

    def take(self, answer: Answer) -> None:
        self.stopped = answer.stopped
        if answer.found:
            plan = self.task.plan(answer.items, answer.handed)
            assert plan is not None
            if self.plan is None or plan.values <= self.plan.values:
                self.plan = plan
        elif answer.proved and self.plan is None:
            raise Unreachable

    def failure(self) -> BaseException:
        return KeyboardInterrupt() if self.stopped == "interrupt" else OutOfTime()

    def choice(self, plan: Plan, way: Way) -> Choice:
        network = self.task.network
        met = plan.firing.met
        asked = {item: sorted({*network.needs[item], *network.owes[item]}) for item in plan.items}
        values = plan.values[:-1]
        return Choice(
            items=plan.items,
            met={(item, group): met[group] for item, groups in asked.items() for group in groups},
            wanted={group: met[group] for group in self.task.wanted},
            stages=dict(sorted(plan.firing.stage.items())),
            values=values,
            bounds=values,
            proved=way != "any-time",
            way=way,
            stopped=None if way != "any-time" else self.stopped,
        )
