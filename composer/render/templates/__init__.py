"""The Jinja environment of everything that is written as HTML: the guide as a document, and the pages of the web."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from composer.assets import TEMPLATES
from composer.render.guide.prose import prose_html

__all__ = ["environment", "new_environment"]


def new_environment() -> Environment:
    """A fresh environment over `templates/`: text is escaped, an unknown name is an error; filter `markdown`."""
    created = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    created.filters["markdown"] = _markdown
    return created


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment that documents share; one who adds to it takes `new_environment`."""
    return new_environment()


def _markdown(text: str) -> Markup:
    return Markup(prose_html(text))  # the parser lets no markup through
