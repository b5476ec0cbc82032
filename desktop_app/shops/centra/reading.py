"""A Centra shipment as an order to send: bundles, units, unset values, and what to look at."""

from collections.abc import Iterator
from decimal import Decimal

from desktop_app.domain.shop import LeftOutReason, Platform
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.shops.centra.bundles import counted, line_price, line_weight_kg
from desktop_app.shops.centra.wire import Item, Shipment
from desktop_app.shops.web.mapping import alpha3, first, in_grams, joined


def left_out(shipment: Shipment) -> LeftOutReason | None:
    """Why a shipment is not one to send; None for one that is."""
    if shipment.waiting_for_payment:
        return LeftOutReason.UNPAID
    if shipment.hold or shipment.suspect:
        return LeftOutReason.ON_HOLD
    return None


def shop_order(shipment: Shipment, shop_id: str) -> ShopOrder:
    """The shipment: it, not the order, is what is sent and told of."""
    items = counted(shipment.products)
    weights = [line_weight_kg(item) for item in items]
    known = [weight for weight in weights if weight is not None]
    door = f"Door code: {shipment.door_code}" if shipment.door_code else ""
    return ShopOrder(
        platform=Platform.CENTRA,
        order_number=shipment.shown_number,
        recipient=_recipient(shipment),
        lines=tuple(_line(item, _currency(shipment)) for item in items),
        ordered_on=shipment.order_date.date() if shipment.order_date else None,
        service=first(shipment.shipping_list, shipment.delivery_service),
        note=joined(shipment.other_comment, door, shipment.courier_instructions, by="\n"),
        weight_kg=sum(known, Decimal(0)) or None,
        shop_id=shop_id,
        source_id=shipment.shipment_id,
        goods_value=_goods_value(items),
        is_weight_partial=bool(known) and len(known) < len(weights),
    )


def notes_on(shipment: Shipment) -> Iterator[str]:
    """What the user should look at, in sentences."""
    if shipment.paid is False:
        yield "It is not paid yet: Centra completes a shipment only once it is."
    if shipment.should_capture:
        yield "Its payment is to be captured before it leaves."
    if not _currency(shipment):
        yield "The shop names no currency."
    for item in counted(shipment.products):
        name = _name(item) or _sku(item)
        if line_weight_kg(item) is None:
            yield f"“{name}” has no weight in the shop."
        if not item.qty or item.qty < 1:
            yield f"“{name}” has no quantity: it counts as one."
        if item.is_bundle and not item.price:
            yield f"“{name}” is a bundle: its price is the one before discounts."
    if not alpha3(_part(shipment, "country")):
        yield "The shop names no country that is known."


def _recipient(shipment: Shipment) -> ShopRecipient:
    """Where it goes; who pays for it, where the shop says nothing else."""
    lines = (_part(shipment, "address"), _part(shipment, "coaddress"))
    return ShopRecipient(
        name=_part(shipment, "name"),
        organisation=_part(shipment, "company"),
        address_lines=tuple(line for line in lines if line),
        town=_part(shipment, "city"),
        county=_part(shipment, "state"),
        postcode=_part(shipment, "zipcode"),
        country=alpha3(_part(shipment, "country")),
        email=first(shipment.delivery_email, shipment.billing_email),
        phone=first(
            shipment.delivery_cell,
            shipment.delivery_tele,
            shipment.billing_cell,
            shipment.billing_tele,
        ),
    )


def _part(shipment: Shipment, name: str) -> str:
    """A part of the one address that is filled in: never a mixture of two."""
    delivers = shipment.delivery_address or shipment.delivery_zipcode or shipment.delivery_city
    found: str = getattr(shipment, f"{'delivery' if delivers else 'billing'}_{name}")
    return found


def _currency(shipment: Shipment) -> str:
    return first(shipment.order_currency, shipment.currency)


def _line(item: Item, currency: str) -> ShopLine:
    weight, pieces = line_weight_kg(item), max(item.qty or 1, 1)
    return ShopLine(
        sku=_sku(item),
        description=_name(item),
        quantity=pieces,
        unit_value=line_price(item),
        currency=currency,
        hs_code=item.harm_code if item.harm_code != "0" else "",
        origin=alpha3(item.country_of_origin),
        unit_weight_kg=in_grams(weight / pieces) if weight is not None else None,
    )


def _name(item: Item) -> str:
    return joined(item.name, item.variant, item.size, by=", ")


def _sku(item: Item) -> str:
    return first(f"{item.sku}{item.variant_sku}{item.size_sku}", item.ean)


def _goods_value(items: tuple[Item, ...]) -> Decimal | None:
    prices = [(line_price(item), max(item.qty or 1, 1)) for item in items]
    known = [price * pieces for price, pieces in prices if price is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(prices) else None
