"""Where a document belongs (菏泽市……登记表): a region in front of a name."""

import re

from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet

_NOWHERE = re.compile(r"^(?:[X×x*○某]{1,4}(?:省|市|区|县|州|镇|乡|街道)+|我[市省区县]|本[市省区县](?!民|场)|当地|所在地)")
_SOMEWHERE = re.compile(
    r"^(?:(?P<province>北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    r"|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)(?!级|内|外))?"
    r"(?P<city>[一-鿿]{2,3}?(?<!城)(?<!超)(?<!上)(?<!各)(?<!本)(?:市|自治州|地区)(?!场|政|民|级|内|外|容|辖|区|、))?(?P<county>[一-鿿]{1,2}(?:区|县)(?!域|级|内|外|划))?"
)


def read_region(sheet: Sheet) -> str | None:
    """Take the region before a name and return it; a placeholder (XX市, 本市) is taken and is no region."""
    nowhere = _NOWHERE.match(sheet.text)
    if nowhere and nowhere.end() < len(sheet.text) - 1:
        sheet.take_match(nowhere, Role.REGION)
        return None
    match = _SOMEWHERE.match(sheet.text)
    if match and match.end() and match.end() < len(sheet.text) - 1 and (match["province"] or match["city"]):
        return sheet.take_match(match, Role.REGION)
    return None
