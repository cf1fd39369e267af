"""Goal by goal: a plan to begin with, then for each stretch of goals the best plan that keeps those before.

clingo and CP-SAT take turns, shortly at first: a good plan comes early, however much time there is for a proof.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from time import monotonic

from composer.chain.best.choice import OutOfTime, Stop, Unreachable
from composer.chain.best.greedy import greedy, without_excess
from composer.chain.best.narrow import Narrowed, narrow
from composer.chain.best.plan import Plan, Task
from composer.chain.best.question import Answer, Question, shape
from composer.chain.best.windows import floor, windows

SHARE = 0.4
"""Of the time that is left, how much a proof by clingo may take before the any-time search goes on from its best."""

TURN = 1.0
"""Seconds of clingo after which CP-SAT has twice as many: what is not proved by then has a good plan soon."""


@dataclass(frozen=True)
class Outcome:
    """The best plan that was found.

    `proved`: how many goals, from the first, have a value that is proved. `settled`: it is the preferred one of the
    plans that are as good. `floors`: by goal, what no plan goes below while those before are as good. `forced`: there
    was nothing to choose.
    """

    plan: Plan
    proved: int
    settled: bool
    floors: tuple[int, ...]
    forced: bool = False
    stopped: Stop | None = None


def solve(task: Task, deadline: float) -> Outcome:
    """The best plan for `task`, or the best one until `deadline` (of the monotonic clock) or Ctrl-C.

    Raises Unreachable, OutOfTime or KeyboardInterrupt where there is no plan to return.
    """
    whole = _narrow(task, task.paths)
    floors = _floors(task, whole)
    if any(cap < floors[place] for place, cap in task.caps.items()):
        raise Unreachable
    plan = _forced(task, whole, floors)
    if plan is not None:
        return Outcome(plan, len(plan.values), True, plan.values, forced=True)
    return _Steps(task, deadline, greedy(task, whole), floors).run()


def _narrow(task: Task, paths: Sequence[int]) -> Narrowed:
    return narrow(task.network, task.charged, [task.durations[place] for place in paths])


def _forced(task: Task, narrowed: Narrowed, floors: Mapping[int, int]) -> Plan | None:
    """The items that are in every plan, where they are a plan, and none can be shorter."""
    plan = task.plan(narrowed.must, narrowed.handed)
    return plan if plan and all(plan.values[place] <= floors[place] for place in task.paths) else None


def _floors(task: Task, narrowed: Narrowed) -> dict[int, int]:
    """What no plan goes below, by what every plan must have."""
    return {
        place: floor(narrowed, task.paths.index(place), task.wanted)
        if scale.over_path
        else scale.total(narrowed.must, narrowed.handed)
        for place, scale in enumerate(task.prices)
    }


@dataclass
class _Steps:
    task: Task
    deadline: float
    plan: Plan | None
    floors: dict[int, int]
    proved: int = 0
    settled: bool = False
    stopped: Stop | None = None

    def run(self) -> Outcome:
        try:
            for least in self.stretches():
                if not self.stretch(least):
                    break
        except KeyboardInterrupt:
            self.stopped = "interrupt"
        if self.plan is None:
            raise KeyboardInterrupt if self.stopped == "interrupt" else OutOfTime
        stopped = None if self.settled else self.stopped or "time"
        if not self.settled:
            self.plan = without_excess(self.task, self.plan)
        values = self.plan.values
        floors = tuple(
            value if place < self.proved else min(self.floors[place], value) for place, value in enumerate(values)
        )
        return Outcome(self.plan, self.proved, self.settled, floors, stopped=stopped)

    def stretches(self) -> list[list[int]]:
        """The goals, cut before each critical path: how long that can be is known once those before are proved.

        The length of one that is capped is known before.
        """
        found: list[list[int]] = [[]]
        for place in self.task.counted:
            if place in self.task.paths and place not in self.task.caps:
                found.append([])
            found[-1].append(place)
        return found

    def stretch(self, least: list[int]) -> bool:
        """Prove some more goals; False where the search ends."""
        if not least and self.plan is not None:
            return True
        asked = self.clingo(least, TURN)
        if self.lacks(least, asked):
            self.cp_sat(least, 2 * TURN)
        if self.stopped == "time" and self.lacks(least, asked=False):
            asked = self.clingo(least)
            if self.lacks(least, asked):
                self.cp_sat(least)
        return self.plan is not None and self.stopped != "interrupt" and self.proved > max(least, default=-1)

    def lacks(self, least: list[int], asked: bool) -> bool:
        """Whether a goal is left to prove, or, where clingo was not `asked`, the choice among equals to make."""
        if self.stopped == "interrupt" or self.settled:
            return False
        return self.proved <= max(least, default=0) or (not asked and self.settles(least))

    def settles(self, least: list[int]) -> bool:
        """Whether after these goals only the choice among equals is left."""
        return bool(least) and least[-1] == self.task.counted[-1]

    def clingo(self, least: list[int], seconds: float = inf) -> bool:
        """Let clingo prove for its share of the time, and so many `seconds` at most; False where it cannot."""
        # clingo takes longer to load than most themes take to compose, and those leave nothing to search.
        from composer.chain.best.search import search  # noqa: PLC0415

        question = self.question(self.unproved(least))
        if not all(span.every for span in question.windows.values()):
            return False
        now = monotonic()
        self.take(question, search(question, now + min(seconds, SHARE * (self.deadline - now))))
        return True

    def cp_sat(self, least: list[int], seconds: float = inf) -> None:
        """Let CP-SAT go on for so many `seconds` at most."""
        # OR-Tools takes half a second to load.
        from composer.chain.best.anytime import carry_on  # noqa: PLC0415

        question = self.question(self.unproved(least))
        self.take(question, carry_on(question, self.plan, self.floors, min(self.deadline, monotonic() + seconds)))

    def unproved(self, least: list[int]) -> list[int]:
        """Those of the goals that are left to prove; the last one where only the choice among equals is left."""
        return [place for place in least if place >= self.proved] or least[-1:]

    def consider(self, plan: Plan | None) -> None:
        if plan is not None and (self.plan is None or plan.values <= self.plan.values):
            self.plan = plan

    def note_proofs(self) -> None:
        """A goal is proved whose value is as low as it can be while those before it are."""
        values = self.plan.values if self.plan is not None else ()
        while self.proved < len(values) and values[self.proved] <= self.floors[self.proved]:
            self.proved += 1
        if self.proved > self.task.counted[-1]:
            self.proved = len(self.task.prices)

    def question(self, least: list[int]) -> Question:
        """Keep what the goals before cost, and ask for the next ones."""
        task = self.task
        bounds = dict(task.caps)
        if self.plan is not None:
            # The first path of a stretch is no longer than in the plan at hand, as far as the goals before are proved.
            known = [place for place in range(len(task.prices)) if least and place < least[0]]
            known += [place for place in least[:1] if place in task.paths]
            bounds.update((place, self.plan.values[place]) for place in known)
        paths = [place for place in task.paths if place in bounds]
        narrowed = _narrow(task, paths)
        spans = {
            place: windows(narrowed, number, task.durations[place], bounds[place], task.wanted, len(paths) == 1)
            for number, place in enumerate(paths)
        }
        limits = {place: bound for place, bound in bounds.items() if place not in spans}
        return Question(
            shape(narrowed, spans.values(), task.wanted, task.rivals),
            task.prices,
            spans,
            least,
            limits,
            settle=self.settles(least),
        )

    def take(self, question: Question, answer: Answer) -> None:
        self.stopped = answer.stopped
        if not answer.found and answer.settled:
            raise Unreachable
        if answer.found:
            self.consider(self.task.plan(answer.items, answer.handed))
        for place, value in answer.floors.items():
            self.floors[place] = max(value, self.floors[place])
        if answer.proved:
            self.proved = max(self.proved, question.least[answer.proved - 1] + 1)
        self.note_proofs()
        self.settled = question.settle and answer.settled
