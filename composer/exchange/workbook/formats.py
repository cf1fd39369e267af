"""Formats of codes as people are told of them, and as worksheet formulas, as far as a formula can tell.

A formula keeps to 255 characters, for no validation takes more, and to functions that Excel, WPS and LibreOffice share.
Rows are counted through INDIRECT, so that rows put in or taken out above do not change what is counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from composer.values import format_ids, value_format

_USCC_LETTERS = '"0123456789ABCDEFGHJKLMNPQRTUWXY"'
_MOST_CHARACTERS = 255


def counted(last: int) -> str:
    """The numbers from 1 to `last`, as an array."""
    return f'ROW(INDIRECT("1:{last}"))'


def only(cell: str, letters: str, longest: int) -> str:
    """True where each of at most `longest` characters of `cell` is one of `letters`; FIND minds case.

    What is past the end is padded: programs do not agree on whether nothing is found in something.
    """
    padded = f'{cell}&REPT("{letters[0]}",{longest})'
    return f'SUMPRODUCT(--ISNUMBER(FIND(MID({padded},{counted(longest)},1),"{letters}")))={longest}'


def _digits(cell: str, least: int, most: int) -> str:
    length = f"LEN({cell})={most}" if least == most else f"LEN({cell})>={least},LEN({cell})<={most}"
    return f"{length},{only(cell, '0123456789', most)}"


def _resident_check(cell: str) -> str:
    """Check digit (ISO 7064 MOD 11-2): the weights are powers of two, modulo 11."""
    count = counted(17)
    return f'MID("10X98765432",MOD(SUMPRODUCT(MID({cell},{count},1)*2^(18-{count})),11)+1,1)=UPPER(RIGHT({cell}))'


def _resident(cell: str) -> str:
    return f'AND(LEN({cell})=18,{_resident_check(cell)},ISNUMBER(--TEXT(MID({cell},7,8),"0000-00-00")))'


def _identity(cell: str) -> str:
    """What is as long as a citizen's number and all digits before the last must be one."""
    check = _resident_check(cell)
    return f"AND(LEN({cell})>3,LEN({cell})<41,IF(LEN({cell})<>18,TRUE,IF(ISERR(-LEFT({cell},17)),TRUE,{check})))"


def _uscc(cell: str) -> str:
    """Check character: weights are powers of three, modulo 31 (GB 32100, as `composer.values.formats.uscc` says)."""
    upper, count = f"UPPER({cell})", counted(17)
    return (
        f"AND(LEN({cell})=18,MOD(SUMPRODUCT((FIND(MID({upper},{count},1),{_USCC_LETTERS})-1)*3^({count}-1))"
        f"+FIND(RIGHT({upper}),{_USCC_LETTERS})-1,31)=0)"
    )


def _mobile(cell: str) -> str:
    return f'AND({_digits(cell, 11, 11)},LEFT({cell})="1",MID({cell},2,1)>="3")'


def _phone(cell: str) -> str:
    return f"AND(LEN({cell})>10,LEN({cell})<21,{only(cell, '0123456789-', 20)})"


def _landline(cell: str) -> str:
    return f'AND(LEN({cell})>11,LEN({cell})<21,LEFT({cell})="0",{only(cell, "0123456789-", 20)})'


def _postcode(cell: str) -> str:
    return f'AND({_digits(cell, 6, 6)},{cell}<>"000000")'


def _email(cell: str) -> str:
    return (
        f'AND(LEN({cell})<255,LEN({cell})-LEN(SUBSTITUTE({cell},"@",""))=1,FIND("@",{cell})>1,'
        f'ISNUMBER(FIND(".",{cell},FIND("@",{cell})+2)),RIGHT({cell})<>".",ISERR(FIND(" ",{cell})))'
    )


def _bank_card(cell: str) -> str:
    """Check digit (Luhn): every second digit from the right counts twice, the digits of the double added."""
    bare, count = f'SUBSTITUTE({cell}," ","")', counted(20)
    return (
        f"AND(LEN({bare})>11,LEN({bare})<20,MOD(SUMPRODUCT(--"
        f'MID("01234567890246813579",1+10*MOD({count},2)+MID(RIGHT(REPT(0,20)&{bare},20),{count},1),1)),10)=0)'
    )


def _bank_account(cell: str) -> str:
    return f"AND(LEN({cell})>4,LEN({cell})<41,{only(cell, '0123456789- ', 40)})"


def _region(cell: str) -> str:
    return f"AND({_digits(cell, 6, 6)})"


def _year(cell: str) -> str:
    return f"AND({_digits(cell, 4, 4)},--{cell}>=1800,--{cell}<2200)"


@dataclass(frozen=True)
class CellFormat:
    """A format in a workbook: `words` say what to write; `formula` of a cell is true for what may be right.

    `strict`: what the formula refuses is wrong. Else it is only unusual, and a person may leave it so.
    """

    words: str
    formula: Callable[[str], str] | None = None
    strict: bool = True


_AS_ON_DOCUMENT = "照证件填写"
_FORMATS: Mapping[str, CellFormat] = {
    "resident-id": CellFormat("18位身份证号码", _resident),
    "identity-number": CellFormat(_AS_ON_DOCUMENT, _identity),
    "uscc": CellFormat("18位统一社会信用代码", _uscc),
    "mobile": CellFormat("11位手机号码", _mobile),
    "phone": CellFormat("手机号码，或区号-号码，如 010-62771234", _phone, strict=False),
    "landline": CellFormat("区号-号码，如 010-62771234", _landline, strict=False),
    "postcode": CellFormat("6位邮政编码", _postcode),
    "email": CellFormat("如 name@example.com", _email),
    "bank-card": CellFormat("12至19位银行卡号", _bank_card),
    "bank-account": CellFormat("数字，可以有短横线", _bank_account, strict=False),
    "region": CellFormat("6位行政区划代码", _region),
    "url": CellFormat("如 https://www.example.com"),
    "year": CellFormat("四位年份，如 2026", _year),
    "year-month": CellFormat("年-月，如 2026-03"),
    "passport": CellFormat(_AS_ON_DOCUMENT),
    "hk-macao-permit": CellFormat(_AS_ON_DOCUMENT),
    "taiwan-permit": CellFormat(_AS_ON_DOCUMENT),
    "officer-id": CellFormat(_AS_ON_DOCUMENT),
}


def cell_format(id: str | None) -> CellFormat | None:
    """The format of this id in a workbook; one that none is written for yet is shown by its example."""
    if id is None or id not in format_ids():
        return None
    return _FORMATS.get(id) or CellFormat(f"如 {value_format(id).example}")


def fits(formula: str) -> bool:
    """Whether a validation can take `formula`."""
    return len(formula) <= _MOST_CHARACTERS
