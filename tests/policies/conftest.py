"""A small world to reform: a licence, a permit that wants it, and what the two ask for."""

from collections.abc import Callable
from typing import Any

import pytest

from composer.compose import compose
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Library
from tests.examples import FACT, demand, item, library

BASIS = {"law": "某条例", "article": "第一条", "gist": "可以这样办", **FACT}
SUPERVISION = {"check": "上门核查", "days": 30, "breach": "撤销许可", **FACT}


def policy(name: str, kind: str, **keys: Any) -> dict[str, Any]:
    """A policy of that kind."""
    return {"id": name, "name": f"改革{name}", "kind": kind, "basis": BASIS, **FACT, **keys}


def world(*policies: dict[str, Any], **theme: Any) -> Library:
    """`licence` asks for a card and a plan; `permit` waits for the licence, asks for it, the card and a report."""
    items = [
        item("licence", "paper", requires=[demand("card"), demand("plan")], trips={"text": "1", **FACT}),
        item(
            "permit",
            "stamp",
            requires=[demand("paper"), demand("card"), demand("report")],
            prerequisites=[{"item": "licence", "via": "执照", **FACT}],
        ),
    ]
    kinds = [{"id": "paper", "only_issued": True}, {"id": "letter"}]
    return library(items, ["stamp", "paper"], kinds=kinds, policies=policies, **theme)


@pytest.fixture
def reformed() -> Callable[..., ThemePackage]:
    """The package of the world under these policies."""

    def run(*policies: dict[str, Any], answers: Any = None, terms: Terms | None = None, **theme: Any) -> ThemePackage:
        made = world(*policies, **theme)
        return compose(made.themes["t"], made.catalogue, answers or {}, terms or Terms())

    return run
