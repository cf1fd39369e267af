"""The time that a record covers (近三个月银行流水, 近三年审计报告): more of it is another document.

When a document was issued or a photograph taken (近三个月内出具的) is how it is handed in, and no part of which it is.
"""

import re

from composer.materials.names.numbers import NUMBER, number_of

_RECORD = re.compile(
    r"流水|明细|对账单|账单|缴费|缴纳|缴存|参保|纳税|完税|工资|薪|收入|营业额|销售额|业绩|交易记录|通话|用[水电气]|行驶记录|运行记录|监测记录"
)
_OF_A_YEAR = re.compile(
    r"审计报告|财务(?:会计)?(?:报告|报表)|会计报表|资产负债表|利润表|损益表|现金流量表|年度?报告|年报|年检"
    r"|工作报告|工作总结"
)
"""Records of which there is one a year: 近一年 says nothing more of them, 近三年 asks for three."""
_YEAR = 12
"""Months. Nobody asks that a paper be issued within several years: so long a time is what it covers."""
_ISSUED = re.compile(r"出具|开具|打印|拍摄|有效")
_LENGTH = re.compile(rf"(?P<half>半)?(?P<number>{NUMBER})?个?(?P<unit>月|年|周年)")


def covered(validity: str, wording: str) -> str | None:
    """What of `validity` tells how long a time a document with `wording` covers; None where nothing does."""
    if _ISSUED.search(validity):
        return None
    length = _LENGTH.search(validity)
    if length is None:
        return None
    months = (number_of(length["number"]) if length["number"] else 1) * (1 if length["unit"] == "月" else _YEAR)
    if length["half"]:
        months = 6
    within_a_year = months <= _YEAR and (_OF_A_YEAR.search(wording) or not _RECORD.search(wording))
    return None if within_a_year else f"近{months}个月"
