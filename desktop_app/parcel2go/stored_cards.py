"""`/api/storedcards`: the cards that the account has at the service, and paying with one."""

from desktop_app.domain.order import Link, Order
from desktop_app.domain.profile import StoredCard
from desktop_app.parcel2go.auth import PAYMENT
from desktop_app.parcel2go.call import Call, get, segment
from desktop_app.parcel2go.refusals import refused, stated_problems
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.account import WireCard
from desktop_app.parcel2go.wire.links import links_in
from desktop_app.parcel2go.wire.payments import PaidOrder
from desktop_app.parcel2go.wire.reading import json_of, list_in, read, read_good


def stored_cards(transport: Transport) -> tuple[StoredCard, ...]:
    """The cards; () when there are none. Only `Id` is known of their form (facts, section 2)."""
    answer = transport.answer(get("/api/storedcards", "the stored cards"))
    sent = list_in(json_of(answer), "Results", "StoredCards", "Cards")
    return tuple(map(_card, read_good(WireCard, sent, answer)))


def pay_with_stored_card(transport: Transport, order: Order, card_id: str) -> tuple[Link, ...]:
    """Pays an order, sent once; the links to its papers, none while they are being made.

    Raises ScopeMissing, and nothing is sent, without the payment scope.
    """
    transport.require_scope(PAYMENT)
    path = f"/api/orders/{segment(order.order_id)}/paywithstoredcard"
    query = {"hash": order.hash, "storedCardId": card_id}
    paid = read(PaidOrder, transport.answer(Call("POST", path, "the payment", query)))
    if problems := stated_problems(paid.errors, None):
        raise refused(problems)
    return links_in(paid.links)


def _card(wire: WireCard) -> StoredCard:
    number = (wire.last_four_digits or wire.last4)[-4:]
    words = (
        wire.description or wire.name or wire.card_type or wire.type,
        f"ending in {number}" if number else "",
        f"until {wire.expiry_date}" if wire.expiry_date else "",
    )
    return StoredCard(card_id=wire.id, label=" ".join(word for word in words if word))
