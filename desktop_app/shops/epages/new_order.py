"""Makes an order of a cart that stands in an ePages shop."""

from typing import Any

from pydantic import ValidationError

from desktop_app.domain.errors import InputError, NotSignedIn, ScopeMissing
from desktop_app.domain.problem import error
from desktop_app.domain.shop import CreatedShopOrder, NewShopOrder
from desktop_app.domain.value import Value
from desktop_app.shops.epages.reading import notes_on, shop_order
from desktop_app.shops.epages.wire import Order
from desktop_app.shops.web.call import Call, segment
from desktop_app.shops.web.entering import entering
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import read

_ASKED = {
    "cartId": "Enter the id of the cart that the order is made of.",
    "cartToken": "Enter the cart's token, which the shop gave when the cart was made.",
}
_RIGHTS = "Check the cart's token, and that the access token may write orders."


class Cart(Value):
    """The cart, its billing address already in it, and the token that came with the cart."""

    cart_id: str
    cart_token: str


def create_order(to: Transport, wanted: NewShopOrder) -> CreatedShopOrder:
    """Sends the call once, its body empty as documented; the new order comes back whole.

    The cart is what the order says: nothing is read off the draft. Raises InputError for what is
    missing of the cart, ScopeMissing for a wrong token of either kind, Refused (410) for a cart
    that became an order before.
    """
    cart = _cart(wanted.details)
    path = f"/carts/{segment(cart.cart_id)}/order"
    token = {"X-epages-Cart-Token": cart.cart_token}
    try:
        with entering():
            answer = to.answer(Call("POST", path, "the order of the cart", headers=token))
            order = read(Order, answer, to.shop)
    except NotSignedIn as failure:
        message = "ePages does not let this cart become an order."
        raise ScopeMissing(message, advice=_RIGHTS) from failure
    return CreatedShopOrder(
        numbers=(order.shown_number,),
        order=shop_order(order, to.account.id),
        notes=tuple(notes_on(order)),
    )


def _cart(details: dict[str, Any]) -> Cart:
    given = {name: details.get(name) for name in _ASKED}
    missing = [
        error(f"details.{name}", _ASKED[name])
        for name, value in given.items()
        if not isinstance(value, str) or not value.strip()
    ]
    unknown = [
        error(f"details.{name}", f"ePages asks for nothing called “{name}” here.")
        for name in details
        if name not in _ASKED
    ]
    if missing or unknown:
        problems = [*missing, *unknown]
        raise InputError(problems[0].message, problems)
    try:
        return Cart(cart_id=str(given["cartId"]), cart_token=_header(str(given["cartToken"])))
    except ValidationError as failure:
        raise InputError("The cart cannot be used.") from failure


def _header(token: str) -> str:
    if not token.strip().isascii() or not token.strip().isprintable():
        message = "The cart's token has plain letters, digits and signs only."
        raise InputError(message, [error("details.cartToken", message)])
    return token
