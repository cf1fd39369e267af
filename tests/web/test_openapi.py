"""The description of the API leaves nothing out: what each route and each parameter means, with an example."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from composer.assets import THEMES
from composer.exchange.content import load_library
from composer.model.theme import Library
from web.app import create_app

DESCRIBED = create_app(load_library(THEMES)).openapi()
ROUTES = {path: route["get"] for path, route in DESCRIBED["paths"].items()}
REFERENCE = (Path(__file__).parents[2] / "docs/reference/api.md").read_text(encoding="utf-8")


def parameters() -> Iterator[Any]:
    for path, route in ROUTES.items():
        yield from (pytest.param(path, one, id=f"{path} {one['name']}") for one in route.get("parameters", ()))


def example(parameter: dict[str, Any]) -> Any:
    schema = parameter["schema"]
    return parameter.get("example", *schema.get("examples", [None])[:1])


@pytest.mark.parametrize("path", ROUTES)
def test_each_route_says_in_chinese_what_it_gives(path: str) -> None:
    for said in (ROUTES[path]["summary"], ROUTES[path]["description"]):
        assert re.search("[\u4e00-\u9fff]", said)


@pytest.mark.parametrize(("path", "parameter"), list(parameters()))
def test_each_parameter_says_in_chinese_what_it_means_and_has_an_example(path: str, parameter: dict[str, Any]) -> None:
    assert re.search("[\u4e00-\u9fff]", parameter.get("description", ""))
    assert example(parameter) is not None


@pytest.mark.parametrize("path", ROUTES)
def test_each_part_of_a_path_is_described_within_its_limits(path: str) -> None:
    described = {one["name"]: one for one in ROUTES[path].get("parameters", ()) if one["in"] == "path"}
    assert set(described) == set(re.findall(r"{(\w+)}", path))
    assert all("maxLength" in one["schema"] for one in described.values())


def test_a_route_that_reads_answers_describes_what_it_reads() -> None:
    for route in create_app(load_library(THEMES)).routes:
        path = getattr(route, "path", "")
        if path not in ROUTES:
            continue
        source = inspect.getsource(getattr(route, "endpoint"))  # noqa: B009  (routes of pages and mounts have none)
        wanted = {"answers", "start", "policy"} if re.search("ApiAskedDep|query_string", source) else set()
        wanted |= {"department"} if "department: Department" in source else set()
        wanted |= {"if.have", "if.without", "if.answer", "if.policy"} if "compared(" in source else set()
        assert {one["name"] for one in ROUTES[path].get("parameters", ()) if one["in"] == "query"} == wanted, path


def query(route: dict[str, Any]) -> dict[str, Any]:
    """The examples of a route as the parameters of a request: an object is a parameter for each of its keys."""
    found: dict[str, Any] = {}
    for one in route.get("parameters", ()):
        if one["in"] == "query":
            shown = example(one)
            found |= shown if isinstance(shown, dict) else {one["name"]: shown}
    return found


@pytest.mark.parametrize("path", ROUTES)
def test_the_examples_of_a_route_together_are_a_request_that_is_answered(client: TestClient, path: str) -> None:
    parts = {one["name"]: example(one) for one in ROUTES[path].get("parameters", ()) if one["in"] == "path"}
    response = client.get(path.format(**parts), params=query(ROUTES[path]))
    assert response.status_code == 200, response.text


def test_what_if_answers_what_its_examples_suppose(client: TestClient, library: Library) -> None:
    route = ROUTES["/api/themes/{theme_id}/what-if"]
    changes = client.get("/api/themes/open-restaurant/what-if", params=query(route)).json()["changes"]
    assert {one["kind"] for one in changes} >= {"have", "without", "policy"}


@pytest.mark.parametrize("path", ROUTES)
def test_each_route_stands_in_the_reference_with_its_parameters(path: str) -> None:
    chapter = re.search(rf"^## `GET {re.escape(path)}`\n(.*?)(?=^## |\Z)", REFERENCE, re.M | re.S)
    assert chapter, path
    rows = re.findall(r"^\| `([\w.-]+)` \|", chapter[1], re.M)
    assert sorted(rows) == sorted(one["name"] for one in ROUTES[path].get("parameters", ()))


def test_the_reference_names_no_route_that_does_not_exist() -> None:
    assert re.findall(r"^## `GET (.+)`$", REFERENCE, re.M) == list(ROUTES)
