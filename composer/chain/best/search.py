"""Asks clingo for the best plan, with choose.lp."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from clingo import Control, Model

from composer.chain.best.facts import facts, priority
from composer.chain.best.question import Answer, Question
from composer.chain.best.waiting import wait


def search(question: Question, deadline: float) -> Answer:
    """The best plan; when `deadline` (of the monotonic clock) or Ctrl-C ends the search, the best so far."""
    return _Search(question).run(deadline)


class _Search:
    def __init__(self, question: Question) -> None:
        self.question = question
        self.control = _control()
        self.control.add("base", [], facts(question))
        self.control.ground([("base", [])])
        self.answer = Answer()
        self.costs: dict[int, int] = {}
        self.lower: Sequence[int] = ()
        self.one_will_do = not question.settle and not self.present()

    def run(self, deadline: float) -> Answer:
        answer = self.answer
        with self.control.solve(on_model=self.on_model, on_unsat=self.on_unsat, async_=True) as handle:
            answer.stopped = wait(handle.wait, handle.cancel, deadline)
            result = handle.get()
        # A search that is cancelled before it begins calls itself exhausted, with a result that is unknown.
        ended = result.exhausted or (self.one_will_do and answer.found)
        answer.settled = bool(ended and not result.interrupted and not result.unknown)
        if answer.settled:
            answer.proved = len(self.question.least)
        else:
            self.note_floors()
        return answer

    def on_model(self, model: Model) -> bool:
        shown = [(symbol.name, symbol.arguments[0].number) for symbol in model.symbols(shown=True)]
        self.answer.found = True
        self.answer.items = [number for name, number in shown if name == "in"]
        self.answer.handed = [number for name, number in shown if name == "use"]
        self.costs = dict(zip(model.priority, model.cost, strict=True))
        # Where nothing is to be least clingo would go on to all plans.
        return not self.one_will_do

    def on_unsat(self, lower: Sequence[int]) -> None:
        self.lower = tuple(lower)

    def note_floors(self) -> None:
        """Of a search that was stopped: which goals were proved, and how low the others can be at best.

        clingo counts the levels at which anything costs, from the most important.
        """
        present = self.present()
        levels = {place: priority(self.question, place) for place in self.question.least}
        known = iter(self.lower)
        floors = {}
        for place, level in levels.items():
            lower = next(known, None) if level in present else 0
            if lower is None:
                break
            windows = self.question.windows.get(place)
            floors[place] = lower + (windows.floor if windows else 0)
            if not self.answer.found or lower < self.costs.get(level, 0):
                break
            self.answer.proved += 1
        self.answer.floors = floors

    def present(self) -> set[int]:
        """The levels of the goals asked for at which anything costs."""
        atoms = self.control.symbolic_atoms.by_signature("cost", 3)
        asked = {priority(self.question, place) for place in self.question.least}
        return asked.intersection(atom.symbol.arguments[0].number for atom in atoms)


@cache
def _program() -> str:
    return files("composer.chain.best").joinpath("choose.lp").read_text("utf-8")


def _control() -> Control:
    # Core-guided search (usc) proves; all levels are one search. Cores that are made small raise the bound faster, and
    # plans come up on the way. The warnings would be about levels without any cost.
    control = Control(["--warn=none", "--models=0", "--opt-strategy=usc", "--opt-usc-shrink=min", "--seed=1"])
    control.add("base", [], _program())
    return control
