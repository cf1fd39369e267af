"""Files to take away."""

from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient

from composer.outputs import FORMATS, RENDERERS

STARTS = {
    "pdf": b"%PDF-",
    "xlsx": b"PK",
    "json": b"{",
    "schema": b"{",
    "svg": b"<",
    "graph": b"<",
    "html": b"<!DOCTYPE",
}


@pytest.mark.parametrize("name", sorted([*FORMATS, *RENDERERS]))
def test_every_registered_output_is_an_attachment_with_a_chinese_name(client: TestClient, name: str) -> None:
    output = FORMATS[name] if name in FORMATS else RENDERERS[name]
    response = client.get(f"/themes/newborn/download/{name}", follow_redirects=True)
    assert response.status_code == 200
    assert response.headers["content-type"] == output.media_type
    assert response.content.startswith(STARTS.get(name, b""))
    disposition = response.headers["content-disposition"]
    assert disposition.startswith("attachment; ")
    assert "新生儿出生一件事-" in unquote(disposition)


def test_a_download_is_of_the_answers_in_its_address(client: TestClient) -> None:
    answers = {"principal-type": "company"}
    made = client.get("/themes/open-restaurant/download/json", params=answers, follow_redirects=True).json()
    assert made["answers"]["principal-type"] == ["company"]


def test_a_download_that_the_client_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/themes/newborn/download/json", follow_redirects=True)
    again = client.get(str(first.url), headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
