"""The `onething` command."""

from composer.cli import commands as commands
from composer.cli.app import app, main

__all__ = ["app", "main"]
