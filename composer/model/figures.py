"""What the figures of a package are called, and in what they are counted."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class FigureName(NamedTuple):
    """The words for a figure.

    `name`: in a list beside the others. `brief`: where what it is about is said already. `doing`: to the applicant, as
    what he does. `unit`: of its numbers.
    """

    name: str
    brief: str
    doing: str
    unit: str

    @property
    def heading(self) -> str:
        """The name, with the unit where numbers alone could be of any: "事项", "费用（元）"."""
        return f"{self.name}（{self.unit}）" if self.unit in ("天", "元") else self.name


FIGURE_NAMES: Final[Mapping[str, FigureName]] = {
    "items": FigureName("事项", "事项", "办理事项", "项"),
    "materials": FigureName("要交的材料", "材料", "提交材料", "份"),
    "forms": FigureName("表单", "表单", "填写表单", "张"),
    "fields": FigureName("要填的字段", "栏目", "填写栏目", "栏"),
    "trips": FigureName("跑动次数", "跑动", "到场次数", "次"),
    "days_statutory": FigureName("法定时限", "法定时限", "法定时限", "天"),
    "days_promised": FigureName("承诺时限", "承诺时限", "承诺时限", "天"),
    "fees": FigureName("费用", "费用", "费用", "元"),
}
"""By the names of the figures in `composer.model.package.Measures`, all of them, in that order."""
