"""Enters a new order in a Centra shop: what the draft knows, and what only the shop asks for."""

from collections.abc import Iterator
from typing import Any

from desktop_app.domain.address import Address, forename_and_surname
from desktop_app.domain.country_names import alpha2
from desktop_app.domain.errors import AnswerNotUnderstood, InputError
from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.problem import Problem, error
from desktop_app.domain.shop import CreatedShopOrder, NewShopOrder
from desktop_app.shops.centra.new_order_wire import NewOrder, OrderAddress, OrderedItem
from desktop_app.shops.centra.wire import Completed
from desktop_app.shops.web.call import Call
from desktop_app.shops.web.details import exactly, merged, sendable
from desktop_app.shops.web.entering import entering
from desktop_app.shops.web.mapping import joined
from desktop_app.shops.web.transport import Transport
from desktop_app.shops.web.wire import read

_TWO_ADDRESSES = {"invoiceaddress", "deliveryaddress"}
# The request has no currency: it follows from the market and its price list.
_IN_POUNDS = "The draft's prices went out in pounds: check that the order is in pounds, too."
_PREPARED = "The order is prepared in Centra, and has still to be completed there."


def create_order(to: Transport, wanted: NewShopOrder) -> CreatedShopOrder:
    """Sends the order once; its number, or several where Centra split it.

    Centra handles no payment for it. Raises InputError for what is to be asked.
    """
    order = exactly(NewOrder, merged(_of_draft(wanted), wanted.details))
    if problems := _missing(order):
        raise InputError(problems[0].message, problems)
    with entering():
        answer = to.answer(Call("POST", "/order", "the new order", body=sendable(order)))
        made = read(Completed, answer, to.shop)
        numbers = made.orders or ((made.order,) if made.order else ())
        if not numbers:
            message = "Centra's answer about the new order has no order number."
            raise AnswerNotUnderstood(message, status=answer.status)
    return CreatedShopOrder(numbers=numbers, notes=tuple(_notes(wanted, order)))


def _notes(wanted: NewShopOrder, order: NewOrder) -> Iterator[str]:
    if order.create_only:
        yield _PREPARED
    lines = (line for parcel in wanted.draft.parcels for line in parcel.contents)
    if any(line.unit_value is not None for line in lines):
        yield _IN_POUNDS


def _of_draft(wanted: NewShopOrder) -> dict[str, Any]:
    """What the draft knows, under Centra's names; empty fields are left out."""
    draft = wanted.draft
    address = _address(draft.recipient)
    both = _TWO_ADDRESSES & {str(name).casefold() for name in wanted.details}
    places = ("invoiceAddress", "deliveryAddress") if both else ("address",)
    known: dict[str, Any] = dict.fromkeys(places, address)
    known["products"] = [_item(line) for parcel in draft.parcels for line in parcel.contents]
    known["comment"] = draft.recipient.special_instructions
    return {name: value for name, value in known.items() if value}


def _address(address: Address) -> dict[str, str]:
    forename, surname = forename_and_surname(address.name)
    known = {
        "email": address.email,
        "firstName": forename if address.name else "",
        "lastName": surname,
        "cell": address.phone,
        "address": joined(address.property, address.street),
        "coaddress": joined(address.organisation, address.locality, by=", "),
        "city": address.town,
        "zipcode": address.postcode,
        "state": address.county,
        "country": alpha2(address.country) if address.country else "",
    }
    return {name: value for name, value in known.items() if value}


def _item(line: ContentsLine) -> dict[str, Any]:
    item: dict[str, Any] = {"qty": line.quantity}
    if line.sku:
        item["sku"] = line.sku
    if line.unit_value is not None:
        item["unitPrice"] = line.unit_value
    return item


def _missing(order: NewOrder) -> list[Problem]:
    """What Centra documents as required, and the draft may not know."""
    problems = []
    if not order.products:
        problems.append(error("details.products", "Enter at least one thing that was ordered."))
    for number, item in enumerate(order.products):
        problems += _missing_of_item(item, f"details.products[{number}]")
    addresses = {
        "invoiceAddress": order.invoice_address,
        "deliveryAddress": order.delivery_address,
        "address": order.address,
    }
    given = {name: one for name, one in addresses.items() if one is not None}
    if not given and order.account_id is None:
        message = "Enter the customer's address, or a B2B account."
        problems.append(error("details.address", message))
    return [*problems, *_missing_of_addresses(given)]


def _missing_of_addresses(given: dict[str, OrderAddress]) -> list[Problem]:
    problems = [
        error(f"details.{name}.country", "Enter the country as two letters, such as GB.")
        for name, address in given.items()
        if len(address.country) != 2
    ]
    if given and not any(address.email for address in given.values()):
        first = next(iter(given))
        problems.append(error(f"details.{first}.email", "Enter the customer's e-mail address."))
    return problems


def _missing_of_item(item: OrderedItem, path: str) -> list[Problem]:
    problems = []
    if not (item.id or item.ean or item.sku or item.item):
        message = "Say which product it is: its SKU, EAN, id or item."
        problems.append(error(f"{path}.sku", message))
    if not item.qty or item.qty < 1:
        problems.append(error(f"{path}.qty", "Enter how many were ordered."))
    return problems
