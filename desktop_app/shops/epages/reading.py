"""An ePages order as an order to send: fields, units, line weights, and what to look at."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.shop import LeftOutReason, Platform
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.epages.units import counts_pieces
from desktop_app.shops.epages.wire import Address, Order, Price, ProductLine
from desktop_app.shops.web.exact_json import plain
from desktop_app.shops.web.mapping import alpha3, first, in_grams, joined, kilograms


def left_out(order: Order) -> LeftOutReason | None:
    """Why an order is not one to send; None for one that is.

    There is no status on the wire: it is read off the times that are set.
    """
    if order.rejected_on or order.cancelled_on:
        return LeftOutReason.CANCELLED
    if order.returned_on:
        return LeftOutReason.RETURNED
    if order.gone_on:
        return LeftOutReason.DISPATCHED
    if order.closed_on or order.archived_on:
        return LeftOutReason.CLOSED
    return None


def shop_order(order: Order, shop_id: str) -> ShopOrder:
    """The order with all its lines; `shipping_address` null is that of the bill."""
    address = order.shipping_address or order.billing_address or Address()
    weights = [_line_weight(line) for line in order.lines]
    known = [weight for weight in weights if weight is not None]
    door = f"Door code: {address.door_code}" if address.door_code else ""
    method = order.shipping_data.shipping_method if order.shipping_data else None
    return ShopOrder(
        platform=Platform.EPAGES,
        order_number=order.shown_number,
        recipient=_recipient(address),
        lines=tuple(_line(line, order.currency_id) for line in order.lines),
        ordered_on=order.creation_date.date() if order.creation_date else None,
        service=method.name if method else "",
        note=joined(order.customer_comment, door, by="\n"),
        weight_kg=sum(known, Decimal(0)) or None,
        shop_id=shop_id,
        source_id=order.order_id,
        goods_value=_goods_value(order),
        is_weight_partial=bool(known) and len(known) < len(weights),
    )


def notes_on(order: Order) -> Iterator[str]:
    """What the user should look at, in sentences."""
    for line in order.lines:
        if not _is_counted(line):
            name = line.name or line.sku or "a line"
            yield f"“{name}” is sold as {_amount(line)}: check how many pieces that is."
        if _line_weight(line) is None:
            yield f"“{line.name or line.sku}” has no weight in the shop."
    if order.tax_model.upper() == "NET":
        yield "The prices are without VAT."
    if order.partially_dispatched_on:
        yield "The shop has sent part of it already."
    if order.paid_on is None:
        yield "The shop has not marked it as paid."
    address = order.shipping_address or order.billing_address
    if address and not alpha3(address.country):
        yield "The shop names no country that is known."


def only_product(order: Order) -> str:
    """The id of the product, if the order is one piece of one product; else ""."""
    if len(order.lines) != 1 or _count(order.lines[0]) != 1 or not _is_counted(order.lines[0]):
        return ""
    return order.lines[0].product_id


def _recipient(address: Address) -> ShopRecipient:
    name = joined(address.first_name, address.middle_name, address.last_name)
    lines = (address.street, address.street_details, address.address_extension)
    return ShopRecipient(
        name=name or address.display_name,
        organisation=joined(address.company, address.department, by=", "),
        address_lines=tuple(line for line in lines if line),
        town=address.city,
        county=address.state,
        postcode=address.zip_code,
        country=alpha3(address.country),
        email=first(
            address.email_address, address.business_email_address, address.private_email_address
        ),
        phone=first(
            address.mobile_phone_number,
            address.phone_number,
            address.business_phone_number,
            address.private_phone_number,
        ),
    )


def _line(line: ProductLine, currency: str) -> ShopLine:
    """What is sold by the metre or the yard counts as one thing, at the price of the line."""
    counted, pieces = _is_counted(line), _count(line)
    paid = line.single_item_price if counted else line.line_item_price
    name = joined(line.name, line.variation_string, by=", ")
    weight = _line_weight(line)
    return ShopLine(
        sku=line.sku,
        description=name if counted else f"{name} ({_amount(line)})",
        quantity=pieces,
        unit_value=paid.amount if paid else None,
        currency=(paid.currency if paid else "") or currency,
        unit_weight_kg=in_grams(weight / pieces) if weight is not None else None,
    )


def _is_counted(line: ProductLine) -> bool:
    """Whether the quantity is a whole number of pieces."""
    quantity = line.quantity
    if quantity is None or quantity.amount is None:
        return False
    is_whole = quantity.amount == quantity.amount.to_integral_value() and quantity.amount > 0
    return is_whole and counts_pieces(quantity.unit)


def _count(line: ProductLine) -> int:
    if line.quantity is None or line.quantity.amount is None or not _is_counted(line):
        return 1
    return int(line.quantity.amount)


def _amount(line: ProductLine) -> str:
    if line.quantity is None or line.quantity.amount is None:
        return "an unknown quantity"
    return joined(plain(line.quantity.amount), line.quantity.unit)


def _line_weight(line: ProductLine) -> Decimal | None:
    """Of the whole line: the shop has multiplied it by the quantity already."""
    weight = line.delivery_weight
    return kilograms(weight.amount, weight.unit) if weight else None


def _goods_value(order: Order) -> Decimal | None:
    """What was paid for the goods, coupons taken off, postage left out."""
    paid = [
        line.line_item_price.amount - (_sum(line.line_item_coupon_discount))
        for line in order.lines
        if line.line_item_price and line.line_item_price.amount is not None
    ]
    return sum(paid, Decimal(0)) if paid and len(paid) == len(order.lines) else None


def _sum(price: Price | None) -> Decimal:
    """A discount's amount, whichever sign the shop gives it."""
    return abs(price.amount) if price and price.amount is not None else Decimal(0)
