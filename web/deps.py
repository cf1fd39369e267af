"""What FastAPI hands to the routes."""

from typing import Annotated

from fastapi import Depends, Request

from web.service import Asked, Service


async def service_of(request: Request) -> Service:
    """The service that the application was made with."""
    service: Service = request.app.state.service
    return service


async def asked_of(theme_id: str, request: Request) -> Asked:
    """The theme in the path with the answers in the query string."""
    return (await service_of(request)).asked(theme_id, request.scope["query_string"])


ServiceDep = Annotated[Service, Depends(service_of)]
AskedDep = Annotated[Asked, Depends(asked_of)]
