"""建议取消或优化: the three tests of the reform for every demand, and what the table of rules proposes."""

from composer.inventory.removal.review import reviews
from composer.inventory.removal.rules import RULES, Rule

__all__ = ["RULES", "Rule", "reviews"]
