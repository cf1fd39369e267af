"""The smallest sets of answers that lead to no package, whatever the other answers are."""

from collections.abc import Iterator

from composer.situations.diagrams import Diagram, both
from composer.situations.symbolic import AnswerSpace

MOST = 50
"""How many sets are looked for; how many combinations of answers lead nowhere is counted in full."""

LARGEST = 3
"""Up to this many options the smallest sets are looked for; a larger one holds no option in vain."""

TRIES = 20_000
"""How many sets are tried in looking for the smallest."""

Taken = tuple[tuple[int, bool], ...]
"""Options (by variable), each with whether it is chosen."""


def smallest_dead_ends(space: AnswerSpace, dead: Diagram) -> list[Taken]:
    """Sets of options that lead nowhere whatever else is answered, none of them in vain, small ones first.

    `dead` is a function of effective answers. The sets cover every answer that leads nowhere, unless that takes more
    than MOST of them.
    """
    return _Search(space, dead).run()


class _Search:
    def __init__(self, space: AnswerSpace, dead: Diagram) -> None:
        self.space, self.diagrams = space, space.diagrams
        (raw,) = space.raw([dead])
        self.rule = self.diagrams.all_of(space.raw_rule(name) for name in space.questions)
        self.saved = self.rule & ~raw
        self.left = self.rule & raw
        self.found: list[Taken] = []
        self.tries = 0
        support = self.diagrams.support(raw)
        self.options: list[tuple[int, bool]] = []
        for name, question in space.questions.items():
            for number in space.numbers(name):
                if name not in space.given and not support.isdisjoint(space.numbers(name)):
                    self.options += [(number, True), (number, False)] if question.multiple else [(number, True)]

    def run(self) -> list[Taken]:
        for size in range(LARGEST + 1):
            self.extend((), 0, size, self.diagrams.always)
        while len(self.found) < MOST and self.left.satisfiable():
            self.keep(self.shrunk())
        return self.found

    def extend(self, taken: Taken, start: int, size: int, cube: Diagram) -> None:
        """Keep every set that adds `size` more options, from `start` on, and leads nowhere."""
        if len(self.found) == MOST or not both(cube, self.left):
            return
        if size == 0:
            if not both(cube, self.saved):
                self.keep(taken)
            return
        for position in range(start, len(self.options)):
            self.tries += 1
            if self.tries > TRIES:
                return
            one = self.options[position]
            self.extend((*taken, one), position + 1, size - 1, cube & self.diagrams.cube(dict([one])))

    def keep(self, taken: Taken) -> None:
        self.found.append(taken)
        self.left = self.left & ~self.diagrams.cube(dict(taken))

    def shrunk(self) -> Taken:
        """A set for some answer that leads nowhere, with every option taken out that can be."""
        values = self.left.pick_cube() or []
        taken = [one for one in self.options if bool(values[one[0]]) is one[1]]
        for one in list(taken):
            fewer = [other for other in taken if other != one]
            if not both(self.diagrams.cube(dict(fewer)), self.saved):
                taken = fewer
        return tuple(taken)


def as_answers(space: AnswerSpace, taken: Taken) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The options as raw answers to give; of a multiple choice, those that are named as chosen."""
    for name, question in space.questions.items():
        named = [(option.id, value) for option in question.options for number, value in taken
                 if number == space.number[name, option.id]]  # fmt: skip
        if named:
            yield name, tuple(option for option, value in named if value)
