"""Asks clingo for the best plan, with choose.lp."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from time import monotonic
from typing import TYPE_CHECKING

from composer.chain.best.choice import Stop
from composer.chain.best.facts import Question, facts

if TYPE_CHECKING:
    from clingo import Control, Model

BREATH = 0.05
"""Seconds between two looks at the keyboard: Python hears Ctrl-C only between calls of the solver."""


@dataclass
class Answer:
    """What a search found: chosen items and materials handed in.

    `costs` and `floors`: by goal that was asked for, what the plan costs and what none goes below, as far as that is
    known. `proved`: the costs are the least, or without `found` that there is no plan. `settled`: the plan is the
    preferred one of its equals.
    """

    found: bool = False
    items: tuple[int, ...] = ()
    handed: tuple[int, ...] = ()
    costs: tuple[int, ...] = ()
    floors: tuple[int, ...] = ()
    proved: bool = False
    settled: bool = False
    stopped: Stop | None = None


def search(question: Question, deadline: float) -> Answer:
    """The best plan; when `deadline` (of the monotonic clock) or Ctrl-C ends the search, the best so far."""
    control = _control()
    control.add("base", [], facts(question))
    control.ground([("base", [])])
    answer = Answer()

    def on_model(model: "Model") -> None:
        shown = [(symbol.name, symbol.arguments[0].number) for symbol in model.symbols(shown=True)]
        answer.found = True
        answer.items = tuple(sorted(number for name, number in shown if name == "in"))
        answer.handed = tuple(sorted(number for name, number in shown if name == "use"))
        answer.costs = tuple(model.cost[: len(question.least)])

    def on_unsat(lower: Sequence[int]) -> None:
        answer.floors = tuple(lower[: len(question.least)])

    with control.solve(on_model=on_model, on_unsat=on_unsat, async_=True) as handle:
        try:
            while not handle.wait(BREATH):
                if monotonic() > deadline:
                    answer.stopped = "time"
                    handle.cancel()
        except KeyboardInterrupt:
            answer.stopped = "interrupt"
            handle.cancel()
        answer.settled = handle.get().exhausted
    answer.proved = answer.settled or (answer.found and answer.floors == answer.costs)
    return answer


@cache
def _program() -> str:
    return files("composer.chain.best").joinpath("choose.lp").read_text("utf-8")


def _control() -> "Control":
    # clingo takes longer to load than most themes take to compose, and those leave nothing to search.
    from clingo import Control  # noqa: PLC0415

    control = Control(["--warn=none", "--models=0", "--opt-strategy=usc", "--seed=1"])
    control.add("base", [], _program())
    return control
