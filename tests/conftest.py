"""What many tests need."""

import shutil
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from composer.exchange.content import load_library
from composer.model.theme import Library

ROOT = Path(__file__).parent.parent

# A machine that is busy is no fault of what is tested: no example has a time to be done in.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that ships."""
    return load_library(ROOT / "themes")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser of the system; as root it has no sandbox of its own."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return {"executable_path": path, "args": ["--no-sandbox"]}
