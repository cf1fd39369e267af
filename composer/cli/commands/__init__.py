"""One file a command, in the order in which the help lists them.

Heavy libraries are imported inside the command that needs them, so that the others start fast.
"""

from composer.cli.commands import serve, themes, compose, policies, prove, why, what_if, loops  # noqa: F401, I001  (the order of the help)
from composer.cli.commands import form, materials, check, schemas  # noqa: F401
