"""A logic program of this folder, made ready to be asked."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import clingo


def ground(name: str, facts: Iterable[tuple[str, *tuple[int, ...]]], *options: str) -> clingo.Control:
    """The program `name` over `facts` (a predicate and its numbers), ready to be solved with these options."""
    control = clingo.Control(["--warn=none", *options])
    control.add("base", [], _text(name))
    with control.backend() as backend:
        for predicate, *numbers in facts:
            atom = backend.add_atom(clingo.Function(predicate, [clingo.Number(number) for number in numbers]))
            backend.add_rule([atom])
    control.ground([("base", [])])
    return control


@cache
def _text(name: str) -> str:
    """The text of the program, which is code that stands beside this module, not data."""
    return Path(__file__).with_name(f"{name}.lp").read_text(encoding="utf-8")
