"""The rule ids that the source can report, found by reading it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from composer.exchange.content.schema_errors import MESSAGES

ROOT = Path(__file__).parents[2]
_RULE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+$")
_REPORTING = frozenset({"Finding", "report", "refuse", "_refusal", "refused", "_warning"})


def rule_ids() -> set[str]:
    """All of them: written where a finding is made, in tables of refusals, and made from a kind or a type."""
    found = {f"schema-{kind}" for kind in MESSAGES}
    for package in ("composer", "web"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                found.update(_rules_of(node))
    return found


def _rules_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in _REPORTING:
            yield from filter(_RULE.match, (text for argument in args[:2] for text in _texts(argument)))
        case ast.Call(func=ast.Attribute(attr="known"), args=[ast.Constant(value=str(kind)), *_]):
            yield f"unknown-{kind}"
        case ast.Tuple(elts=[ast.Constant(value=str(rule)), reason, suggestion]) if _RULE.match(rule):
            if any(_is_chinese(text) for part in (reason, suggestion) for text in _texts(part)):
                yield rule


def _texts(node: ast.AST) -> Iterator[str]:
    return (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _is_chinese(text: str) -> bool:
    return re.search("[\u4e00-\u9fff]", text) is not None
