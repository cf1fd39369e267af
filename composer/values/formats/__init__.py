"""Formats of codes, one file a family: a file's `FORMATS` are known by their ids. A new format is a new file."""

import importlib
import pkgutil
from functools import cache

from composer.values.formats.format import ValueFormat

__all__ = ["ValueFormat", "format_ids", "value_format"]


@cache
def _formats() -> dict[str, ValueFormat]:
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [one for module in modules for one in getattr(module, "FORMATS", ())]
    formats = {one.id: one for one in sorted(found, key=lambda one: one.id)}
    if len(formats) != len(found):
        raise ValueError("two formats have one id")
    return formats


def format_ids() -> tuple[str, ...]:
    """The ids of all formats, in order."""
    return tuple(_formats())


def value_format(id: str) -> ValueFormat:
    """The format of this id; ValueError when there is none."""
    if id not in _formats():
        raise ValueError(f"no format {id!r}")
    return _formats()[id]
