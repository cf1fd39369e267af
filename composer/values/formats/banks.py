"""Numbers of bank cards and accounts.

A card's number ends with a check digit (Luhn). Accounts, those of enterprises and authorities above all, follow each
bank's own rule, and so do a few old cards: a field that may be given an account uses `bank-account`.
"""

import re

from stdnum import luhn

from composer.values.formats.format import ValueFormat, stranger
from composer.values.tidying import compact


def tidy_card(text: str) -> str:
    """Digits without blanks and dashes."""
    return compact(text).replace("-", "")


def fault_of_card(text: str) -> str | None:
    """Digits, length, check digit."""
    strange = stranger(text, "0-9")
    if strange:
        return f"银行卡号只有数字，这里有{strange}，请对照银行卡重填"
    if not 12 <= len(text) <= 19:
        return f"银行卡号应为12至19位，这里有{len(text)}位，请对照银行卡重填"
    if not luhn.is_valid(text):
        return "银行卡号有一位填错了（校验码不符），请对照银行卡重填；若要填的是单位账户，请填在账号一栏"
    return None


def tidy_account(text: str) -> str:
    """Digits and dashes without blanks."""
    return compact(text)


def fault_of_account(text: str) -> str | None:
    """Digits and single dashes, 5 to 32."""
    strange = stranger(text, "0-9-")
    if strange:
        return f"银行账号只有数字和短横线，这里有{strange}，请对照开户证明重填"
    if not 5 <= len(text) <= 32:
        return f"银行账号应为5至32位，这里有{len(text)}位，请对照开户证明重填"
    if not re.fullmatch("[0-9]+(?:-[0-9]+)*", text):
        return "银行账号里的短横线要在数字之间，请对照开户证明重填"
    return None


FORMATS = (
    ValueFormat(
        "bank-card", "银行卡号", "^[0-9]{12,19}$", 19, "6222021234567890128", tidy_card, fault_of_card, exact=False
    ),
    ValueFormat(
        id="bank-account",
        name="银行账号",
        pattern=r"^(?=[0-9\-]{5,32}$)[0-9]+(?:-[0-9]+)*$",
        max_length=32,
        example="1001-2345-6789",
        tidy=tidy_account,
        fault=fault_of_account,
    ),
)
