"""The templates of the pages, and the addresses of their static files."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from composer.assets import TEMPLATES
from composer.render.templates import new_environment

STATIC = Path(__file__).parent / "static"
GUIDE_CSS = TEMPLATES / "documents" / "guide.css"
"""The look of the guide, which its document and its page share."""


def environment() -> Environment:
    """The environment of all templates, with `static(name)`."""
    made = new_environment()
    made.globals["static"] = _static()
    return made


def _static() -> Callable[[str], Markup]:
    """Address of a static file, with its fingerprint in it: what changes has another address."""
    files = {path.relative_to(STATIC).as_posix(): path for path in STATIC.rglob("*") if path.is_file()}
    files[GUIDE_CSS.name] = GUIDE_CSS
    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for name, path in files.items()}
    return lambda name: Markup(f"/static/{name}?v={digests[name]}")
