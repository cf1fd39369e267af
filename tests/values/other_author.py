"""A JSON Schema reader that is none of ours: jsonschema, and python-stdnum and the standard library for `x-format`."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend
from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError as StdnumError

CHECKER = FormatChecker(formats=())
_NOT = (ValueError, StdnumError)


@CHECKER.checks("resident-id", raises=_NOT)
def _resident_id(number: str) -> bool:
    return ric.calc_check_digit(number) == number[-1] and bool(ric.get_birth_date(number))


@CHECKER.checks("identity-number", raises=_NOT)
def _identity_number(number: str) -> bool:
    if not re.fullmatch("[1-8][0-9]{16}[0-9X]", number):
        return True
    return number[:2] in _PROVINCES and 1880 <= int(number[6:10]) < 2100 and _resident_id(number)


_PROVINCES = {
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43"),
    *("44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"),
}


@CHECKER.checks("uscc", raises=_NOT)
def _uscc(code: str) -> bool:
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) for letter in code[8:16]]
    rest = sum(map(int.__mul__, values, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
    return code[16] == "0X987654321"[rest] and uscc.calc_check_digit(code) == code[17]


@CHECKER.checks("bank-card", raises=_NOT)
def _bank_card(number: str) -> bool:
    return bool(luhn.validate(number))


@CHECKER.checks("date", raises=_NOT)
def _date(text: str) -> bool:
    return bool(date.fromisoformat(text))


@CHECKER.checks("email", raises=_NOT)
def _email(text: str) -> bool:
    return "@" in text


@CHECKER.checks("local-date-time", raises=_NOT)
def _local_date_time(text: str) -> bool:
    return bool(datetime.fromisoformat(text))


@CHECKER.checks("period", raises=_NOT)
def _period(text: str) -> bool:
    days = [None if day == ".." else date.fromisoformat(day) for day in text.split("/")]
    return None in days or days[0] <= days[1]  # type: ignore[operator]


def _x_format(_: Any, name: str, value: object, __: Any) -> Iterator[ValidationError]:
    assert name in CHECKER.checkers
    if isinstance(value, str) and not CHECKER.conforms(value, name):
        yield ValidationError(f"{value!r} is no {name}")


def _x_decimals(_: Any, places: int, value: object, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, float) and round(Decimal(str(value)), places) != Decimal(str(value)):
        yield ValidationError(f"{value!r} has more than {places} decimals")


_Knowing = extend(Draft202012Validator, {"x-format": _x_format, "x-decimals": _x_decimals})


def knowing(schema: dict[str, Any]) -> Any:
    """A reader that knows `x-format` and `x-decimals`."""
    return _Knowing(schema, format_checker=CHECKER)


def plain(schema: dict[str, Any]) -> Any:
    """A reader that knows the standard's words alone, its formats included."""
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
