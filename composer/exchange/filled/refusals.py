"""The one way in which a file is refused: by a rule, with its name, the reason and the way out."""

from composer.errors import Finding, UsageError


def refused(rule: str, name: str, reason: str, way_out: str) -> UsageError:
    """The error that says so."""
    return UsageError([Finding(rule, name, reason, way_out)])
