"""What a kind of policy is: it says which facts of a theme and its items a policy changes."""

from collections.abc import Callable, Iterable
from typing import Any

from composer.model.theme import Catalogue, Theme
from composer.policies.edits import Edit
from composer.registry import Registry

Kind = Callable[[Any, Theme, Catalogue], Iterable[Edit]]
"""Takes a policy of its own model, the theme and the catalogue as they stand without any policy."""

KINDS: Registry[Kind] = Registry("policy")
