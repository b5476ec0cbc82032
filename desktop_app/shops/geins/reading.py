"""A Geins order as an order to send: which rows are due, grams and millimetres, what to look at."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.shop import LeftOutReason, Platform
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.geins.products import CustomsFacts, Products
from desktop_app.shops.geins.wire import Address, Order, OrderRow
from desktop_app.shops.web.mapping import alpha3, first, in_grams, joined, sides

_GRAMS = 1000
ON_HOLD = "on-hold"
_DUE_ROWS = {"", "ready", "backorder"}
_LEFT_OUT = {
    "cancelled": LeftOutReason.CANCELLED,
    "inactive": LeftOutReason.CANCELLED,
    "refunded": LeftOutReason.RETURNED,
    "completed": LeftOutReason.DISPATCHED,
    "pending-payment": LeftOutReason.UNPAID,
}


def left_out(order: Order) -> LeftOutReason | None:
    """Why an order is not one to send; None for one that is, also one on hold."""
    reason = _LEFT_OUT.get(order.status.casefold())
    if reason is None and order.rows and not due_rows(order):
        return LeftOutReason.DISPATCHED
    return reason


def due_rows(order: Order) -> tuple[OrderRow, ...]:
    """The rows that were not sent, returned or cancelled."""
    return tuple(
        row for row in order.rows if row.status.casefold() in _DUE_ROWS and not row.parcel_group_id
    )


def shop_order(order: Order, shop_id: str, products: Products) -> ShopOrder:
    """The order with the rows that are due; HS code and origin come from the products."""
    address = order.shipping_address or order.billing_address or Address()
    rows = due_rows(order)
    weights = [_row_weight(row) for row in rows]
    known = [weight for weight in weights if weight is not None]
    return ShopOrder(
        platform=Platform.GEINS,
        order_number=order.shown_number,
        recipient=_recipient(address, order),
        lines=tuple(_line(row, order.currency, products.of(row.product_id)) for row in rows),
        ordered_on=order.created_at.date() if order.created_at else None,
        service=first(*(detail.name for detail in order.shipping_details)),
        note=_note(order, address),
        weight_kg=sum(known, Decimal(0)) or None,
        shop_id=shop_id,
        source_id=order.shown_number,
        goods_value=_goods_value(rows),
        size_cm=_size(rows),
        is_weight_partial=bool(known) and len(known) < len(weights),
        is_on_hold=order.status.casefold() == ON_HOLD,
    )


def notes_on(order: Order, products: Products) -> Iterator[str]:
    """What the user should look at, in sentences."""
    if order.status.casefold() == ON_HOLD:
        yield "The shop has put it on hold: it waits for somebody to confirm it."
    if order.status.casefold() == "partial":
        yield "Part of it was sent before; only the rest is here."
    for row in due_rows(order):
        name = _name(row) or row.article_number
        if _row_weight(row) is None:
            yield f"“{name}” has no weight in the shop."
        if row.status.casefold() == "backorder":
            yield f"“{name}” is on back order."
        said = products.of(row.product_id).said_origin
        if said and not products.of(row.product_id).origin:
            yield f"“{name}” comes from “{said}”, which is no country that is known."
    address = order.shipping_address or order.billing_address
    if address and not alpha3(address.country):
        yield "The shop names no country that is known."


def _recipient(address: Address, order: Order) -> ShopRecipient:
    lines = (address.address_line1, address.address_line2, address.address_line3)
    care_of = f"c/o {address.care_of}" if address.care_of else ""
    return ShopRecipient(
        name=joined(address.first_name, address.last_name),
        organisation=address.company,
        address_lines=tuple(line for line in (lines[0], care_of, *lines[1:]) if line),
        town=address.city,
        county=address.state,
        postcode=address.zip,
        country=alpha3(address.country),
        email=first(address.email, order.customer_email),
        phone=first(address.mobile, address.phone),
    )


def _note(order: Order, address: Address) -> str:
    door = f"Entry code: {address.entry_code}" if address.entry_code else ""
    places = dict.fromkeys(one.pickup_point for one in order.shipping_details if one.pickup_point)
    points = [f"Pick-up point: {place}" for place in places]
    return joined(order.message, door, *points, by="\n")


def _line(row: OrderRow, currency: str, facts: CustomsFacts) -> ShopLine:
    weight = row.weight if row.weight and row.weight > 0 else None
    return ShopLine(
        sku=first(row.article_number, row.gtin),
        description=_name(row),
        quantity=max(row.quantity or 1, 1),
        unit_value=row.unit_price,
        currency=currency,
        hs_code=facts.hs_code,
        origin=facts.origin,
        unit_weight_kg=in_grams(Decimal(weight) / _GRAMS) if weight else None,
    )


def _name(row: OrderRow) -> str:
    """The product and its variant, which some shops repeat in the row's own name."""
    name = first(row.product_name, row.name, row.item_name)
    variant = first(row.variant, row.item_name)
    return name if variant.casefold() in name.casefold() else joined(name, variant, by=", ")


def _row_weight(row: OrderRow) -> Decimal | None:
    """Grams of one piece, times the pieces; 0 means that nobody has entered it."""
    if not row.weight or row.weight <= 0:
        return None
    return Decimal(row.weight) * max(row.quantity or 1, 1) / _GRAMS


def _size(rows: tuple[OrderRow, ...]) -> tuple[Decimal, Decimal, Decimal] | None:
    """The size of the only piece in it; several pieces are packed by people."""
    if len(rows) != 1 or rows[0].quantity != 1:
        return None
    length, width, height = (
        None if side is None else Decimal(side)
        for side in (rows[0].length, rows[0].width, rows[0].height)
    )
    return sides(length, width, height)


def _goods_value(rows: tuple[OrderRow, ...]) -> Decimal | None:
    paid = [row.total for row in rows if row.total is not None]
    return sum(paid, Decimal(0)) if paid and len(paid) == len(rows) else None
