"""Themes of a few items, and the explanation of one thing in them."""

from collections.abc import Mapping
from typing import Any

from composer.model.objective import USUAL, Terms
from composer.model.theme import Library
from composer.why import why
from composer.why.model import Explanation


def explained(content: Library, name: str, terms: Terms = USUAL, **answers: Any) -> Explanation:
    """Why the thing of that name is in the package of theme `t`, or why not."""
    return why(name, content.themes["t"], content.catalogue, answers, terms)


def steps(explanation: Explanation) -> list[list[str]]:
    """The chains in words."""
    return [[step.text for step in use.chain] for use in explanation.uses]


Given = Mapping[str, Any]
