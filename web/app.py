"""The application: routes over a service, the middleware around them, and what refusals look like."""

from fastapi import FastAPI

import composer
from composer.model.theme import Library
from composer.store.desk import Desk
from web.errors import Refusals
from web.forms.table import Tables
from web.middleware import HeadAsGet, LastResort, Limits, SecurityHeaders
from web.routers import api, api_forms, api_why, docs, downloads, forms, loops, materials, pages, review, why
from web.service import Service
from web.static_files import mount_static
from web.templating import environment

DESCRIPTION = "把几个部门的事项合成一件事：给出回答，得到要办的事项、材料、一张表单和办理时间。不保存任何回答。"


def create_app(library: Library, desk: Desk | None = None) -> FastAPI:
    """The web service over `library`; with a `desk` also the pages at which names are reviewed."""
    templates = environment()
    templates.globals["reviewing"] = desk is not None
    service = Service(library, templates)
    app = FastAPI(
        title="OneThing 一件事",
        version=composer.__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    app.state.tables = Tables(service)
    for routes in (pages, why, downloads, forms, api, api_why, api_forms, loops, materials, docs):
        app.include_router(routes.router)
    if desk is not None:
        app.state.desk = desk
        app.include_router(review.router)
    mount_static(app)
    refusals = Refusals(service)
    refusals.install(app)
    # The last added is the outermost.
    app.add_middleware(Limits, refuse=refusals.plain)
    app.add_middleware(HeadAsGet)
    app.add_middleware(LastResort, refuse=refusals.plain)
    app.add_middleware(SecurityHeaders)
    return app
