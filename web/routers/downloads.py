"""Files to take away: whatever the two registries can make of a package."""

from fastapi import APIRouter, Request, Response

from composer.model.package import ThemePackage
from web.cache import Made
from web.deps import AskedDep, ServiceDep
from web.problems import UnknownFormat
from web.responses import elsewhere, respond
from web.views import filename, find_output

router = APIRouter(include_in_schema=False)


@router.get("/themes/{theme_id}/download/{name}")
async def download(name: str, request: Request, asked: AskedDep, service: ServiceDep) -> Response:
    """The package in the format `name` (an id of RENDERERS or FORMATS), as an attachment."""
    if not (output := find_output(name)):
        raise UnknownFormat

    def make(package: ThemePackage) -> Made:
        return Made(output.make(package, service.catalogue), output.media_type, filename(asked.theme, output))

    moved = elsewhere(request, f"/themes/{asked.theme.id}/download/{name}", asked.query)
    return moved or respond(request, await service.made(f"file {name}", asked, make))
