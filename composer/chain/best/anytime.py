"""Goes on with CP-SAT where a proof takes long: better plans and a bound, for as long as there is time."""

from collections.abc import Mapping
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from time import monotonic

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import CpModel, CpSolver, LinearExprT

from composer.chain.best.plan import Plan
from composer.chain.best.program import Program
from composer.chain.best.question import Answer, Question
from composer.chain.best.waiting import BREATH, wait

WORKERS = 8
"""Strategies of CP-SAT that take turns; fewer find less, more find nothing else on the problems that were measured."""

BLOCK = 30
"""So many items are decided at once among equal plans: as many as there are digits in what CP-SAT counts with."""


def carry_on(question: Question, plan: Plan | None, floors: Mapping[int, int], deadline: float) -> Answer:
    """The best plan until `deadline` (of the monotonic clock) or Ctrl-C, beginning from `plan`.

    `floors`: by goal, what is known that no plan goes below.
    """
    return _Run(question, plan, floors).run(deadline)


class _Run:
    def __init__(self, question: Question, plan: Plan | None, known: Mapping[int, int]) -> None:
        self.question = question
        self.program = Program(question, CpModel())
        self.answer = Answer()
        self.known = known
        self.status = cp_model.UNKNOWN
        if plan is not None:
            self.answer.found, self.answer.items, self.answer.handed = True, plan.items, plan.handed

    def run(self, deadline: float) -> Answer:
        answer, program = self.answer, self.program
        if not self.question.least:
            self.step(0, deadline)
        for place in self.question.least:
            cost = program.costs[place]
            program.model.add(cost >= self.known[place])
            solver = self.step(cost, deadline)
            if solver is None:
                break
            answer.floors[place] = round(solver.best_objective_bound)
            if self.status != cp_model.OPTIMAL:
                break
            answer.proved += 1
            program.model.add(cost <= answer.floors[place])
        if self.question.settle and answer.proved == len(self.question.least):
            answer.settled = self.settle(deadline)
        return answer

    def settle(self, deadline: float) -> bool:
        """Of the plans with these costs the preferred one: by blocks of items in order, as the digits of a number."""
        tastes = self.program.tastes()
        for start in range(0, len(tastes), BLOCK):
            block = tastes[start : start + BLOCK]
            worth = sum((1 - one) * (1 << place) for place, one in enumerate(reversed(block)))
            solver = self.step(worth, deadline)
            if solver is None or self.status != cp_model.OPTIMAL:
                return False
            for one in block:
                self.program.model.add(one == solver.boolean_value(one))
        return True

    def step(self, cost: LinearExprT, deadline: float) -> CpSolver | None:
        """Take the plan with the least `cost`, or the best until then; None where there was none to take."""
        answer, program = self.answer, self.program
        program.model.minimize(cost)
        program.hint(answer.items if answer.found else (), answer.handed)
        solver = CpSolver()
        self.status = self.solve(solver, deadline)
        if self.status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            answer.settled = self.status == cp_model.INFEASIBLE
            return None
        answer.found = True
        answer.items, answer.handed = program.read(solver)
        return solver

    def solve(self, solver: CpSolver, deadline: float) -> cp_model.CpSolverStatus:
        solver.parameters.max_time_in_seconds = max(0.0, deadline - monotonic())
        solver.parameters.num_workers = WORKERS
        solver.parameters.random_seed = 1
        solver.parameters.catch_sigint_signal = False
        with ThreadPoolExecutor(1) as pool:
            search = pool.submit(solver.solve, self.program.model)
            try:
                stopped = wait(lambda seconds: bool(futures.wait([search], seconds).done), solver.stop_search, deadline)
            finally:
                _end(search, solver)
        status = search.result()
        if status not in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
            self.answer.stopped = stopped or "time"
        return status


def _end(search: "Future[cp_model.CpSolverStatus]", solver: CpSolver) -> None:
    """Let go of the solver only once it has stopped, however often Ctrl-C is pressed: it would fall with its model.

    Told to stop before it has begun, it goes on, and so is told again.
    """
    while not search.done():
        with suppress(KeyboardInterrupt):
            solver.stop_search()
            futures.wait([search], BREATH)
