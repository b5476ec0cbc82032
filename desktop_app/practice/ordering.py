"""`POST /api/orders` and `/api/orders/verify`: an unpaid order with its links and numbers."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, refused
from desktop_app.practice.catalogue import find_service
from desktop_app.practice.context import Practice, base_url, practice_of
from desktop_app.practice.customs_rules import needs_customs
from desktop_app.practice.guard import signed_in
from desktop_app.practice.hashes import order_hash, payment_hash
from desktop_app.practice.links import payment_links
from desktop_app.practice.order_record import Consignment, Line, Order
from desktop_app.practice.order_request import Item, OrderRequest
from desktop_app.practice.order_rules import check
from desktop_app.practice.pricing import Price
from desktop_app.practice.reading import receive


@signed_in("public-api")
async def verify(request: Request) -> Response:
    """Answer 200 in both cases: the exact price, or the errors and a price of 0."""
    checked = check(await receive(request, OrderRequest))
    cost = 0 if checked.refusals else sum(price.total for price in checked.prices)
    return Answer({"Errors": [refusal.shown() for refusal in checked.refusals], "Cost": cost})


@signed_in("public-api")
async def create(request: Request) -> Response:
    """Make an unpaid order; the hash is given only here."""
    wish = await receive(request, OrderRequest)
    checked = check(wish)
    if checked.refusals:
        return refused(checked.refusals)
    order = _order(practice_of(request), wish, checked.prices)
    practice_of(request).state.orders.add(order)
    return Answer(_created(order, base_url(request)))


def _order(practice: Practice, wish: OrderRequest, prices: tuple[Price, ...]) -> Order:
    now = practice.settings.clock()
    lines = tuple(
        _line(practice, item, price) for item, price in zip(wish.items, prices, strict=True)
    )
    return Order(
        order_id=practice.state.orders.numbers("order")[0],
        hash=order_hash(),
        payment_hash=payment_hash(now),
        made_at=now,
        customer=wish.customer_details,
        lines=lines,
    )


def _line(practice: Practice, item: Item, price: Price) -> Line:
    numbers = practice.state.orders.numbers("parcel", len(item.parcels))
    service = find_service(item.service)
    prefix = service.courier.prefix if service else ""
    return Line(
        order_line_id=practice.state.orders.numbers("line")[0],
        hash=order_hash(),
        net=price.net,
        vat=price.vat,
        needs_customs=needs_customs(item),
        item=item,
        consignments=tuple(
            Consignment(parcel_id=number, number=f"{prefix}{number:010d}", parcel=parcel)
            for number, parcel in zip(numbers, item.parcels, strict=True)
        ),
    )


def _created(order: Order, site: str) -> dict[str, Any]:
    return {
        "OrderId": str(order.order_id),
        "Links": payment_links(order, site),
        "TotalPrice": order.total,
        "TotalVat": order.vat,
        "TotalPriceExVat": order.net,
        "Hash": order.hash,
        "OrderlineIdMap": [
            {"Hash": line.hash, "OrderLineId": str(line.order_line_id), "ItemId": line.item.id}
            for line in order.lines
        ],
        "TotalDiscount": 0,
    }
