"""Static files: the service's own, the guide's style, and the reader of API descriptions."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.responses import FileResponse, Response
from starlette.types import Scope

from web.templating import GUIDE_CSS, STATIC

FOREVER = "public, max-age=31536000, immutable"


class Fingerprinted(StaticFiles):
    """A folder of files; what is asked for with its fingerprint never changes, all else is asked about each time."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = FOREVER if scope["query_string"].startswith(b"v=") else "no-cache"
        return response


def mount_static(app: FastAPI) -> None:
    """Serve the files under /static."""

    @app.get("/static/guide.css", include_in_schema=False)
    async def guide_css() -> FileResponse:
        return FileResponse(GUIDE_CSS, media_type="text/css", headers={"cache-control": FOREVER})

    # fastapi-offline carries the files of Swagger UI; its own page has inline scripts, which our policy refuses.
    swagger: Any = files("fastapi_offline") / "static"
    app.mount("/static/swagger", Fingerprinted(directory=Path(str(swagger))), name="swagger")
    app.mount("/static", Fingerprinted(directory=STATIC), name="static")
