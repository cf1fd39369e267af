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
ROUTES = {
    f"{method.upper()} {path}": route
    for path, by_method in DESCRIBED["paths"].items()
    for method, route in by_method.items()
}
"""Routes by method and path, as the reference names them."""
REFERENCE = (Path(__file__).parents[2] / "docs/reference/api.md").read_text(encoding="utf-8")


def parameters() -> Iterator[Any]:
    for name, route in ROUTES.items():
        yield from (pytest.param(name, one, id=f"{name} {one['name']}") for one in route.get("parameters", ()))


def example(parameter: dict[str, Any]) -> Any:
    schema = parameter["schema"]
    return parameter.get("example", *schema.get("examples", [None])[:1])


@pytest.mark.parametrize("name", ROUTES)
def test_each_route_says_in_chinese_what_it_gives(name: str) -> None:
    for said in (ROUTES[name]["summary"], ROUTES[name]["description"]):
        assert re.search("[\u4e00-\u9fff]", said)


@pytest.mark.parametrize(("name", "parameter"), list(parameters()))
def test_each_parameter_says_in_chinese_what_it_means_and_has_an_example(name: str, parameter: dict[str, Any]) -> None:
    assert re.search("[\u4e00-\u9fff]", parameter.get("description", ""))
    assert example(parameter) is not None


@pytest.mark.parametrize("name", ROUTES)
def test_each_part_of_a_path_is_described_within_its_limits(name: str) -> None:
    described = {one["name"]: one for one in ROUTES[name].get("parameters", ()) if one["in"] == "path"}
    assert set(described) == set(re.findall(r"{(\w+)}", name))
    assert all("maxLength" in one["schema"] for one in described.values())


def test_a_route_that_reads_answers_describes_what_it_reads() -> None:
    for route in create_app(load_library(THEMES)).routes:
        name = f"{next(iter(getattr(route, 'methods', None) or ['']))} {getattr(route, 'path', '')}"
        if name not in ROUTES:
            continue
        source = inspect.getsource(getattr(route, "endpoint"))  # noqa: B009  (routes of pages and mounts have none)
        wanted = {"answers", "start", "policy"} if re.search("ApiAskedDep|query_string", source) else set()
        wanted |= {"department"} if "department: Department" in source else set()
        wanted |= {"if.have", "if.without", "if.answer", "if.policy"} if "compared(" in source else set()
        assert {one["name"] for one in ROUTES[name].get("parameters", ()) if one["in"] == "query"} == wanted, name


def query(route: dict[str, Any]) -> dict[str, Any]:
    """The examples of a route as the parameters of a request: an object is a parameter for each of its keys."""
    found: dict[str, Any] = {}
    for one in route.get("parameters", ()):
        if one["in"] == "query":
            shown = example(one)
            found |= shown if isinstance(shown, dict) else {one["name"]: shown}
    return found


@pytest.mark.parametrize("name", ROUTES)
def test_the_examples_of_a_route_together_are_a_request_that_is_answered(client: TestClient, name: str) -> None:
    route = ROUTES[name]
    method, _, path = name.partition(" ")
    parts = {one["name"]: example(one) for one in route.get("parameters", ()) if one["in"] == "path"}
    body = route["requestBody"]["content"]["application/json"]["example"] if method == "POST" else None
    response = client.request(method, path.format(**parts), params=query(route), json=body)
    # A table that is not filled to the end is not written: the reply says what is missing.
    assert response.status_code == (422 if name.endswith(("/fill", "/split")) else 200), response.text


def test_what_if_answers_what_its_examples_suppose(client: TestClient, library: Library) -> None:
    route = ROUTES["GET /api/themes/{theme_id}/what-if"]
    changes = client.get("/api/themes/open-restaurant/what-if", params=query(route)).json()["changes"]
    assert {one["kind"] for one in changes} >= {"have", "without", "policy"}


@pytest.mark.parametrize("name", ROUTES)
def test_each_route_stands_in_the_reference_with_its_parameters(name: str) -> None:
    chapter = re.search(rf"^## `{re.escape(name)}`\n(.*?)(?=^## |\Z)", REFERENCE, re.M | re.S)
    assert chapter, name
    rows = re.findall(r"^\| `([\w.-]+)` \|", chapter[1], re.M)
    assert sorted(rows) == sorted(one["name"] for one in ROUTES[name].get("parameters", ()))


def test_the_reference_names_no_route_that_does_not_exist() -> None:
    assert re.findall(r"^## `([A-Z]+ .+)`$", REFERENCE, re.M) == list(ROUTES)
