"""The orders and products of the practice ePages shop, as ePages writes them."""

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_app.practice.shops.cases import CASES, THINGS, Bought, Case, Place, Thing

Body = dict[str, Any]
BEGUN = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
TIMES = (
    "viewedOn", "rejectedOn", "inProcessOn", "pendingOn", "readyForDispatchOn",
    "partiallyDispatchedOn", "dispatchedOn", "deliveredOn", "partiallyInvoicedOn", "invoicedOn",
    "partiallyPaidOn", "paidOn", "returnedOn", "closedOn", "archivedOn",
)  # fmt: skip
_STATES = {
    "cancelled": "rejectedOn", "sent": "dispatchedOn", "returned": "returnedOn",
    "closed": "closedOn", "partial": "partiallyDispatchedOn", "held": "pendingOn",
}  # fmt: skip
_NOTHING = (
    "salutation", "title", "middleName", "streetDetails", "vatId", "birthday", "department",
    "displayName", "doorCode", "faxNumber", "fiscalCode", "gender", "jobTitle", "websiteUrl",
    "bankAccountHolder", "bankAccountNumber", "bankName", "bankSortCode", "mobilePhoneNumber",
    "businessPhoneNumber", "privatePhoneNumber", "businessEmailAddress", "privateEmailAddress",
)  # fmt: skip


def moment(at: datetime) -> str:
    """Return a time as the shop writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def guid(*words: object) -> str:
    """Return an id such as 5858FBC0-3CFA-AEEE-D837-D5809AB3C89F, always the same for the same."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, words)))).upper()


def all_orders() -> dict[str, Body]:
    """Return every order by its id, oldest first."""
    orders = [_order(number, case) for number, case in enumerate(CASES, 1)]
    return {order["orderId"]: order for order in orders}


def locked_ids() -> set[str]:
    """Return the orders that are open in the shop's edit mode."""
    return {guid("order", n) for n, case in enumerate(CASES, 1) if case.is_locked}


def all_products() -> dict[str, Body]:
    """Return every product by its id; sizes are millimetres, null where nobody entered them."""
    return {guid("product", one.sku): _product(one) for one in THINGS}


def _order(number: int, case: Case) -> Body:
    made = BEGUN + timedelta(hours=11 * number)
    lines = [_line(number, n, one, case.currency) for n, one in enumerate(case.bought, 1)]
    total = sum((Decimal(str(line["lineItemPrice"]["amount"])) for line in lines), Decimal(0))
    times: Body = dict.fromkeys(TIMES)
    if case.state != "unpaid":
        times["paidOn"] = moment(made + timedelta(minutes=2))
    if case.state in _STATES:
        times[_STATES[case.state]] = moment(made + timedelta(hours=20))
    order_id = guid("order", number)
    return {
        "orderId": order_id,
        "orderNumber": f"ORD{made:%y%m%d}/{1000 + number}",
        "creationDate": moment(made),
        "customerId": guid("customer", number),
        "customerNumber": str(1000 + number),
        "locale": "en_GB",
        "currencyId": case.currency,
        "taxModel": "GROSS",
        "grandTotal": f"{total + 4:.2f}",
        "totalBeforeTax": f"{total / Decimal('1.2'):.2f}",
        "totalTax": f"{total - total / Decimal('1.2'):.2f}",
        "customerComment": case.note or None,
        "internalNote": "Regular customer" if number % 7 == 0 else None,
        "billingAddress": _address(case.place) if case.place else None,
        "shippingAddress": _address(case.place) if case.place and number % 2 else None,
        "shippingData": {
            "shippingMethod": {"id": guid("method"), "name": "Standard delivery"},
            "price": _price(Decimal(4), case.currency),
            "taxes": [],
        },
        "paymentData": None,
        **times,
        "lastUpdatedOnDate": moment(made + timedelta(hours=1)),
        "lineItemContainer": {
            "grandTotal": _price(total + 4, case.currency),
            "productLineItems": lines,
            "shippingPrice": _price(Decimal(4), case.currency),
            "deposits": [], "ecoParticipations": [], "shippingOptions": [],
        },
        "links": [],
    }  # fmt: skip


def _address(place: Place) -> Body:
    first, _, last = place.name.partition(" ")
    known = {
        "company": place.company, "firstName": first, "lastName": last, "street": place.street,
        "addressExtension": place.extra, "zipCode": place.postcode, "city": place.town,
        "state": place.region, "country": place.country, "emailAddress": place.email,
        "phoneNumber": place.phone,
    }  # fmt: skip
    return dict.fromkeys(_NOTHING) | {name: value or None for name, value in known.items()}


def _line(order: int, number: int, bought: Bought, currency: str) -> Body:
    """One line; its weight is that of all of it, in ounces for every third order."""
    thing, quantity = bought.thing, Decimal(bought.quantity)
    grams = thing.grams * quantity
    weight = {"amount": float(grams), "unit": "g"}
    if order % 3 == 0:
        weight = {"amount": float(round(grams / Decimal("28.349523125"), 2)), "unit": "oz"}
    return {
        "lineItemId": guid("line", order, number),
        "sku": thing.sku,
        "name": thing.name,
        "productId": guid("product", thing.sku),
        "quantity": {"amount": float(quantity), "unit": bought.unit or "piece(s)"},
        "lineItemPrice": _price(Decimal(thing.price) * quantity, currency),
        "singleItemPrice": _price(Decimal(thing.price), currency),
        "lineItemCouponDiscount": None,
        "images": [],
        "links": [],
        "variationString": thing.variant or None,
        "essentialFeatures": None,
        "taxClass": {"taxClassId": guid("tax"), "name": "standard", "percentage": 20.0},
        "deliveryWeight": weight if thing.grams else None,
    }


def _price(amount: Decimal, currency: str) -> Body:
    rounded = round(float(amount), 2)
    return {
        "taxType": "GROSS", "formatted": f"{rounded:.2f} {currency}", "amount": rounded,
        "currency": currency,
    }  # fmt: skip


def _product(thing: Thing) -> Body:
    length, width, height = (side or None for side in thing.size_mm)
    return {
        "productId": guid("product", thing.sku), "name": thing.name, "sku": thing.sku,
        "productLength": length, "productWidth": width, "productHeight": height,
        "deliveryWeight": {"amount": thing.grams, "unit": "g"} if thing.grams else None,
    }  # fmt: skip
