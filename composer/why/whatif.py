"""What if: the package for other answers, with documents at hand or without items, beside the package as it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from composer.model.base import Model
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Theme
from composer.policies.naming import switched
from composer.situations.answers import Given, find_question, resolve_answers
from composer.why.compare import Difference, differences
from composer.why.facts import Fact, Part, facts
from composer.why.model import Obstacle, ThingKind, Way
from composer.why.reasons import reason_of
from composer.why.scene import Scene
from composer.why.switches import said_answer
from composer.why.things import find_thing
from composer.why.unreachable import ways_out


class ChangeKind(StrEnum):
    """In what a supposed case differs from the case as it is."""

    HAVE = "have"
    WITHOUT = "without"
    ANSWER = "answer"
    POLICY = "policy"


class Change(Model):
    """One thing that is supposed: a document at hand, an item left out, another answer, a policy switched."""

    kind: ChangeKind
    id: str
    text: str


class Stuck(Model):
    """Why one side has no package: what stands in the way, and the smallest additions that would clear it."""

    obstacles: tuple[Obstacle, ...] = ()
    ways: tuple[Way, ...] = ()


class WhatIf(Model):
    """The two packages and all that differs between them, each with what brought it.

    `before` or `after` is None where nothing comes about; `stuck_before` and `stuck` then say why. `broken_by` are the
    fewest changes after which there is no package any more, `opened_by` the fewest after which there is one at last.
    """

    theme: Theme
    changes: tuple[Change, ...]
    before: ThemePackage | None
    after: ThemePackage | None
    differences: tuple[Difference, ...] = ()
    broken_by: tuple[int, ...] = ()
    opened_by: tuple[int, ...] = ()
    stuck_before: Stuck = Stuck()
    stuck: Stuck = Stuck()

    @property
    def cleared(self) -> tuple[Obstacle, ...]:
        """What stands in the way as it is and, with the changes, does not any more."""
        return tuple(one for one in self.stuck_before.obstacles if one not in self.stuck.obstacles)


@dataclass(frozen=True)
class Supposed:
    """What a person supposes, as written: names or ids of materials, of items, answers by question, policies."""

    have: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    answers: Given | None = None
    policies: Mapping[str, bool] = field(default_factory=dict)


def what_if(theme: Theme, catalogue: Catalogue, base: Given, supposed: Supposed, terms: Terms | None = None) -> WhatIf:
    """The package for the answers `base` beside that for the same answers with everything that is `supposed`.

    `terms` are those of both.

    Raises AnswerError for answers and names that cannot be.
    """
    return _WhatIf(theme, catalogue, base, supposed, terms or Terms()).run()


class _WhatIf:
    def __init__(self, theme: Theme, catalogue: Catalogue, base: Given, supposed: Supposed, terms: Terms) -> None:
        self.theme, self.catalogue, self.terms = theme, catalogue, terms
        self.base, self.answers = self.by_id(base), self.by_id(supposed.answers or {})
        self.have = [find_thing(name, theme, catalogue, ThingKind.MATERIAL).id for name in supposed.have]
        self.without = [find_thing(name, theme, catalogue, ThingKind.ITEM).id for name in supposed.without]
        self.policies = switched(theme, supposed.policies.items())
        self.changes = tuple(self.named())
        self.before = Scene.of(theme, catalogue, self.base, terms)

    def run(self) -> WhatIf:
        every = tuple(range(len(self.changes)))
        after = self.scene(every)
        here, there = self.facts(self.before), self.facts(after)
        found = differences(here, there) if there else ()
        causes = self.causes(found, here, every)
        was, is_there = self.before.package is not None, after.package is not None
        turned = self.fewest(is_there) if was is not is_there else ()
        return WhatIf(
            theme=self.theme,
            changes=self.changes,
            before=self.before.package,
            after=after.package,
            differences=tuple(
                one.model_copy(update={"reason": reason_of(one, causes[one.key], self.before, after)}) for one in found
            ),
            broken_by=turned if was else (),
            opened_by=() if was else turned,
            stuck_before=self.stuck(self.before),
            stuck=self.stuck(after),
        )

    def by_id(self, given: Given) -> dict[str, tuple[str, ...]]:
        """The answers by the ids of their questions and options; raises AnswerError for those that cannot be."""
        resolve_answers(self.theme, self.catalogue, given)
        questions = {one.question: self.catalogue.questions[one.question] for one in self.theme.questions}
        found: dict[str, tuple[str, ...]] = {}
        for name, options in given.items():
            question = find_question(questions, name)
            if question is not None:
                found[question.id] = (options,) if isinstance(options, str) else tuple(options)
        return found

    def named(self) -> Iterator[Change]:
        for ref in dict.fromkeys(self.have):
            name = self.catalogue.material(ref).name
            yield Change(kind=ChangeKind.HAVE, id=ref, text=f"手上已有“{name}”")
        for item_id in dict.fromkeys(self.without):
            yield Change(kind=ChangeKind.WITHOUT, id=item_id, text=f"不办“{self.catalogue.items[item_id].name}”")
        for question_id, options in self.answers.items():
            question = self.catalogue.questions[question_id]
            chosen = tuple(one.id for one in question.options if {one.id, one.label} & set(options))
            yield Change(kind=ChangeKind.ANSWER, id=question_id, text=said_answer(question, chosen))

        titles = {policy.id: policy.name for policy in self.theme.policies}
        for policy_id, wanted in self.policies.items():
            verb = "采用" if wanted else "不采用"
            yield Change(kind=ChangeKind.POLICY, id=policy_id, text=f"{verb}“{titles[policy_id]}”")

    def scene(self, chosen: Iterable[int]) -> Scene:
        """The case as it is with the chosen changes."""
        some = [self.changes[number] for number in chosen]
        answers = {one.id: self.answers[one.id] for one in some if one.kind is ChangeKind.ANSWER}
        have = tuple(one.id for one in some if one.kind is ChangeKind.HAVE)
        without = tuple(one.id for one in some if one.kind is ChangeKind.WITHOUT)
        switched = {one.id: self.policies[one.id] for one in some if one.kind is ChangeKind.POLICY}
        terms = self.terms.model_copy(
            update={
                "have": (*self.terms.have, *have),
                "without": (*self.terms.without, *without),
                "policies": {**self.terms.policies, **switched},
            }
        )
        return Scene.of(self.theme, self.catalogue, {**self.base, **answers}, terms)

    def facts(self, scene: Scene) -> Mapping[tuple[Part, str], Fact]:
        return facts(scene.package, self.catalogue) if scene.package else {}

    def causes(
        self, found: Iterable[Difference], here: Mapping[tuple[Part, str], Fact], every: tuple[int, ...]
    ) -> dict[tuple[Part, str], tuple[int, ...] | None]:
        """By difference the changes that make one there by themselves; None where only several together do."""
        alone: dict[tuple[Part, str], list[int]] = {}
        for number in every if len(every) > 1 else ():
            for one in differences(here, self.facts(scene)) if (scene := self.scene((number,))).package else ():
                alone.setdefault(one.key, []).append(number)
        only = every if len(every) == 1 else None
        return {one.key: tuple(alone[one.key]) if one.key in alone else only for one in found}

    def fewest(self, there: bool) -> tuple[int, ...]:
        """The fewest changes with which a package is there, or is there no more, as with all of them."""
        sizes = range(1, len(self.changes) + 1)
        tried = (some for size in sizes for some in combinations(range(len(self.changes)), size))
        return next(some for some in tried if (self.scene(some).package is not None) is there)

    def stuck(self, scene: Scene) -> Stuck:
        """What stands in the way of a package, where there is none."""
        if scene.package is not None:
            return Stuck()
        ways = ways_out(self.theme, self.catalogue, scene.case.answers, terms=scene.terms)
        return Stuck(obstacles=scene.obstacles, ways=tuple(ways))
