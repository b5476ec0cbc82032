"""Paying from PrePay, its balance, and topping it up."""

from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote as percent_encoded

from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.domain.order import Link, Order
from desktop_app.parcel2go.field_map import problems_in
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Call
from desktop_app.parcel2go.wire.links import read_links
from desktop_app.parcel2go.wire.orders import Paid


def pay_with_prepay(session: Session, order: Order) -> tuple[Link, ...]:
    """Sends the payment once. The address is our own: the given link's hash is not encoded."""
    number = percent_encoded(order.order_id, safe="")
    call = Call("POST", f"/api/orders/{number}/paywithprepay", query={"hash": order.hash})
    paid = Paid.read(session.json(call))
    if paid.errors:
        problems = problems_in({"Errors": paid.errors})
        raise Refused(problems[0].message if problems else "The payment was refused.", problems)
    return read_links(paid.links)


def balance(session: Session) -> Decimal:
    """What PrePay holds, in pounds: a bare number, or an object that names it."""
    said = session.json(Call("GET", "/api/prepay", again=True))
    if isinstance(said, dict):
        by_name = {str(key).casefold(): value for key, value in said.items()}
        said = by_name.get("balance")
    return _number(said)


def top_up_link(session: Session, amount: Decimal) -> str:
    """The first page offered for topping up."""
    body = {"Amount": amount, "CurrencyCode": "GBP"}
    said = session.json(Call("POST", "/api/prepay/create-topup-links", body=body))
    links = read_links(said.get("Links", said) if isinstance(said, dict) else said)
    if not links:
        raise Refused("Parcel2Go offers no page to top up.", advice="Top up on its website.")
    return links[0].url


def _number(said: Any) -> Decimal:  # noqa: ANN401 - any JSON
    try:
        if isinstance(said, (int, str, Decimal)) and not isinstance(said, bool):
            found = Decimal(said)
            if found.is_finite():
                return found
    except InvalidOperation:
        pass
    raise AnswerNotUnderstood("Parcel2Go's answer about PrePay is not a number.")
