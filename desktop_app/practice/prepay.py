"""`GET /api/prepay` and the links with which the balance is topped up."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, said
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.guard import signed_in
from desktop_app.practice.pricing import to_pence
from desktop_app.practice.reading import receive
from desktop_app.practice.received import Received


class TopUpWish(Received):
    """How much to add, in pounds."""

    amount: Annotated[Decimal, Field(ge=Decimal("0.01"), le=10_000, max_digits=20)]
    currency_code: str = "GBP"


@signed_in("public-api")
async def balance(request: Request) -> Response:
    """Answer the balance as a bare number."""
    return Answer(practice_of(request).state.till.balance)


@signed_in("public-api")
async def create_topup_links(request: Request) -> Response:
    """Answer a link to a page that adds the money.

    The real answer was never recorded; it is an array here, as after a payment.
    """
    wish = await receive(request, TopUpWish)
    if wish.currency_code.upper() != "GBP":
        return said("The currency is not supported.", 400)
    opened = practice_of(request).state.till.open_topup(to_pence(wish.amount))
    link = f"{base_url(request)}/prepay/topup?hash={opened.hash}"
    return Answer({"Links": [{"Name": "payment", "Link": link}]})
