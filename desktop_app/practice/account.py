"""`/api/me/detail` and `/api/storedcards`: who the practice account is."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer
from desktop_app.practice.guard import signed_in


@signed_in("my-profile")
async def me_detail(_request: Request) -> Response:
    """Answer the account's holder."""
    return Answer({"Forename": "Pat", "Surname": "Practice", "Email": "pat@practice.example"})


@signed_in("public-api", "payment")
async def stored_cards(_request: Request) -> Response:
    """Answer no cards."""
    return Answer([])
