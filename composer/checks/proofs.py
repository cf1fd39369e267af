"""What a proof over all answers finds: questions that are asked in vain, and questions that nobody is ever asked."""

from collections.abc import Iterator

from composer.checks.conditions import questions_used
from composer.checks.registry import CHECKS
from composer.errors import Finding, Severity
from composer.model.condition import atoms
from composer.model.theme import Catalogue, Library, Theme
from composer.proof.asking import asking_about
from composer.proof.world import World, world
from composer.situations.diagrams import TooEntangled, both


@CHECKS.register("proofs")
def proofs(library: Library) -> Iterator[Finding]:
    """`question-idle` and `question-never-asked`, of themes that lead somewhere and are known for all answers."""
    for theme in library.themes.values():
        try:
            known = world(theme, library.catalogue)
            plain = known if not theme.policies else world(_without_policies(theme), library.catalogue)
        except TooEntangled:
            continue
        yield from _never_asked(theme, known)
        if _is_known(known) and _is_known(plain):
            never = {one.question for one in theme.questions if not known.is_ever_asked(one.question)}
            yield from _idle(theme, library.catalogue, never.union(_open(known), _open(plain)))


def _without_policies(theme: Theme) -> Theme:
    """Policies can be switched off, and then a question may matter that they make idle."""
    return theme.model_copy(update={"policies": ()})


def _is_known(known: World) -> bool:
    return both(known.alive, known.space.legal) and not both(known.unknown, known.space.legal)


def _open(known: World) -> tuple[str, ...]:
    return asking_about(known).open({})


def _never_asked(theme: Theme, known: World) -> Iterator[Finding]:
    before: set[str] = set()
    for asked in theme.questions:
        in_order = before.issuperset(atom.question for atom in atoms(asked.when))  # else question-order says why
        if in_order and not known.is_ever_asked(asked.question):
            reason, way_out = f"问题 {asked.question} 永远不会问到", "请检查它的 when，以及它取决于的问题在什么时候问"
            yield Finding("question-never-asked", theme.id, reason, way_out, asked.at, Severity.WARNING)
        before.add(asked.question)


def _idle(theme: Theme, catalogue: Catalogue, excused: set[str]) -> Iterator[Finding]:
    """A question that is never asked, or that no condition uses, is reported as such."""
    used = questions_used(theme, catalogue)
    for asked in theme.questions:
        if asked.question in used - excused:
            reason, way_out = f"问题 {asked.question} 怎样回答都不改变套餐", "请检查用到它的条件，或删去这个问题"
            yield Finding("question-idle", theme.id, reason, way_out, asked.at, Severity.WARNING)
