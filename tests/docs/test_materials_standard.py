"""How to read the materials standard: its table of rules is the one that decides."""

import re
from pathlib import Path

from composer.inventory.removal import RULES

PAGE = (Path(__file__).parents[2] / "docs/how-to/read-the-materials-standard.md").read_text(encoding="utf-8")


def test_the_rules_stand_there_in_their_order_with_what_they_propose() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| .+ \| (\S+) \|$", PAGE, re.M)
    assert rows == [(rule.id, rule.verdict.value) for rule in RULES]
