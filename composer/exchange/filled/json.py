"""A filled form as JSON, as its JSON Schema lays it out."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from composer.exchange.filled.refusals import refused
from composer.exchange.schema import STAMP
from composer.forms.raw import Cell, Entry, RawForm, Stamp


def read(data: bytes, name: str) -> RawForm:
    """The raw values of a JSON document; raises UsageError with line and column where it is none."""
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise refused(
            "filled-json", name, f"不是 UTF-8 编码（第 {error.start + 1} 个字节）", "请存成 UTF-8 再交"
        ) from error
    except json.JSONDecodeError as error:
        raise refused(
            "filled-json", name, f"第 {error.lineno} 行第 {error.colno} 列不是 JSON", "请检查引号、逗号和括号"
        ) from error
    except (ValueError, RecursionError) as error:
        raise refused("filled-json", name, "有不是 JSON 的数，或嵌套太深", "请按 JSON Schema 的写法重写") from error
    if not isinstance(document, dict):
        raise refused("filled-json", name, "最外层不是一组键和值", "请按 JSON Schema 的写法：组名: {项: 值}")
    return raw_of(document)


def raw_of(document: Mapping[str, Any]) -> RawForm:
    """The raw values of a parsed document, each with where it stands in it: enterprise.name, director[2].name."""
    cells: dict[str, Cell] = {}
    entries: dict[str, Sequence[Entry]] = {}
    strays: list[Cell] = []
    stamp = None
    for group, held in document.items():
        if group == STAMP:
            stamp = Stamp.read(held) if isinstance(held, str) else None
        elif isinstance(held, Mapping):
            cells |= _line(group, held, group)
        elif isinstance(held, list) and all(isinstance(line, Mapping) for line in held):
            entries[group] = [_line(group, line, f"{group}[{number}]") for number, line in enumerate(held, start=1)]
        else:
            strays.append(Cell(held, group))
    return RawForm(stamp, cells, entries, tuple(strays))


def _line(group: str, line: Mapping[str, Any], place: str) -> dict[str, Cell]:
    return {f"{group}.{key}": Cell(value, f"{place}.{key}") for key, value in line.items()}


def _no_constant(written: str) -> Any:
    raise ValueError(written)
