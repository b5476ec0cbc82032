"""`POST /api/collectiondates`: the days a courier can come, a Saturday for a surcharge."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import NO_PRICE, Answer, Refusal, refused
from desktop_app.practice.calendar_days import SATURDAY, SUNDAY, stamp, today
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.context import practice_of
from desktop_app.practice.country_rows import find_country
from desktop_app.practice.guard import signed_in
from desktop_app.practice.order_rules import SATURDAY_SURCHARGE
from desktop_app.practice.reading import receive
from desktop_app.practice.received import Received

DAYS_AHEAD = 10


class CollectionWish(Received):
    """For which service and where."""

    service_slug: Annotated[str, Field(min_length=1)]
    postcode: str = ""
    country_iso3_code: Annotated[str, Field(min_length=1)]


@signed_in("public-api")
async def collection_dates(request: Request) -> Response:
    """Answer the days from tomorrow on, Sundays left out; drop-offs also today."""
    wish = await receive(request, CollectionWish)
    service = find_service(wish.service_slug)
    if service is None:
        return refused([Refusal("Service", NO_PRICE)])
    if find_country(wish.country_iso3_code) is None:
        return refused([Refusal("Address", "Invalid collection country")])
    drop_off = bool(service.drop_off_code)
    start = today(practice_of(request).settings.clock())
    days = [start + timedelta(days=ahead) for ahead in range(0 if drop_off else 1, DAYS_AHEAD + 1)]
    return Answer(
        {
            "CollectionDates": [
                {
                    "CollectionDate": stamp(day),
                    "Surcharge": SATURDAY_SURCHARGE
                    if day.weekday() == SATURDAY and not drop_off
                    else 0,
                }
                for day in days
                if day.weekday() != SUNDAY
            ]
        }
    )
