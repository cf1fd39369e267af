"""Every key that content may have stands in the reference of the content format."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from composer.exchange.content.schemas import content_schemas

REFERENCE = (Path(__file__).parents[2] / "docs/reference/content-format.md").read_text(encoding="utf-8")
OPERATORS = {"all", "any", "not"}


def keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "properties":
                yield from value
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


@pytest.mark.parametrize("name", content_schemas())
def test_every_key_is_described(name: str) -> None:
    known = set(re.findall(r"([a-z_]+):", REFERENCE)) | set(re.findall(r"`([a-z_]+)`", REFERENCE))
    assert set(keys(content_schemas()[name])) - known - OPERATORS == set()
