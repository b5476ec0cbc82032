"""`/api/me` and `/api/storedcards`: who the practice account is, and what is kept with it."""

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer
from desktop_app.practice.context import base_url, practice_of
from desktop_app.practice.guard import signed_in
from desktop_app.practice.links import document_links
from desktop_app.practice.order_reading import shown_order

# As the demo of 2016 read them: `Name`, not `ContactName`, and the country's name.
COLLECTION = {
    "Name": "Pat Practice", "Organisation": "Practice Prints", "Email": "pat@practice.example",
    "Phone": "07700900123", "Property": "1", "Street": "Raleigh Street", "Locality": "",
    "Town": "Scarborough", "County": "North Yorkshire", "Postcode": "YO12 7JZ",
    "Country": "United Kingdom",
}  # fmt: skip
DELIVERY = {
    "Name": "Sam Example", "Organisation": "", "Email": "sam@practice.example",
    "Phone": "07700900456", "Property": "11", "Street": "Saville St", "Locality": "",
    "Town": "Malton", "County": "North Yorkshire", "Postcode": "YO17 7LL",
    "Country": "United Kingdom",
}  # fmt: skip
# Ours: of the real answer only `Id` is known.
CARD = {"Id": "practice-card", "CardType": "Visa", "LastFourDigits": "4242", "ExpiryDate": "12/29"}


@signed_in("my-profile")
async def me_detail(_request: Request) -> Response:
    """Answer the account's holder."""
    return Answer({"Forename": "Pat", "Surname": "Practice", "Email": "pat@practice.example"})


@signed_in("my-profile")
async def collection_addresses(_request: Request) -> Response:
    """Answer where parcels are collected from."""
    return Answer([COLLECTION])


@signed_in("my-profile")
async def delivery_addresses(_request: Request) -> Response:
    """Answer where parcels have been sent."""
    return Answer([DELIVERY])


@signed_in("my-profile")
async def order_history(request: Request) -> Response:
    """Answer every order, newest first. The form is ours: the list of what `/orders` answers."""
    practice = practice_of(request)
    orders = reversed(practice.state.orders.all())
    now, delay = practice.settings.clock(), practice.labels_delay
    return Answer(
        {
            "Results": [
                shown_order(
                    one,
                    document_links(one, base_url(request)) if one.labels_ready(now, delay) else {},
                )
                for one in orders
            ]
        }
    )


@signed_in("public-api", "payment")
async def stored_cards(_request: Request) -> Response:
    """Answer the one card there is."""
    return Answer([CARD])
