"""Why one thing is in a package or not, whatever kind of thing it is."""

from composer.model.objective import USUAL, Terms
from composer.model.theme import Catalogue, Theme
from composer.situations.answers import Given
from composer.why.fields import explain_field
from composer.why.items import explain_item
from composer.why.materials import explain_material
from composer.why.model import Explanation, Thing, ThingKind
from composer.why.policies import explain_in_brief, explain_policy
from composer.why.questions import explain_question
from composer.why.scene import Scene
from composer.why.things import find_thing
from composer.why.unreachable import ways_out

_EXPLAIN = {
    ThingKind.ITEM: explain_item,
    ThingKind.MATERIAL: explain_material,
    ThingKind.FIELD: explain_field,
    ThingKind.QUESTION: explain_question,
    ThingKind.POLICY: explain_policy,
}


def why(name: str, theme: Theme, catalogue: Catalogue, given: Given, terms: Terms = USUAL) -> Explanation:
    """Why the thing of that id or name is in the package for these answers, or why it is not.

    Raises AnswerError for a name that nothing has, or several have, and for answers and terms that cannot be.
    """
    return explain(find_thing(name, theme, catalogue), Scene.of(theme, catalogue, given, terms))


def in_brief(thing: Thing, scene: Scene) -> Explanation:
    """The explanation for a list of many things: that of a policy does not say what it saves."""
    return explain_in_brief(thing, scene) if thing.kind is ThingKind.POLICY else explain(thing, scene)


def explain(thing: Thing, scene: Scene) -> Explanation:
    """The explanation of a thing that was found in the scene's theme or catalogue."""
    said = _EXPLAIN[thing.kind](thing, scene)
    if scene.package is not None:
        return said
    wants = [thing.id] if thing.id in scene.wants else None
    ways = ways_out(scene.theme, scene.written, scene.case.answers, wants, scene.terms)
    return said.model_copy(update={"obstacles": scene.obstacles, "ways": tuple(ways)})
