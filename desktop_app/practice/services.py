"""`GET /api/services`: all services and the countries they collect in."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer
from desktop_app.practice.catalogue import SERVICES
from desktop_app.practice.context import base_url
from desktop_app.practice.guard import signed_in
from desktop_app.practice.service_shown import shown_service


@signed_in("public-api")
async def services(request: Request) -> Response:
    """Answer the whole catalogue."""
    site = base_url(request)
    shown = [{**shown_service(one, site), "CollectionCountries": ["GBR"]} for one in SERVICES]
    return Answer({"Results": shown})
