"""Time: when each item can begin and must be done, what may wait, and which chain decides the end."""

from composer.timeline.build import due_date, timeline
from composer.timeline.start import read_start

__all__ = ["due_date", "read_start", "timeline"]
