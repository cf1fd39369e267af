"""One file a kind of policy; found through the registry."""

from composer.policies.registry import KINDS

__all__ = ["KINDS"]

KINDS.discover(__name__, __path__)
