"""What many tests need."""

from pathlib import Path

import pytest

from composer.exchange.content import load_library
from composer.model.theme import Library

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that ships."""
    return load_library(ROOT / "themes")
