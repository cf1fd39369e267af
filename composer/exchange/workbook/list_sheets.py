"""The two sheets that go with the form: where each row goes (对照表), and what is handed in (材料清单)."""

from collections.abc import Iterable, Iterator

from openpyxl import Workbook

from composer.exchange.workbook.grid import Box, Grid
from composer.exchange.workbook.page import set_page
from composer.exchange.workbook.places import UNCHECKED, Places
from composer.model.form import FilledBy
from composer.model.material import Carrier
from composer.model.package import FieldSource, MaterialRow

MAPPING_SHEET, MATERIALS_SHEET = "对照表", "材料清单"
_MAPPING_WIDTHS = (34.0, 120.0, 76.0, 106.0, 114.0, 130.0, 84.0, 108.0)
_MAPPING_HEAD = ("序号", "本表项目", "谁填", "部门", "事项", "原表", "原表栏目", "原表字段（* 必填）")
_MATERIAL_WIDTHS = (34.0, 120.0, 40.0, 44.0, 62.0, 200.0, 208.0, 64.0)
_MATERIAL_HEAD = ("序号", "材料", "原件", "复印件", "怎么来", "说明", "用于事项，原来的叫法", "还没核实的")
_SOURCES = {FieldSource.APPLICANT: "申请人", FieldSource.CHAIN: "前面的步骤带入", FieldSource.DEPARTMENT: "部门"}
_FACTS = {"carrier": "原件或复印件", "copies": "份数", "issuer": "出具单位", "shared": "能否免交"}


def add_mapping_sheet(workbook: Workbook, places: Places) -> None:
    """Add the list of every row of the one form with every place of an original form that it fills."""
    sheet = workbook.create_sheet(MAPPING_SHEET)
    grid = Grid(sheet, _MAPPING_WIDTHS)
    title = f"{places.package.form.name}：每一项填到哪里"
    grid.line([Box(len(_MAPPING_WIDTHS), "标题", title)], 34)
    grid.line([Box(1, "表头", text) for text in _MAPPING_HEAD], 24)
    head = grid.row
    for number, row in enumerate(places.package.form.rows, start=1):
        for use in row.uses:
            who = FilledBy.DEPARTMENT if use.filled_by is FilledBy.DEPARTMENT else _SOURCES[row.source]
            cells = (
                str(number),
                row.label,
                who,
                "、".join(places.departments_of(use.form)),
                "、".join(places.items_of(use.form)),
                places.form(use.form),
                places.section(use),
                f"* {use.label}" if use.required else use.label,
            )
            grid.line([Box(1, "序号" if at == 0 else "内容", text) for at, text in enumerate(cells)], 20)
    sheet.freeze_panes = f"A{head + 1}"
    set_page(sheet, title, f"{head}:{head}", landscape=True, columns=len(_MAPPING_WIDTHS))


def add_materials_sheet(workbook: Workbook, places: Places) -> None:
    """Add the list of what the applicant hands in, and of what comes from elsewhere."""
    sheet = workbook.create_sheet(MATERIALS_SHEET)
    grid = Grid(sheet, _MATERIAL_WIDTHS)
    title = f"{places.package.theme.name}：材料清单"
    grid.line([Box(len(_MATERIAL_WIDTHS), "标题", title)], 34)
    grid.line([Box(1, "表头", text) for text in _MATERIAL_HEAD], 24)
    head = grid.row
    rows = places.package.materials
    parts = (
        ("要您交的", [row for row in rows if row.supply.is_handed_in]),
        ("不用您交的", [row for row in rows if not row.supply.is_handed_in]),
    )
    for name, some in parts:
        grid.line([Box(len(_MATERIAL_WIDTHS), "分组", f"{name}（{len(some)} 项）")], 22)
        for number, row in enumerate(some, start=1):
            texts = _material_texts(number, row, places)
            grid.line([Box(1, "序号" if at in (0, 2, 3) else "内容", text) for at, text in enumerate(texts)], 22)
    note = f"“还没核实的”几项{UNCHECKED}，还没有和主管部门公布的原文核对，请以当地办事窗口为准。"
    grid.line([Box(len(_MATERIAL_WIDTHS), "图例", note)], 20)
    sheet.freeze_panes = f"A{head + 1}"
    set_page(sheet, title, f"{head}:{head}", landscape=True, columns=len(_MATERIAL_WIDTHS))


def _material_texts(number: int, row: MaterialRow, places: Places) -> Iterator[str]:
    handed_in = row.supply.is_handed_in
    yield str(number)
    yield row.name + ("（可不交）" if row.optional else "")
    yield f"{row.originals}" if handed_in and row.originals else "—"
    yield f"{row.copies}" if handed_in and row.copies else "—"
    yield row.supply.label
    alternatives = f"；也可以用{'、'.join(row.alternatives)}代替" if row.alternatives else ""
    reasons = (f"{row.reason}{alternatives}", row.why_one and f"为什么是同一样：{row.why_one}", row.why_apart)
    yield "\n".join(reason for reason in reasons if reason)
    yield "\n".join(_wordings(row, places))
    yield "、".join(_unchecked(row))


def _wordings(row: MaterialRow, places: Places) -> Iterator[str]:
    """Each item with the words of its department for the document, and how it wants it."""
    for demand in row.demands:
        department, requirement = places.department(demand.item), demand.requirement
        each = "各" if requirement.carrier is Carrier.BOTH else ""
        sheets = f"{requirement.carrier}{each} {requirement.copies} 份"
        yield f"{places.item(demand.item)}（{department}）：“{demand.name}”，{sheets}"


def _unchecked(row: MaterialRow) -> Iterable[str]:
    """The facts of a row that nobody has verified, as a reader would name them."""
    facts = dict.fromkeys(_FACTS[fact] for demand in row.demands for fact in demand.requirement.unchecked)
    if any(not demand.requirement.certain for demand in row.demands):
        return ["是否需要", *facts]
    return list(facts)
