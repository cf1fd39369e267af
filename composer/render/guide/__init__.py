"""The guide (办事指南) as a view: everything that a person reads, worded, in the order of reading."""

from composer.render.guide.build import guide_view
from composer.render.guide.view import GuideView

__all__ = ["GuideView", "guide_view"]
