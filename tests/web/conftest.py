"""A client without a socket, over the content that ships."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from composer.model.theme import Library
from web.app import create_app


@pytest.fixture(scope="session")
def client(library: Library) -> Iterator[TestClient]:
    with TestClient(create_app(library), follow_redirects=False) as client:
        yield client
