"""What would make the impossible possible: the least to add to a network, the fewest demands to waive in a loop."""

from composer.chain.mend.additions import Addition, Additions, additions
from composer.chain.mend.waivers import Knot, Waivers, waivers

__all__ = ["Addition", "Additions", "Knot", "Waivers", "additions", "waivers"]
