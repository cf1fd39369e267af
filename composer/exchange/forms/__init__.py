"""The one table as files to fill. A file here is a format, is named after it, and is imported when first asked for."""

from composer.outputs import FORM_FILES

FORM_FILES.discover(__name__, __path__)
