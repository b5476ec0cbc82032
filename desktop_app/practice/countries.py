"""`GET /api/countries`: a plain array, one row for each country or region."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer
from desktop_app.practice.country_rows import ROWS, Country
from desktop_app.practice.guard import signed_in


@signed_in("public-api")
async def countries(_request: Request) -> Response:
    """Answer every row, regions sometimes before their country, as the real list does."""
    return Answer([_shown(row) for row in ROWS])


def _shown(row: Country) -> dict[str, Any]:
    shown = {
        "Name": row.name,
        "Iso2Code": row.iso2,
        "Iso3Code": row.iso3,
        "RequiresCustoms": row.requires_customs,
        "Subdivision": row.subdivision,
    }
    return shown if row.postcode_regex is None else {**shown, "PostcodeRegex": row.postcode_regex}
