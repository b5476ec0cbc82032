"""The page behind a top-up link: it really adds the money to the practice balance, once."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.bodies import form_fields
from desktop_app.practice.context import practice_of
from desktop_app.practice.finding import query
from desktop_app.practice.pages import card_form, declined, page, table
from desktop_app.practice.till import TopUp


async def show_topup(request: Request) -> Response:
    """Show what would be added."""
    topup = practice_of(request).state.till.topup(query(request, "hash"))
    if topup is None:
        return _unknown()
    return _added(request) if topup.paid else _form(topup)


async def take_topup(request: Request) -> Response:
    """Add the money; a second time the page refuses."""
    till = practice_of(request).state.till
    topup = till.topup(query(request, "hash"))
    if topup is None:
        return _unknown()
    if declined(dict(form_fields(await request.body())).get("card", "")):
        return _form(topup, 402)
    return _added(request, 200 if till.finish_topup(topup.hash) else 409)


def _form(topup: TopUp, status: int = 200) -> Response:
    refusal = "" if status == 200 else "<p>The card was declined. Nothing was added.</p>"
    words = refusal + table([("Amount", f"£{topup.amount:.2f}")])
    return page("Top up PrePay", words + card_form(f"Add £{topup.amount:.2f}"), status)


def _added(request: Request, status: int = 200) -> Response:
    balance = practice_of(request).state.till.balance
    words = "The money was added." if status == 200 else "This top-up was paid before."
    return page("PrePay", f"<p>{words}</p>" + table([("Balance", f"£{balance:.2f}")]), status)


def _unknown() -> Response:
    return page("Top-up not found", "<p>This link is not complete or not right.</p>", 404)
