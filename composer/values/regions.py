"""Names of administrative regions by code (GB/T 2260), from python-stdnum's list.

That list is made from the lists of codes on Chinese Wikipedia, with the years of each name since about 1980; it is no
official publication (since 2017 the Ministry of Civil Affairs publishes the codes). EDITION is the newest
year in it, and it has gaps: 临平区 and 钱塘区 of 杭州, made in 2021, are not there. So it names, and refuses nothing.
"""

import re

from stdnum import numdb

PROVINCES = "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]"
"""What codes begin with; 81, 82 and 83 are also what 港澳台居民居住证 begin with."""
EDITION = 2025
"""The newest year in the list of python-stdnum 2.2."""
_SPAN = re.compile(r"(?:\[(\d*)-(\d*)\])?([^,\[]+)")
_GENERAL = frozenset({"市辖区", "县", "省直辖县级行政单位", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Names of a level, not of a place."""


def region_name(code: str, year: int | None = None) -> str | None:
    """北京市朝阳区 for 110105: the name in `year`, or else the latest one; None for a code that never was."""
    own = _name(code, year)
    if own is None:
        return None
    higher = [_name(upper, year) for upper in (f"{code[:2]}0000", f"{code[:4]}00") if upper != code]
    return "".join(name for name in (*higher, own) if name and name not in _GENERAL) or own


def _name(code: str, year: int | None) -> str | None:
    found = {key: name for _, names in numdb.get("cn/loc").info(code) for key, name in names.items()}
    if len(code) != 6 or "county" not in found:
        return None
    spans = _SPAN.findall(found["county"])
    at_that_time = [
        name for start, end, name in spans if year is not None and int(start or 0) <= year <= int(end or 9999)
    ]
    return str((at_that_time or [spans[-1][2]])[-1])
