"""Parsed names, told to people and to programs."""

from dataclasses import fields
from typing import Any

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parsed import Document, ParsedName

_SAID = {
    "carrier": "载体",
    "copies": "份数",
    "part": "正副本",
    "region": "地区",
    "validity": "有效期",
    "issuer": "出具",
    "qualifier": "区别",
    "condition": "条件",
}


def as_text(parsed: ParsedName, lexicon: Lexicon) -> str:
    """A name in a few lines: the documents, what sets each apart, flags, the trace."""
    lines = [parsed.original]
    for number, group in enumerate(parsed.groups, 1):
        lead = f"  {number}. " if len(parsed.groups) > 1 else "  "
        lines += [f"{lead}{'或者 ' if position else ''}{_told(one, lexicon)}" for position, one in enumerate(group)]
    if parsed.flags:
        lines.append(f"  提示：{'、'.join(parsed.flags)}")
    lines.append("  拆解：" + " ".join(f"{row['text']}〔{row['role']}〕" for row in parsed.trace()))
    return "\n".join(lines)


def as_data(parsed: ParsedName, lexicon: Lexicon) -> dict[str, Any]:
    """A name as JSON: its groups of documents, its flags, and each piece of its text with what it became."""
    return {
        "name": parsed.original,
        "groups": [[_data(one, lexicon) for one in group] for group in parsed.groups],
        "flags": [flag.value for flag in parsed.flags],
        "trace": list(parsed.trace()),
    }


def _told(one: Document, lexicon: Lexicon) -> str:
    holder = f"{lexicon.called(one.holder)}的" if one.holder else ""
    known = "" if one.kind else "（目录里没有）"
    said = [f"{label} {value}" for key, label in _SAID.items() if (value := getattr(one, key))]
    return f"{holder}{one.name or one.wording}{known}{'：' if said else ''}{'，'.join(said)}"


def _data(one: Document, lexicon: Lexicon) -> dict[str, Any]:
    data = {field.name: getattr(one, field.name) for field in fields(one)}
    return {"key": one.key, **data, "holder_name": lexicon.called(one.holder), "notes": list(one.notes)}
