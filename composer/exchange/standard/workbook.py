"""材料清单规范 as a workbook: the three lists and the sources that their facts name."""

from collections.abc import Iterator, Mapping
from typing import Final

from openpyxl import Workbook

from composer.exchange.standard.sheet import Cell, Column, ListSheet, add_list
from composer.exchange.workbook.pack import to_bytes
from composer.exchange.workbook.page import A3
from composer.exchange.workbook.places import UNCHECKED
from composer.exchange.workbook.styles import add_list_styles
from composer.inventory import MaterialStandard
from composer.inventory.model import Demand, Examined, Fact, SupplyRow
from composer.inventory.wording import asked_for, count_line, demanders, places, supplier
from composer.model.theme import Source

REUSE, SUPPLY, REVIEW, SOURCES = "共享复用材料清单", "材料供需表", "建议取消或优化", "来源"

_REUSE: Final = (
    Column("序号", 30, True),
    Column("方式", 60, True),
    Column("材料", 110),
    Column("从哪里来", 90),
    Column("从哪个系统", 92),
    Column("在哪一件事里", 76),
    Column("用于哪些事项", 165),
    Column("事项数", 38, True),
    Column("核实", 46, True),
    Column("来源", 60),
)
_SUPPLY: Final = (
    Column("序号", 34, True),
    Column("材料", 130),
    Column("供给", 80, True),
    Column("谁出具", 130),
    Column("需求", 62, True),
    Column("事项数", 46, True),
    Column("部门数", 46, True),
    Column("主题数", 46, True),
    Column("原件", 42, True),
    Column("复印件", 50, True),
    Column("谁要、怎么来", 222),
    Column("各部门的叫法", 130),
    Column("缺口", 102),
)
_REVIEW: Final = (
    Column("序号", 34, True),
    Column("建议", 62, True),
    Column("材料（部门的叫法）", 132),
    Column("部门", 76),
    Column("事项", 98),
    Column("主题", 78),
    Column("一问：有没有依据", 140),
    Column("二问：能不能共享", 134),
    Column("三问：能不能承诺", 112),
    Column("为什么这样建议", 124),
    Column("奇葩证明线索", 80),
    Column("核实", 50, True),
)
_SOURCE: Final = (Column("编号", 66), Column("等级", 40, True), Column("名称", 400), Column("地址", 260))

_REUSE_NOTE: Final = (
    "共享调取：部门手里已有，由受理部门去取。前序产出流转：同一件事里前面的事项办出，直接流转。"
    "一次提交多处使用：申请人交一份，几个事项共用。"
)
_SUPPLY_NOTE: Final = (
    "原件、复印件是各事项单独办理时要申请人交的份数之和。供给写“没有写明谁出具”的，要补上出具单位；"
    "需求写“没有事项要”的，是目录里没有事项要，不等于没有用。"
)
_REVIEW_NOTE: Final = (
    "按三问逐条判断，只是建议，由实施主体按法律、法规决定。“没有记录”是说本内容没有记到，不等于法律没有规定。"
)
_SOURCE_NOTE: Final = "A 政府网页或法规文本；B 业务系统或转载；C 转述；G 公知常识，没有取得原文。"


def standard_to_xlsx(standard: MaterialStandard, sources: Mapping[str, Source]) -> bytes:
    """The workbook: 共享复用材料清单, 材料供需表, 建议取消或优化, 来源; the same lists give the same bytes."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "OneThing"
    workbook.properties.title = "材料清单规范"
    workbook.properties.language = "zh-CN"
    add_list_styles(workbook)
    whose = f"（{standard.department.name}）" if standard.department else ""
    counted = count_line(standard)
    lists = (
        ListSheet(REUSE, f"{REUSE}{whose}", f"{counted}{_REUSE_NOTE}", _REUSE, _reuses(standard)),
        ListSheet(SUPPLY, f"{SUPPLY}{whose}", f"{counted}{_SUPPLY_NOTE}", _SUPPLY, _supplies(standard), A3),
        ListSheet(REVIEW, f"{REVIEW}{whose}", f"{counted}{_REVIEW_NOTE}", _REVIEW, _reviews(standard), A3),
        ListSheet(SOURCES, "来源", _SOURCE_NOTE, _SOURCE, _sources(standard, sources)),
    )
    for made in lists:
        add_list(workbook, made)
    return to_bytes(workbook)


def _reuses(standard: MaterialStandard) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(standard.reuses, start=1):
        demands = [standard.by_id[one] for one in row.demands]
        yield (
            number,
            row.mode,
            row.name,
            "、".join(row.givers) or "没有写明",
            row.system or "",
            row.theme.name if row.theme else "不论哪一件",
            "\n".join(places(demands)),
            len({one.item.id for one in demands}),
            _checked(row.certain),
            "、".join(sorted({fact.source for fact in row.facts if fact.source})),
        )


def _supplies(standard: MaterialStandard) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(standard.supplies, start=1):
        yield (
            number,
            row.name,
            row.origin,
            supplier(row),
            row.use,
            row.items,
            row.departments,
            row.themes,
            row.originals,
            row.copies,
            "\n".join(demanders(row, standard)),
            _wordings(row),
            row.note or "",
        )


def _wordings(row: SupplyRow) -> str:
    return "；".join(one for one in row.wordings if one != row.name)


def _reviews(standard: MaterialStandard) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(standard.reviews, start=1):
        demand: Demand = standard.by_id[row.demand]
        yield (
            number,
            row.verdict,
            asked_for(demand),
            demand.department.name,
            demand.item.name,
            "、".join(theme.name for theme in demand.themes) or "不在任何一件事里",
            _examined(row.basis),
            _examined(row.sharing),
            _examined(row.pledge),
            "\n".join((row.reason, *map(_said, row.against))),
            "\n".join(map(_said, row.needless)),
            _checked(row.certain),
        )


def _examined(test: Examined) -> str:
    return "\n".join((f"{test.answer}", *map(_said, test.facts)))


def _said(fact: Fact) -> str:
    source = f"［{fact.source}］" if fact.source else ""
    return f"· {fact.text}{source}{'' if fact.certain else UNCHECKED}"


def _checked(certain: bool) -> str:
    return "已核实" if certain else "未核实"


def _sources(standard: MaterialStandard, sources: Mapping[str, Source]) -> Iterator[tuple[Cell, ...]]:
    """The sources that the lists name, by id; a link only where it leads to a page that may be linked."""
    named = {fact.source for row in standard.reuses for fact in row.facts}
    for row in standard.reviews:
        named |= {fact.source for test in (row.basis, row.sharing, row.pledge) for fact in test.facts}
        named |= {fact.source for fact in (*row.needless, *row.against)}
    for name in sorted(one for one in named if one):
        source = sources.get(name)
        if source is None:
            yield name, "", "网页资料", ""
        else:
            yield source.id, source.grade, source.title, (source.address or "") if source.linkable else ""
