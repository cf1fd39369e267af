"""Where a document comes from, as a mark: shape, sign and colour, so that none of them stands alone."""

from enum import Enum
from typing import NamedTuple

from composer.model.package import Supplied, Supply
from composer.model.theme import Catalogue


class Look(NamedTuple):
    """A sign of one character, a label for the legend, the outline, and the colours of ground and sign."""

    sign: str
    label: str
    outline: str
    fill: str
    ink: str
    stroke: str


class Mark(Enum):
    """Marks in the order of the legend. Outlines are for a box from (0, 0) to (16, 16)."""

    FORM = Look("表", "并入一张表单", "M2 1H11L15 5V15H2Z", "#1f4e79", "#ffffff", "#1f4e79")
    OWN = Look("备", "申请人自备", "M8 .5A7.5 7.5 0 1 1 8 15.5A7.5 7.5 0 1 1 8 .5Z", "#8a4b08", "#ffffff", "#8a4b08")
    CHAIN = Look("流", "前一事项办出，自动流转", "M.5 2H11L16 8L11 14H.5Z", "#d5eadf", "#14532d", "#2f7d56")
    SHARED = Look("享", "数据共享，免提交", "M4.2 1H11.8L15.8 8L11.8 15H4.2L.2 8Z", "#e3e6f5", "#2c3678", "#5661a8")
    PLEDGE = Look("诺", "签承诺书代替", "M1.5 1.5H14.5V14.5H1.5Z", "#f3e3f0", "#6b2460", "#97488a")
    LATER = Look("补", "可先受理，之后补交", "M8 .5L15.5 8L8 15.5L.5 8Z", "#ffffff", "#7a3e00", "#7a3e00")


BY_SUPPLY = {
    Supply.APPLICANT: Mark.OWN,
    Supply.DEFERRED: Mark.LATER,
    Supply.COMMITMENT: Mark.PLEDGE,
    Supply.CHAIN: Mark.CHAIN,
    Supply.SHARED: Mark.SHARED,
}


def mark_of(one: Supplied, catalogue: Catalogue) -> Mark:
    """The mark of a supplied requirement; an application form that the applicant would fill is the one form."""
    if one.supply is Supply.APPLICANT and catalogue.kinds[one.material.partition("@")[0]].form:
        return Mark.FORM
    return BY_SUPPLY[one.supply]
