"""材料清单规范 on the terminal: what stands in the lists, in a page."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from composer.errors import Finding, UsageError
from composer.exchange.standard import standard_to_json, standard_to_xlsx
from composer.files import write_each
from composer.inventory import MaterialStandard
from composer.inventory.model import Mode, Named, Origin, Use, Verdict
from composer.inventory.narrow import departments
from composer.inventory.wording import asked_for, count_line
from composer.model.theme import Catalogue
from composer.nearest import nearest

_MOST: Final = 5
"""Rows of a list that a summary shows."""

_WIDE: Final = 44


def summary(standard: MaterialStandard) -> str:
    """The three lists in short, most used rows first."""
    whose = f"（{standard.department.name}）" if standard.department else ""
    lines = [f"材料清单规范{whose}：{count_line(standard)}"]
    return "\n".join([*lines, "", *_reuse_lines(standard), "", *_supply_lines(standard), "", *_review_lines(standard)])


def _reuse_lines(standard: MaterialStandard) -> Iterator[str]:
    yield "共享复用材料清单"
    for mode in Mode:
        rows = [row for row in standard.reuses if row.mode is mode]
        demands = {name for row in rows for name in row.demands}
        yield f"  {mode}：{len(rows)} 行，{len(demands)} 条要求"
        for row in sorted(rows, key=lambda one: -len(one.demands))[:_MOST]:
            source = "、".join(filter(None, ("、".join(row.givers), row.system))) or "没有写明从哪里来"
            theme = f"，{row.theme.name}" if row.theme else ""
            yield f"    {row.name}：{len(row.demands)} 条要求，{source}{theme}"


def _supply_lines(standard: MaterialStandard) -> Iterator[str]:
    yield f"材料供需表：{len(standard.supplies)} 样材料"
    origins = Counter(row.origin for row in standard.supplies)
    uses = Counter(row.use for row in standard.supplies)
    yield "  供给：" + "，".join(f"{one} {origins[one]}" for one in Origin if origins[one])
    yield "  需求：" + "，".join(f"{one} {uses[one]}" for one in Use if uses[one])
    for row in [row for row in standard.supplies if row.demands][:_MOST]:
        yield f"    {row.name}：{row.items} 个事项、{row.departments} 个部门要，在 {row.themes} 件事里"
    for label, rows in (
        ("没有写明谁出具", [row for row in standard.supplies if row.origin is Origin.NOBODY]),
        ("没有事项要", [row for row in standard.supplies if row.use is Use.UNUSED]),
    ):
        if rows:
            yield f"  {label}：{'、'.join(row.name for row in rows)}"


def _review_lines(standard: MaterialStandard) -> Iterator[str]:
    yield "建议取消或优化（有没有依据、能不能共享、能不能承诺）"
    for verdict in Verdict:
        rows = [row for row in standard.reviews if row.verdict is verdict]
        if not rows:
            continue
        yield f"  {verdict}：{len(rows)} 条"
        if verdict in (Verdict.CANCEL, Verdict.PLEDGE):
            for row in rows:
                demand = standard.by_id[row.demand]
                doubt = "" if row.certain else "〔未核实〕"
                yield f"    {_short(asked_for(demand))}（{demand.department.name}：{_short(demand.item.name)}）{doubt}"
                yield f"      {row.reason}"
        else:
            reasons = Counter(row.reason for row in rows)
            yield from (f"    {number} 条：{reason}" for reason, number in reasons.most_common())
    yield from _needless_lines(standard)


def _needless_lines(standard: MaterialStandard) -> Iterator[str]:
    rows = [row for row in standard.reviews if row.needless]
    yield f"  奇葩证明线索：{len(rows)} 条"
    for row in rows:
        demand = standard.by_id[row.demand]
        yield f"    {_short(asked_for(demand))}（{demand.department.name}：{_short(demand.item.name)}）"
        yield from (f"      {fact.text}{'' if fact.certain else '〔未核实〕'}" for fact in row.needless)


def _short(text: str) -> str:
    return text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"


def department_called(words: str, standard: MaterialStandard, catalogue: Catalogue) -> Named:
    """The department of that id or name among those that demand or issue something; raises UsageError."""
    among = departments(standard)
    for one in among:
        known = catalogue.departments[one.id]
        if words in (one.id, known.name, *known.aliases):
            return one
    near = nearest(words, [name for one in among for name in (one.id, one.name)])
    hint = f"是不是 {near}" if near else "可选：" + "、".join(one.name for one in among)
    raise UsageError([Finding("department-unknown", words[:40], "没有这个部门，或者它没有事项", hint)])


def write_standard(standard: MaterialStandard, catalogue: Catalogue, targets: list[Path]) -> list[Path]:
    """Write the lists to all of `targets`, by their endings, or to none.

    Raises UsageError for another ending, MachineError where the machine refuses.
    """
    wrong = [target for target in targets if target.suffix.lower() not in (".xlsx", ".json")]
    if wrong:
        raise UsageError(
            [Finding("ending-unknown", str(one), "只能写成 .xlsx 或 .json", "请改文件名的结尾") for one in wrong]
        )
    return write_each({target: _content(standard, catalogue, target) for target in targets})


def _content(standard: MaterialStandard, catalogue: Catalogue, target: Path) -> bytes:
    if target.suffix.lower() == ".json":
        return standard_to_json(standard)
    return standard_to_xlsx(standard, catalogue.sources)
