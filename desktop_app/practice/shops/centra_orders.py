"""The shipments of the practice Centra shop, as Centra writes them: flat, unset things empty."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_app.practice.shops.cases import CASES, Bought, Case, Place, Thing

Body = dict[str, Any]
UNSET = "0000-00-00 00:00:00"
BEGUN = datetime(2026, 11, 2, 8, 0)  # noqa: DTZ001 - the company's own time, without a zone
_STATES = {"sent": "completed", "returned": "completed", "closed": "completed"}
_PARTS = (
    "Name", "Company", "Email", "Cell", "Tele", "Address", "Coaddress", "Zipcode", "City",
    "State", "Country",
)  # fmt: skip


def moment(at: datetime) -> str:
    """Return a time as the shop writes it."""
    return at.strftime("%Y-%m-%d %H:%M:%S")


def all_shipments() -> dict[str, Body]:
    """Return every shipment by its id, oldest first; `_status` is for the shop alone."""
    made = [one for n, case in enumerate(CASES, 1) for one in _shipments(83000 + n, case)]
    return {one["shipmentId"]: one for one in made}


def _shipments(number: int, case: Case) -> list[Body]:
    """One for each order; two where part of it was sent."""
    if case.state == "cancelled":
        return []
    if case.state != "partial":
        return [_shipment(number, 1, case, case.bought, _STATES.get(case.state, "goodtogo"))]
    first = _shipment(number, 1, case, case.bought[:1], "completed")
    return [first, _shipment(number, 2, case, case.bought[1:], "goodtogo")]


def _shipment(number: int, part: int, case: Case, bought: tuple[Bought, ...], status: str) -> Body:
    address = _address(case.place)
    return {
        "shipmentId": f"{number}-{part}", "orderId": str(number),
        "orderDate": moment(BEGUN + timedelta(hours=11 * (number - 83000))),
        "orderStore": "retail", "orderCurrency": case.currency, "customerId": str(number + 9),
        "accountId": "", **{f"delivery{name}": value for name, value in address.items()},
        **{f"billing{name}": value for name, value in address.items() if name != "Cell"},
        "shippingList": "standard", "suspect": 0, "hold": int(case.state == "held"),
        "waitingForPayment": int(case.state == "unpaid"), "paid": int(case.state != "unpaid"),
        "shouldCapture": False, "internalComment": "", "otherComment": case.note,
        "shipmentDate": moment(BEGUN) if status == "completed" else UNSET, "carrier": "",
        "service": "", "trackingNumber": "OLD-1" if status == "completed" else "",
        "trackingUrl": "", "products": _products(number, bought), "_status": status,
    }  # fmt: skip


def _address(place: Place | None) -> dict[str, str]:
    if place is None:
        return dict.fromkeys(_PARTS, "")
    return {
        "Name": place.name, "Company": place.company, "Email": place.email, "Cell": place.phone,
        "Tele": "", "Address": place.street, "Coaddress": place.extra, "Zipcode": place.postcode,
        "City": place.town, "State": place.region, "Country": place.country,
    }  # fmt: skip


def _products(number: int, bought: tuple[Bought, ...]) -> list[Body]:
    """The lines; every fifth order's last one is a bundle with its contents nested in it."""
    lines = [_line(number, n, one) for n, one in enumerate(bought, 1)]
    if number % 5 == 0 and lines:
        inside = {**lines[-1], "isBundle": False, "isPartOfBundle": "217", "qty": 1}
        lines[-1] |= {"isBundle": True, "weight": 0, "bundle": [inside]}
    return lines


def _line(number: int, place: int, bought: Bought) -> Body:
    """A line; numbers are text now and then, pounds in every fourth order."""
    thing: Thing = bought.thing
    quantity = int(Decimal(bought.quantity).to_integral_value())
    kilograms = thing.grams / 1000
    is_pounds = number % 4 == 0
    price = float(thing.price)
    return {
        "lineId": str(number * 100 + place), "sku": thing.sku, "variantSku": "", "sizeSku": "",
        "ean": "", "upc": "", "name": thing.name, "variant": thing.variant, "size": "",
        "brand": "Practice", "qty": quantity, "originalPrice": price,
        "price": f"{price:.2f}" if number % 3 == 0 else price,
        "weight": round(kilograms / 0.45359237, 4) if is_pounds else kilograms,
        "weightUnit": "lb" if is_pounds else "kg", "countryOfOrigin": thing.origin,
        "harmCode": thing.code, "comment": "", "isBundle": False,
        "warehouses": [{"name": "Default", "itemQty": str(quantity)}],
    }  # fmt: skip
