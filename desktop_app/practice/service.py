"""The practice service as one ASGI application: every address it answers."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from desktop_app.practice import (
    control,
    labels,
    ordering,
    paying,
    payment_page,
    topup_page,
    webhook_control,
)
from desktop_app.practice.account import (
    collection_addresses,
    delivery_addresses,
    me_detail,
    order_history,
    stored_cards,
)
from desktop_app.practice.answers import not_found, said
from desktop_app.practice.authorize import authorize, decide
from desktop_app.practice.bodies import BadBodyError
from desktop_app.practice.collection_dates import collection_dates
from desktop_app.practice.context import Practice
from desktop_app.practice.countries import countries
from desktop_app.practice.documents import document
from desktop_app.practice.drop_shops import shops_at_location, shops_at_position
from desktop_app.practice.guidance import address_rules, faqs, prohibited_items
from desktop_app.practice.help_page import help_centre
from desktop_app.practice.images import image
from desktop_app.practice.invoices import invoice
from desktop_app.practice.order_details import order_details
from desktop_app.practice.order_reading import read_order
from desktop_app.practice.prepay import balance, create_topup_links
from desktop_app.practice.quotes import quotes
from desktop_app.practice.reading import NotTaken
from desktop_app.practice.services import services
from desktop_app.practice.tokens import discovery, token
from desktop_app.practice.tracking import tracking, tracking_page

Handler = Callable[[Request], Awaitable[Response]]


def practice_app(practice: Practice) -> Starlette:
    """Build the application around one practice state."""
    app = Starlette(
        routes=[_route(*entry) for entry in ADDRESSES],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
        exception_handlers={
            404: _no_such_address,
            405: _no_such_method,
            NotTaken: _ended,
            BadBodyError: _unreadable,
        },
    )
    app.state.practice = practice
    return app


def _route(method: str, path: str, handler: Handler) -> Route:
    return Route(path, handler, methods=[method])


async def _no_such_address(_request: Request, _error: Exception) -> Response:
    return not_found("No HTTP resource was found that matches the request.")


async def _no_such_method(_request: Request, _error: Exception) -> Response:
    return said("The requested resource does not support this http method.", 405)


async def _ended(_request: Request, error: Exception) -> Response:
    if not isinstance(error, NotTaken):
        raise error
    return error.answer


async def _unreadable(_request: Request, _error: Exception) -> Response:
    return said("The request is invalid.", 400)


ADDRESSES: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/auth/connect/token", token),
    ("GET", "/auth/.well-known/openid-configuration", discovery),
    ("GET", "/auth/connect/authorize", authorize),
    ("POST", "/auth/connect/authorize", decide),
    ("POST", "/api/quotes", quotes),
    ("POST", "/api/orders", ordering.create),
    ("POST", "/api/orders/verify", ordering.verify),
    ("GET", "/api/orders", read_order),
    ("POST", "/api/orders/{order_id}/paywithprepay", paying.pay_with_prepay),
    ("POST", "/api/orders/{order_id}/paywithstoredcard", paying.pay_with_stored_card),
    ("GET", "/api/orders/{order_id}/paywithcard", paying.pay_elsewhere),
    ("GET", "/api/orders/{order_id}/paywithpaypal", paying.pay_elsewhere),
    ("POST", "/api/orders/{order_id}/parcelnumbers", labels.parcel_numbers),
    ("GET", "/api/labels/{reference}", labels.labels),
    ("GET", "/api/labels/{reference}/separate", labels.separate_labels),
    ("GET", "/api/tracking/{reference}", tracking),
    ("POST", "/api/collectiondates", collection_dates),
    ("GET", "/api/dropshops/{provider}/location", shops_at_location),
    ("GET", "/api/dropshops/{provider}/geolocation", shops_at_position),
    ("GET", "/api/countries", countries),
    ("GET", "/api/services", services),
    ("GET", "/api/prepay", balance),
    ("POST", "/api/prepay/create-topup-links", create_topup_links),
    ("GET", "/api/storedcards", stored_cards),
    ("GET", "/api/me/detail", me_detail),
    ("POST", "/api/me/detail", me_detail),
    ("GET", "/api/me/collectionAddresses", collection_addresses),
    ("POST", "/api/me/collectionAddresses", collection_addresses),
    ("GET", "/api/me/deliveryAddresses", delivery_addresses),
    ("POST", "/api/me/deliveryAddresses", delivery_addresses),
    ("GET", "/api/me/orders/detail", order_history),
    ("GET", "/api/orderdetails/{reference}", order_details),
    ("GET", "/api/invoices/{order_id}", invoice),
    ("GET", "/api/addressrules", address_rules),
    ("GET", "/api/prohibiteditems", prohibited_items),
    ("GET", "/api/faqs", faqs),
    ("GET", "/content/images/{name}", image),
    ("GET", "/order/payment", payment_page.show_payment),
    ("POST", "/order/payment", payment_page.take_payment),
    ("GET", "/order/complete", payment_page.complete),
    ("GET", "/prepay/topup", topup_page.show_topup),
    ("POST", "/prepay/topup", topup_page.take_topup),
    ("GET", "/documents/{order_id}/{name}", document),
    ("GET", "/tracking/{reference}", tracking_page),
    ("GET", "/help-centre", help_centre),
    ("POST", "/practice/scenarios", control.add_scenarios),
    ("DELETE", "/practice/scenarios", control.clear_scenarios),
    ("POST", "/practice/balance", control.set_balance),
    ("GET", "/practice/books", control.books),
    ("POST", "/practice/webhooks", webhook_control.subscribe),
    ("DELETE", "/practice/webhooks", webhook_control.unsubscribe),
    ("POST", "/practice/webhooks/send", webhook_control.send),
    ("GET", "/practice/webhooks", webhook_control.sendings),
)
