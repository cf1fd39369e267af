"""The flowchart in words, for those who hear it read or whose screen shows no drawing."""

from typing import NamedTuple

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.swimlane.content import Card, Chart, chart_of


class Step(NamedTuple):
    """One stage: its title, and a line for what is handed in and for each item."""

    title: str
    lines: tuple[str, ...]


def describe(package: ThemePackage, catalogue: Catalogue) -> list[Step]:
    """The flowchart of `package` as steps in their order, the last being what the applicant receives."""
    return describe_chart(chart_of(package, catalogue))


def describe_chart(chart: Chart) -> list[Step]:
    """The same for a chart whose content is at hand."""
    lanes = {lane.id: lane.name for lane in chart.lanes}
    names = {card.id: card.name for card in chart.cards}
    steps = []
    for number, (stage, handed) in enumerate(zip(chart.stages, chart.handed, strict=True)):
        lines = ["您要交 " + "、".join(line.text for line in handed.lines) if handed.lines else "这一阶段不用交材料"]
        if handed.remark:
            lines.append(handed.remark)
        lines += [_item(card, chart, lanes, names) for card in chart.cards if card.stage == number]
        steps.append(Step(f"{stage.title}（{stage.remark}）", tuple(lines)))
    steps.append(Step("办成", ("您拿到 " + "、".join(one.name for one in chart.received),)))
    return steps


def _item(card: Card, chart: Chart, lanes: dict[str, str], names: dict[str, str]) -> str:
    facts = "，".join(f"{fact.label} {fact.text}" for fact in card.facts)
    before = "、".join(names[edge.producer] for edge in chart.edges if edge.consumer == card.id)
    after = f"，在“{before}”之后" if before else ""
    path = "，在关键路径上" if card.critical else ""
    return f"{lanes[card.lane]}办理“{card.name}”{after}，{facts}，办出 {'、'.join(card.results)}{path}"
