"""Content files to a library: YAML with places, validation, references."""

from composer.exchange.content.folder import load_library, read_library

__all__ = ["load_library", "read_library"]
