"""**prove**: what holds for every combination of answers, worked out on diagrams and never by listing them."""

from collections.abc import Iterator

from composer.compose import compose
from composer.errors import ContentError, Finding, MachineError
from composer.model.objective import USUAL, Terms
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Theme
from composer.proof.asking import asking_about
from composer.proof.dead_ends import MOST, Taken, as_answers, smallest_dead_ends
from composer.proof.differing import unreachable_options
from composer.proof.image import count_images
from composer.proof.result import DeadEnd, Proof, UnusedDemand
from composer.proof.world import World, world
from composer.situations.conditions import holds
from composer.situations.diagrams import Diagram, TooEntangled, both
from composer.why import ways_out


def prove(theme: Theme, catalogue: Catalogue, given: Answers | None = None, terms: Terms = USUAL) -> Proof:
    """The proof for `theme` under `terms`, with the answers in `given` (question id to option ids) fixed.

    Raises AnswerError for terms that cannot be, MachineError where the answers depend on one another too much for the
    room that a proof may take.
    """
    try:
        return prove_world(world(theme, catalogue, given, terms), theme, catalogue, terms)
    except TooEntangled:
        reason, suggestion = "各个问题互相牵连太多，超出了证明可用的内存", "请用 -a 固定几个回答，分开证明"
        raise MachineError([Finding("proof-too-large", theme.id, reason, suggestion)]) from None


def prove_world(known: World, theme: Theme, catalogue: Catalogue, terms: Terms = USUAL) -> Proof:
    """The proof for a theme whose answers were worked out."""
    space = known.space
    packages, exact = _packages(known)
    taken = smallest_dead_ends(space, known.dead)
    options: dict[str, tuple[str, ...]] = {}
    for question, option in unreachable_options(space):
        options[question] = (*options.get(question, ()), option)
    return Proof(
        theme=theme.id,
        given=dict(space.given),
        combinations=space.count(space.diagrams.always),
        packages=packages,
        packages_exact=exact,
        dead_combinations=space.count(known.dead),
        dead_ends=tuple(_dead_end(known, one, theme, catalogue, terms) for one in taken),
        dead_ends_complete=len(taken) < MOST,
        useless_questions=_useless(known),
        unreachable_options=options,
        items_never=tuple(
            one.item for one in theme.items if not _occurs(known, known.items.get(one.item, space.diagrams.never))
        ),
        materials_never=tuple(ref for ref in sorted(known.materials) if not _occurs(known, known.materials[ref])),
        demands_never=tuple(
            UnusedDemand(item=item, name=name)
            for (item, name), when in known.demands.items()
            if _occurs(known, known.items[item]) and not _occurs(known, when)
        ),
        unproved=space.count(known.unknown),
    )


def _packages(known: World) -> tuple[int, bool]:
    space = known.space
    if not _occurs(known, space.diagrams.always):
        return 0, not both(known.unknown, space.legal)
    packages, exact = count_images(space, known.parts.values(), known.alive)
    return packages, exact and not both(known.unknown, space.legal)


def _useless(known: World) -> tuple[str, ...]:
    """Questions of which no answer ever changes the package, the others left alone; given ones are none."""
    asking = asking_about(known)
    matter = asking.open(known.space.given)
    return tuple(name for name in known.space.questions if name not in matter and name not in known.space.given)


def _occurs(known: World, when: Diagram) -> bool:
    return (when & known.alive & known.space.legal).satisfiable()


def _dead_end(known: World, taken: Taken, theme: Theme, catalogue: Catalogue, terms: Terms) -> DeadEnd:
    space = known.space
    chosen = dict(as_answers(space, taken))
    avoided: dict[str, tuple[str, ...]] = {}
    for number, value in taken:
        question, option = space.choices[number]
        if not value:
            avoided[question] = (*avoided.get(question, ()), option)
    example = _example(known, chosen, avoided)
    return DeadEnd(
        answers=chosen,
        avoided=avoided,
        example=example,
        findings=tuple(_findings(theme, catalogue, example, terms)),
        ways=tuple(ways_out(theme, catalogue, example, terms=terms)),
    )


def _example(known: World, chosen: Answers, avoided: Answers) -> Answers:
    """A combination with these options, without those that are avoided, and as ordinary as it can be."""
    space = known.space
    answers: dict[str, tuple[str, ...]] = {}
    for asked in space.theme.questions:
        name, question = asked.question, space.questions[asked.question]
        ordinary = space.given.get(name, asked.ordinary(question))
        if question.multiple:
            taken = {*ordinary, *chosen.get(name, ())}.difference(avoided.get(name, ()))
            ordinary = tuple(option.id for option in question.options if option.id in taken)
        elif chosen.get(name):
            ordinary = chosen[name]
        if holds(asked.when, answers):
            answers[name] = ordinary
    return answers


def _findings(theme: Theme, catalogue: Catalogue, answers: Answers, terms: Terms) -> Iterator[Finding]:
    try:
        compose(theme, catalogue, answers, terms)
    except ContentError as error:
        yield from error.findings
