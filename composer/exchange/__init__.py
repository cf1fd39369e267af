"""Exchange formats of a package, one file each: `composer.outputs.FORMATS`; `content` reads what authors write."""

from composer.outputs import FORMATS

FORMATS.discover(__name__, __path__)
