"""All answers to a theme at once, as a decision diagram: legal answers, conditions over them, how many there are.

One variable an option: it is chosen in answer to a question that is asked. So every set of answers that the pipeline
tells apart is one assignment, whatever was said to questions that are not asked, and a condition is read off as it is
written. Raw answers (something for every question, asked or not) are the same variables under `raw`.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from composer.model.condition import All, Any_, Chosen, Condition, Not, atoms
from composer.model.situation import Answers, Question
from composer.model.theme import Catalogue, Theme
from composer.situations.diagrams import Diagram, Diagrams, both
from composer.situations.ordering import close_together

Choice = tuple[str, str]
"""A question and one of its options."""


class AnswerSpace:
    """The answers that a theme can be given, in the order of its questions.

    `given` are raw answers already fixed: they hold wherever their question is asked. `together` are questions that
    decide something together.
    """

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        given: Answers | None = None,
        together: Collection[frozenset[str]] = (),
    ) -> None:
        self.theme = theme
        self.given: Answers = given or {}
        self.questions: dict[str, Question] = {
            asked.question: catalogue.questions[asked.question] for asked in theme.questions
        }
        self.number: dict[Choice, int] = {}
        groups = {
            group.intersection(self.questions)
            for group in (*together, *(_mentioned(one.when) | {one.question} for one in theme.questions))
        }
        for name in close_together(list(self.questions), sorted(groups, key=sorted)):
            for option in self.questions[name].options:
                self.number[name, option.id] = len(self.number)
        self.choices: list[Choice] = list(self.number)
        self.diagrams = Diagrams(len(self.number))
        self.asked: dict[str, Diagram] = {}
        self._own: dict[str, Diagram] = {}
        for asked in theme.questions:  # a condition sees only what was asked before, as the pipeline does
            self.asked[asked.question] = self.condition(asked.when, self.asked)
            self._own[asked.question] = self._answered(asked.question)
        self.legal: Diagram = self.diagrams.all_of(self._own.values())

    def chosen(self, question: str, option: str) -> Diagram:
        """True where `option` is chosen in answer to `question`; never where there is no such question."""
        number = self.number.get((question, option))
        return self.diagrams.never if number is None else self.diagrams.variables[number]

    def condition(self, condition: Condition | None, among: Iterable[str] | None = None) -> Diagram:
        """The answers under which `condition` holds; `among` are the questions that have answers, else all."""
        match condition:
            case None:
                return self.diagrams.always
            case Chosen(question=question, options=options):
                if among is not None and question not in among:
                    return self.diagrams.never
                return self.diagrams.any_of(self.chosen(question, option) for option in options)
            case All(parts=parts):
                return self.diagrams.all_of(self.condition(part, among) for part in parts)
            case Any_(parts=parts):
                return self.diagrams.any_of(self.condition(part, among) for part in parts)
            case Not(part=part):
                return ~self.condition(part, among)

    def rule(self, question: str) -> Diagram:
        """What a legal answer to `question` is: none where it is not asked, one where it is a single choice."""
        return self._own[question]

    def _answered(self, name: str) -> Diagram:
        question = self.questions[name]
        options = [self.chosen(name, option.id) for option in question.options]
        nothing = ~self.diagrams.any_of(options)
        if name in self.given:
            allowed = self.diagrams.cube(self.block(name, self.given[name]))
        else:
            allowed = self.diagrams.always if question.multiple else self.diagrams.exactly_one(options)
        return self.asked[name].ite(allowed, nothing)

    def is_true(self, function: Diagram, answers: Answers) -> bool:
        """Whether `function` is true for these effective answers."""
        values = (pair for name in self.questions for pair in self.block(name, answers.get(name, ())).items())
        return function.eval(values)

    def exactly(self, answers: Answers) -> Diagram:
        """True for these effective answers alone."""
        return self.diagrams.all_of(
            self.diagrams.cube(self.block(name, answers.get(name, ()))) for name in self.questions
        )

    def block(self, question: str, options: Iterable[str]) -> dict[int, bool]:
        """The variables of `question` when exactly `options` are chosen."""
        taken = set(options)
        return {self.number[question, one.id]: one.id in taken for one in self.questions[question].options}

    def numbers(self, question: str) -> tuple[int, ...]:
        """The variables of a question."""
        return tuple(self.number[question, option.id] for option in self.questions[question].options)

    def simplest(self, function: Diagram) -> Diagram:
        """A function that is the same for every legal answer, without the questions that make no difference to it."""
        for name, question in self.questions.items():
            numbers = self.numbers(name)
            if self.diagrams.support(function).isdisjoint(numbers):
                continue
            for options in ((), *((option.id,) for option in question.options)):
                fixed = self.diagrams.under(function, self.block(name, options))
                if not both(fixed ^ function, self.legal):
                    function = fixed
                    break
        return function

    def count(self, function: Diagram) -> int:
        """For how many combinations of answers, of the legal ones, `function` is true."""
        return (function & self.legal).sat_count(len(self.number))

    def example(self, function: Diagram) -> Answers | None:
        """Some answers under which `function` is true, always the same ones; None where there are none."""
        cube = (function & self.legal).pick_cube()
        if cube is None:
            return None
        values = [(number, bool(value)) for number, value in enumerate(cube)]
        return {
            name: tuple(option.id for option in question.options if values[self.number[name, option.id]][1])
            for name, question in self.questions.items()
            if self.asked[name].eval(values)
        }

    @property
    def asked_of_raw(self) -> Mapping[str, Diagram]:
        """When each question is asked, as a function of raw answers."""
        return self._raw[0]

    @cached_property
    def _raw(self) -> tuple[dict[str, Diagram], dict[int, Diagram]]:
        asked: dict[str, Diagram] = {}
        replaced: dict[int, Diagram] = {}
        for name in self.questions:
            (asked[name],) = self.diagrams.replaced([self.asked[name]], replaced) if replaced else (self.asked[name],)
            for number in self.numbers(name):
                replaced[number] = self.diagrams.variables[number] & asked[name]
        return asked, replaced

    def raw(self, functions: Iterable[Diagram]) -> list[Diagram]:
        """The functions of effective answers as functions of raw ones, where what is not asked has no say."""
        return list(self.diagrams.replaced(functions, self._raw[1])) if self.number else list(functions)

    def raw_rule(self, question: str) -> Diagram:
        """What a raw answer to `question` may be: always one option of a single choice, and what was given."""
        if question in self.given:
            return self.diagrams.cube(self.block(question, self.given[question]))
        if self.questions[question].multiple:
            return self.diagrams.always
        return self.diagrams.exactly_one(self.diagrams.variables[number] for number in self.numbers(question))


def _mentioned(condition: Condition | None) -> frozenset[str]:
    return frozenset(atom.question for atom in atoms(condition))
