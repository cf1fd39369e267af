"""Trade-offs between two objectives, in a terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence

from composer.chain.explain import say_achieved
from composer.exchange.json import best_to_dict
from composer.model.package import Plan


def say_trade_offs(plans: Sequence[Plan]) -> str:
    """One line a way, the best in the first objective first: what it comes to and which items it takes."""
    return "\n".join(_lines(plans))


def _lines(plans: Sequence[Plan]) -> Iterator[str]:
    first, second = (one.objective.label for one in plans[0].best.achieved[:2])
    yield f"“{first}”和“{second}”之间的取舍：{len(plans)} 种"
    for number, plan in enumerate(plans, 1):
        came_to = "，".join(f"{one.objective.label} {say_achieved(one)}" for one in plan.best.achieved)
        yield f"  {number}. {came_to}{'' if plan.best.proved else '（没有证明是最好的）'}"
        yield f"     {'、'.join(planned.item.name for planned in plan.items)}"
    if plans[-1].best.stopped == "interrupt":
        yield "  中断了，没有找完：之后可能还有别的取舍。"
    elif plans[-1].best.stopped:
        yield "  没有找完：之后可能还有别的取舍。请给更多时间（--seconds）。"
    elif len(plans) == 1:
        yield "  没有可取舍的：这一种在两个目标上都最好。"


def trade_offs_to_json(plans: Sequence[Plan]) -> str:
    """A list of ways: `best` as in the package, and the ids of the items by stage."""
    ways = [{"best": best_to_dict(plan.best), "items": [planned.item.id for planned in plan.items]} for plan in plans]
    return json.dumps(ways, ensure_ascii=False, indent=2)
