"""Renderings of a package, one file each: `composer.outputs.RENDERERS`."""

from composer.outputs import RENDERERS

RENDERERS.discover(__name__, __path__)
