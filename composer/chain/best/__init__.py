"""The best choice on a network. Nothing outside knows how it is found.

reduce ─▶ narrow ─▶ a plan already? forced ─▶ greedy ─▶ clingo, goal by goal ─▶ CP-SAT, where time is short ─▶ Choice
"""

from composer.chain.best.choice import Choice, OutOfTime, Unreachable
from composer.chain.best.chooser import choose
from composer.chain.best.front import front
from composer.chain.best.replay import replay

__all__ = ["Choice", "OutOfTime", "Unreachable", "choose", "front", "replay"]
