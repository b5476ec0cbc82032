"""Enters a new order in a Geins shop: what the draft knows, and what only the shop asks for."""

from decimal import Decimal
from typing import Any

from desktop_app.domain.address import Address as OurAddress
from desktop_app.domain.address import forename_and_surname
from desktop_app.domain.country_names import alpha2
from desktop_app.domain.errors import AnswerNotUnderstood, InputError
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import Problem, error
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop import CreatedShopOrder, NewShopOrder
from desktop_app.shops.geins.wire import Order, OrderRow
from desktop_app.shops.web.call import Call
from desktop_app.shops.web.details import exactly, merged, sendable
from desktop_app.shops.web.entering import entering
from desktop_app.shops.web.mapping import joined
from desktop_app.shops.web.statuses import words_of
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import json_of

_PENNY = Decimal("0.01")


def create_order(to: Transport, wanted: NewShopOrder) -> CreatedShopOrder:
    """Sends the order once; the number it got. Raises InputError for what is to be asked."""
    order = exactly(Order, merged(_of_draft(wanted.draft), wanted.details))
    if problems := _missing(order):
        raise InputError(problems[0].message, problems)
    call = Call("POST", "/Order", "the new order", body=sendable(order))
    with entering():
        answer = to.answer(call)
        sent = json_of(answer, to.shop)
        number = _number(sent)
        if not number:
            said = " ".join(words_of(answer))
            message = f"Geins' answer about the new order has no order number. {said}".strip()
            raise AnswerNotUnderstood(message, status=answer.status)
    return CreatedShopOrder(numbers=(number,), notes=_notes(sent))


def _of_draft(draft: Shipment) -> dict[str, Any]:
    """What the draft knows, under Geins' names; empty fields are left out."""
    lines = [line for parcel in draft.parcels for line in parcel.contents]
    wanted: dict[str, Any] = {
        "ExternalId": draft.reference,
        "Currency": "GBP" if lines else "",
        "ShippingAddress": _address(draft.recipient),
        "BillingAddress": _address(draft.recipient),
        "Message": draft.recipient.special_instructions,
        "Rows": [_row(line) for line in lines],
    }
    return {name: value for name, value in wanted.items() if value}


def _address(address: OurAddress) -> dict[str, str]:
    forename, surname = forename_and_surname(address.name)
    known = {
        "Company": address.organisation,
        "State": address.county,
        "Country": alpha2(address.country) if address.country else "",
        "FirstName": forename if address.name else "",
        "LastName": surname,
        "Email": address.email,
        "AddressLine1": joined(address.property, address.street),
        "AddressLine2": address.locality,
        "Zip": address.postcode,
        "City": address.town,
        "Phone": address.phone,
    }
    return {name: value for name, value in known.items() if value}


def _row(line: ContentsLine) -> dict[str, Any]:
    row: dict[str, Any] = {"Quantity": line.quantity}
    if line.description:
        row["Name"] = line.description
    if line.sku:
        row["ArticleNumber"] = line.sku
    if line.unit_value is not None:
        row["UnitPrice"] = line.unit_value
        row["Total"] = (line.unit_value * line.quantity).quantize(_PENNY)
    if line.unit_weight_kg:
        row["Weight"] = int(line.unit_weight_kg * 1000)
    return row


def _missing(order: Order) -> list[Problem]:
    """What an order cannot do without, and the draft may not know."""
    problems = []
    if not order.rows:
        problems.append(error("details.Rows", "Enter at least one thing that was ordered."))
    for number, row in enumerate(order.rows):
        problems += _missing_of_row(row, f"details.Rows[{number}]")
    address = order.shipping_address or order.billing_address
    if address is None or not address.country:
        field = "details.ShippingAddress.Country"
        problems.append(error(field, "Enter the country that it goes to."))
    if not order.currency:
        problems.append(error("details.Currency", "Enter the currency of the order."))
    return problems


def _missing_of_row(row: OrderRow, path: str) -> list[Problem]:
    named = (row.item_id, row.article_number, row.gtin, row.external_product_item_id)
    problems = []
    if not any(named):
        message = (
            f"Say which product “{row.name or 'this row'}” is: its article number, item id or GTIN."
        )
        problems.append(error(f"{path}.ArticleNumber", message))
    if not row.quantity or row.quantity < 1:
        problems.append(error(f"{path}.Quantity", "Enter how many were ordered."))
    return problems


def _number(sent: object) -> str:
    """The new order's number: under `Resource`, or bare."""
    if isinstance(sent, dict):
        folded = {str(key).casefold(): value for key, value in sent.items()}
        sent = folded.get("resource")
    is_number = isinstance(sent, int) and not isinstance(sent, bool) and sent > 0
    is_text = isinstance(sent, str) and sent.strip().isascii() and sent.strip().isdigit()
    return str(sent).strip() if is_number or is_text else ""


def _notes(sent: object) -> tuple[str, ...]:
    """Validation messages that came with it."""
    if not isinstance(sent, dict):
        return ()
    folded = {str(key).casefold(): value for key, value in sent.items()}
    details = folded.get("details")
    held = details if isinstance(details, list) else []
    return tuple(one.strip() for one in held if isinstance(one, str) and one.strip())
