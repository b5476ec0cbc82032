"""The page behind the `help` link."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.pages import page

WORDS = """<p>This is the practice service that comes with Postroom. It answers as Parcel2Go does,
so that you can try everything out: quotes, orders, payments and labels.</p>
<p>Its labels are marked, its money is play money, and it is reached from this computer only.</p>"""


async def help_centre(_request: Request) -> Response:
    """Say what this is."""
    return page("Help", WORDS)
