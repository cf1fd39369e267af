"""Named styles of the workbook: fonts, borders, fills, number formats, and which cells are unlocked."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from composer.model.value import ValueType

FONT = "等线"
_CHINESE_CHARSET = 134
_INK, _MUTED, _BLUE = "1A1A1A", "595959", "1F4E79"
_LINE = Side(style="thin", color="8C8C8C")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

SIZES = {
    "标题": 18.0,
    "副标题": 10.5,
    "说明": 9.5,
    "图例": 9.5,
    "部分": 12.5,
    "分组": 11.0,
    "分组注": 9.0,
    "项目": 10.0,
    "用于": 9.5,
    "提示": 8.5,
    "表头": 9.5,
    "序号": 9.5,
    "不填": 9.5,
    "得出": 10.5,
    "不填项目": 10.0,
    "内容": 9.5,
    "清单说明": 10.5,
    "清单表头": 10.5,
    "清单序号": 10.5,
    "清单内容": 10.5,
}
"""Style to size of type in points."""

TOLD = "得出"
"""Style of cells that show by a formula what others tell."""

INPUT = "填写"
"""Prefix of the styles of cells that a person fills; one a number format."""

_NUMBER_FORMATS = {
    ValueType.DATE: "yyyy-mm-dd",
    ValueType.DATE_TIME: "yyyy-mm-dd hh:mm",
    ValueType.INTEGER: "0",
    ValueType.NUMBER: "General",
    ValueType.AMOUNT: "#,##0.00####",
}
"""No share in percent: what is typed as 5% makes its cell one by itself, and is read as that."""
_AS_TEXT = "@"

_INDENTED = frozenset({"说明", "部分", "分组", "项目", "提示", "不填", "得出", "不填项目", "内容", "清单内容"})
_INDENT_POINTS = 8.0


def input_style(written: ValueType) -> str:
    """Name of the style of a cell that takes a value of this written; text keeps long numbers as typed."""
    return f"{INPUT}{written if written in _NUMBER_FORMATS else ValueType.TEXT}"


def size_of(style: str) -> float:
    """Size of type of a style, in points."""
    return SIZES.get(style, 10.5)


def room_lost(style: str) -> float:
    """Points of a cell's width that its margins and indent take."""
    return 6.0 + (_INDENT_POINTS if style in _INDENTED or style.startswith(INPUT) else 0)


def add_styles(workbook: Workbook) -> None:
    """Give `workbook` all styles that its sheets name."""
    for style in _plain_styles():
        workbook.add_named_style(style)
    for written in ValueType:
        name = input_style(written)
        if name not in workbook.named_styles:
            workbook.add_named_style(
                NamedStyle(
                    name=name,
                    font=_font(10.5),
                    border=_BOX,
                    alignment=Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1),
                    protection=Protection(locked=False),
                    number_format=_NUMBER_FORMATS.get(written, _AS_TEXT),
                )
            )


def add_list_styles(workbook: Workbook) -> None:
    """Give `workbook` the styles of lists that are read on paper, at a table: black, and no smaller than a letter."""
    for style in (
        _style("标题", bold=True, align="center", boxed=False, color=_BLUE),
        _style("清单说明", boxed=False),
        _style("清单表头", bold=True, align="center", fill="F6F8FA"),
        _style("清单序号", align="center"),
        _style("清单内容"),
    ):
        workbook.add_named_style(style)


def _font(size: float, bold: bool = False, color: str = _INK) -> Font:
    return Font(name=FONT, charset=_CHINESE_CHARSET, size=size, bold=bold, color=color)


def _plain_styles() -> list[NamedStyle]:
    return [
        _style("标题", bold=True, align="center", boxed=False, color=_BLUE),
        _style("副标题", align="center", boxed=False, color=_MUTED),
        _style("说明"),
        _style("图例", boxed=False),
        _style("部分", bold=True, fill=_BLUE, color="FFFFFF"),
        _style("分组", bold=True, fill="D6E4F0", color=_BLUE),
        _style("分组注", align="center", fill="D6E4F0", color=_BLUE),
        _style("项目", fill="F6F8FA"),
        _style("用于", align="center", color=_MUTED),
        _style("提示", color=_MUTED),
        _style("表头", bold=True, align="center", fill="F6F8FA"),
        _style("序号", align="center", color=_MUTED),
        _style("不填", fill="E4E4E4", color=_MUTED),
        _style(TOLD, fill="E4E4E4", number_format="yyyy-mm-dd"),
        _style("不填项目", fill="E4E4E4"),
        _style("内容"),
    ]


def _style(
    name: str,
    *,
    bold: bool = False,
    align: str = "left",
    vertical: str = "center",
    boxed: bool = True,
    fill: str = "",
    color: str = _INK,
    number_format: str = _AS_TEXT,
) -> NamedStyle:
    return NamedStyle(
        name=name,
        font=_font(SIZES[name], bold, color),
        border=_BOX if boxed else Border(),
        alignment=Alignment(horizontal=align, vertical=vertical, wrap_text=True, indent=1 if name in _INDENTED else 0),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        protection=Protection(locked=True),
        number_format=number_format,
    )
