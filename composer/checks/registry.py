"""What a check is: a rule, or a family of rules, over a whole library."""

from collections.abc import Callable, Iterable

from composer.errors import Finding
from composer.model.theme import Library
from composer.registry import Registry

Check = Callable[[Library], Iterable[Finding]]

CHECKS: Registry[Check] = Registry("check")
