"""The best choice on a network. Nothing outside knows how it is found.

narrow ─▶ what must be ─▶ (a plan already? forced) ─▶ greedy plan ─▶ clingo, goal by goal ─▶ Choice
"""

from composer.chain.best.choice import Choice, OutOfTime, Unreachable
from composer.chain.best.choose import choose
from composer.chain.best.replay import replay

__all__ = ["Choice", "OutOfTime", "Unreachable", "choose", "replay"]
