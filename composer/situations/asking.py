"""Which question to put next: only one that can still change the package, in the order that ends soonest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from composer.model.condition import atoms
from composer.model.situation import Answers
from composer.model.theme import AskedQuestion
from composer.situations.diagrams import Diagram, both
from composer.situations.symbolic import AnswerSpace


@dataclass(frozen=True)
class Asking:
    """The questions of a theme with the raw answers to the others under which each of them changes the package."""

    space: AnswerSpace
    matters: Mapping[str, Diagram]

    @classmethod
    def about(cls, space: AnswerSpace, raw: Sequence[Diagram], unknown: Diagram) -> "Asking":
        """Asking about what `raw` tells apart, functions of raw answers; where `unknown`, any question may matter."""
        rules = {name: space.raw_rule(name) for name in space.questions}
        supports = [(one, space.diagrams.support(one)) for one in raw]
        return cls(space, {name: _changes(space, name, rules[name], supports, unknown) for name in space.questions})

    def open(self, given: Answers) -> tuple[str, ...]:
        """The questions without an answer in `given` of which some answer can still change the package.

        `given` are raw answers: what is not asked under the others may stand there, and has no say.
        """
        left = self._left(given)
        return tuple(name for name in self._without(given) if both(self.matters[name], left))

    def next(self, given: Answers) -> str | None:
        """The question to put now, or None when nothing can change any more.

        It is asked whatever the answers to others are, so that one that decides whether others are asked comes before
        them. Of several, the one after whose answer fewest can still matter, on the average over its options (of a
        multiple choice: each alone, and none); of equals, the first of the theme.
        """
        open_now = self.open(given)
        left = self._left(given)
        certain = [name for name in open_now if not both(left, ~self.space.asked_of_raw[name])]
        return min(certain, key=lambda name: (self._still_open(name, given), open_now.index(name)), default=None)

    def order(self, given: Answers) -> tuple[str, ...]:
        """The open questions in the order in which they are put to somebody who answers in the ordinary way.

        One that is then not put follows the questions on which its being asked depends, else it comes last.
        """
        still, listed, answers = self.open(given), list[str](), dict(given)
        while (name := self.next(answers)) is not None:
            listed.append(name)
            answers[name] = self._rows[name].ordinary(self.space.questions[name])
        late: set[str] = set()
        for name in still:
            if name not in listed:
                gates = {atom.question for atom in atoms(self._rows[name].when)}
                at = max((listed.index(gate) + 1 for gate in gates.intersection(listed)), default=len(listed))
                while at < len(listed) and listed[at] in late:
                    at += 1
                listed.insert(at, name)
                late.add(name)
        return tuple(listed)

    @property
    def _rows(self) -> Mapping[str, AskedQuestion]:
        return {one.question: one for one in self.space.theme.questions}

    def _still_open(self, question: str, given: Answers) -> float:
        answers = [{**given, question: options} for options in _plain_answers(self.space, question)]
        return sum(len(self.open(after)) for after in answers) / len(answers)

    def _without(self, given: Answers) -> Iterator[str]:
        return (name for name in self.space.questions if name not in given)

    def _left(self, given: Answers) -> Diagram:
        """Everything that may still be answered."""
        diagrams = self.space.diagrams
        fixed = {
            number: value
            for name, options in given.items()
            if name in self.space.questions
            for number, value in self.space.block(name, options).items()
        }
        return diagrams.cube(fixed) & diagrams.all_of(self.space.raw_rule(name) for name in self._without(given))


def _plain_answers(space: AnswerSpace, name: str) -> list[tuple[str, ...]]:
    question = space.questions[name]
    return [(option.id,) for option in question.options] + ([()] if question.multiple else [])


def _changes(
    space: AnswerSpace,
    question: str,
    rule: Diagram,
    functions: Iterable[tuple[Diagram, frozenset[int]]],
    unknown: Diagram,
) -> Diagram:
    """The answers to the other questions under which two answers to this one differ in some function."""
    diagrams, numbers = space.diagrams, space.numbers(question)
    found = diagrams.some(unknown, numbers)
    for function, support in functions:
        if not support.isdisjoint(numbers):
            yes = diagrams.some_of_both(function, rule, numbers)
            found = found | (yes & diagrams.some_of_both(~function, rule, numbers))
    return found
