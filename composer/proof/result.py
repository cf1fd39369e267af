"""What a proof over all answers says."""

from collections.abc import Mapping

from composer.errors import Finding
from composer.model.base import Model
from composer.why.model import Way


class DeadEnd(Model):
    """Answers that lead to no package, whatever else is answered; none of them can be left out.

    `answers`: the options that must be chosen, by question; `avoided`: options of multiple choices that must not be.
    `example`: one of the combinations, with ordinary answers to all other questions; `findings`: what composing says
    there; `ways`: the smallest sets of documents or items that would clear it there, none where nothing helps.
    """

    answers: Mapping[str, tuple[str, ...]]
    avoided: Mapping[str, tuple[str, ...]]
    example: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]
    ways: tuple[Way, ...]


class UnusedDemand(Model):
    """A demand of an item that is in no package that holds the item."""

    item: str
    name: str


class Proof(Model):
    """What holds for every combination of answers to a theme's questions.

    `combinations` and `dead_combinations` are exact. `packages` is exact where `packages_exact`, else a lower bound.
    `proved`: every statement holds for all combinations; else `unproved` says of how many nothing is known, and the
    lists of what never happens speak of the others alone.
    """

    theme: str
    given: Mapping[str, tuple[str, ...]]
    combinations: int
    packages: int
    packages_exact: bool
    dead_combinations: int
    dead_ends: tuple[DeadEnd, ...]
    dead_ends_complete: bool
    useless_questions: tuple[str, ...]
    unreachable_options: Mapping[str, tuple[str, ...]]
    items_never: tuple[str, ...]
    materials_never: tuple[str, ...]
    demands_never: tuple[UnusedDemand, ...]
    unproved: int

    @property
    def proved(self) -> bool:
        """Whether everything holds for all combinations and every number is exact."""
        return self.unproved == 0 and self.packages_exact
