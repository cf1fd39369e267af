"""Originals, filled. A file here is a format, is named after it, and is imported when it is first asked for."""

from composer.outputs import ORIGINAL_FILES

ORIGINAL_FILES.discover(__name__, __path__)
