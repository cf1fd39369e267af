"""The API, against its own description and against the composer."""

import json

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.specs.openapi import checks

from composer.assets import THEMES
from composer.compose import compose
from composer.exchange.content import load_library
from composer.exchange.json import package_to_dict
from composer.model.theme import Library
from web.app import create_app

schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(load_library(THEMES)))


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_to_its_description(case: Case) -> None:
    # A random answer is well formed but means nothing to a theme: 422 is the promised reply.
    case.call_and_validate(excluded_checks=[checks.positive_data_acceptance])


def test_themes_are_listed_by_id(client: TestClient, library: Library) -> None:
    assert [theme["id"] for theme in client.get("/api/themes").json()["themes"]] == sorted(library.themes)


@pytest.mark.parametrize("theme", ["newborn", "open-restaurant"])
def test_a_theme_comes_with_its_questions(client: TestClient, library: Library, theme: str) -> None:
    questions = client.get(f"/api/themes/{theme}").json()["questions"]
    assert [question["id"] for question in questions] == [one.question for one in library.themes[theme].questions]


def test_the_condition_of_a_question_is_data(client: TestClient) -> None:
    questions = {one["id"]: one for one in client.get("/api/themes/open-restaurant").json()["questions"]}
    assert questions["principal-type"]["when"] is None
    assert questions["shareholder-type"]["when"] == {
        "op": "chosen", "question": "principal-type", "options": ["company"],
    }  # fmt: skip


def test_a_package_is_what_the_composer_makes(client: TestClient, library: Library) -> None:
    answers = {"principal-type": "company", "restaurant-extras": ["ready-to-eat", "key-polluter"]}
    served = client.get("/api/themes/open-restaurant/package", params=answers).json()
    package = compose(library.themes["open-restaurant"], library.catalogue, answers)
    assert served == json.loads(json.dumps(package_to_dict(package, library.catalogue)))


def test_answers_may_be_given_by_label(client: TestClient) -> None:
    served = client.get("/api/themes/open-restaurant/package", params={"经营主体类型": "公司"}).json()
    assert served["answers"]["principal-type"] == ["company"]
