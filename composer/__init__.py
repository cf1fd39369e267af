"""OneThing: composes service items (事项) into one thing done (一件事). Start at `composer/compose.py`."""

__version__ = "0.1.0"
