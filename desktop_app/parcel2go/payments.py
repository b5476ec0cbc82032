"""`POST /api/orders/{id}/paywithprepay`: moves money, and is therefore sent once."""

from desktop_app.domain.order import Link, Order
from desktop_app.parcel2go.auth import PAYMENT
from desktop_app.parcel2go.call import Call, segment
from desktop_app.parcel2go.refusals import refused, stated_problems
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.links import links_in
from desktop_app.parcel2go.wire.payments import PaidOrder
from desktop_app.parcel2go.wire.reading import read


def pay_with_prepay(transport: Transport, order: Order) -> tuple[Link, ...]:
    """Pays an order from PrePay; the links to its papers, none while they are being made.

    The address is our own, since the hash in the given link is not percent-encoded (facts,
    pitfall 2). Raises ScopeMissing, and nothing is sent, without the payment scope.
    """
    transport.require_scope(PAYMENT)
    path = f"/api/orders/{segment(order.order_id)}/paywithprepay"
    answer = transport.answer(Call("POST", path, "the payment", {"hash": order.hash}))
    paid = read(PaidOrder, answer)
    if problems := stated_problems(paid.errors, None):
        raise refused(problems)
    return links_in(paid.links)
