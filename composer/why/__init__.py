"""Why: what brings a thing into a package or keeps it out, what would be otherwise, and what stands in the way."""

from composer.why.compare import compare
from composer.why.explaining import explain, in_brief, why
from composer.why.loops import loops
from composer.why.scene import Scene
from composer.why.things import find_thing
from composer.why.unreachable import ways_out, ways_out_in_errors, with_ways_out
from composer.why.whatif import Supposed, what_if

__all__ = [
    "Scene",
    "Supposed",
    "compare",
    "explain",
    "find_thing",
    "in_brief",
    "loops",
    "ways_out",
    "ways_out_in_errors",
    "what_if",
    "why",
    "with_ways_out",
]
