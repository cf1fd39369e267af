"""Where a document belongs (菏泽市……登记表): a region in front of a name."""

import re

from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
_PROVINCE = rf"(?P<province>{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?(?!级|内|外)"
_CITY = r"(?P<city>[一-鿿]{2,3}?(?<![城超上各本级辖区在设门外县]))(?:市|自治州|地区)(?![场政民级内外容辖区、])"
_COUNTY = r"(?P<county>[一-鿿]{1,2}(?:区|县))(?![域级内外划])"
_SOMEWHERE = re.compile(rf"^(?:{_PROVINCE})?(?:{_CITY})?(?:{_COUNTY})?")
_NOWHERE = re.compile(r"^(?:[X×x*○某]{1,4}(?:省|市|区|县|州|镇|乡|街道)+|当地|所在地)")
_HERE = re.compile(r"^[我本](?P<what>[市省区县])(?!民|场)")
_FORM = re.compile(r"(?:申请|申报|登记|备案|审批|报名)[^,;]{0,4}(?:表|书|单)$")
"""What an office calls its own form: 本市……申请表 is that of whoever hands it out, 本市户口簿 none of another city."""


def read_region(sheet: Sheet) -> str | None:
    """Take the region before a name and return it in short; a placeholder (XX市, 当地) is taken and is no region."""
    nowhere = _NOWHERE.match(sheet.text)
    if nowhere and nowhere.end() < len(sheet.text) - 1:
        sheet.take_match(nowhere, Role.REGION)
        return None
    here = _HERE.match(sheet.text)
    if here and here.end() < len(sheet.text) - 1:
        sheet.take_match(here, Role.REGION)
        return None if _FORM.search(sheet.text) else f"本{here['what']}"
    match = _SOMEWHERE.match(sheet.text)
    if match and match.end() < len(sheet.text) - 1 and (match["province"] or match["city"]):
        sheet.take_match(match, Role.REGION)
        return "".join(part for part in match.groups() if part)
    return None
