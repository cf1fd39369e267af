"""Asking one question at a time, on what is known of all answers.

The order of questions is decided in `composer/situations`; what can change the package is known only here.
"""

from composer.model.objective import USUAL, Terms
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.proof.world import World, world
from composer.situations.asking import Asking


def asking(theme: Theme, catalogue: Catalogue, terms: Terms = USUAL) -> Asking:
    """The questions of `theme`, ready to be put one by one; worth keeping, for it is worked out over all answers.

    Raises AnswerError for terms that cannot be, TooEntangled where the answers do not fit into the room for diagrams.
    """
    return asking_about(world(theme, catalogue, terms=terms))


def asking_about(known: World) -> Asking:
    """The questions of a theme whose answers were worked out."""
    (unknown,) = known.space.raw([known.unknown])
    return Asking.about(known.space, known.raw_differences, unknown)


def next_question(theme: Theme, catalogue: Catalogue, given: Answers) -> str | None:
    """The question of `theme` to put after the answers `given` (by ids), or None when none can change the package."""
    return asking(theme, catalogue).next(given)
