"""The `onething` command."""

from composer.cli.commands import app, main

__all__ = ["app", "main"]
