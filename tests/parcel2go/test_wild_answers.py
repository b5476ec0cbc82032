"""Whatever comes back, nothing but the domain's own errors comes out."""

import json
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.label_wish import LabelForm, LabelWish
from desktop_app.domain.paper import LabelMedia
from desktop_app.parcel2go.address_rules import address_rules
from desktop_app.parcel2go.collection_dates import collection_dates
from desktop_app.parcel2go.countries import countries
from desktop_app.parcel2go.drop_shops import drop_shops, drop_shops_at
from desktop_app.parcel2go.faqs import faqs
from desktop_app.parcel2go.invoices import invoice
from desktop_app.parcel2go.label_files import label_files, separate_labels
from desktop_app.parcel2go.labels import labels
from desktop_app.parcel2go.me import me, saved_addresses
from desktop_app.parcel2go.order_details import bring_in, order_details, order_history
from desktop_app.parcel2go.orders import create, read_back, verify
from desktop_app.parcel2go.parcel_numbers import consignments
from desktop_app.parcel2go.payments import pay_with_prepay
from desktop_app.parcel2go.prepay import balance, top_up_link
from desktop_app.parcel2go.prohibited_items import prohibited_items
from desktop_app.parcel2go.quotes import quotes
from desktop_app.parcel2go.service_pages import service_pages
from desktop_app.parcel2go.services import services
from desktop_app.parcel2go.stored_cards import pay_with_stored_card, stored_cards
from desktop_app.parcel2go.tracking import tracking
from desktop_app.parcel2go.transport import Transport
from tests.parcel2go.canned import CannedTransport
from tests.parcel2go.samples import CREATED, HOME, ITEM_ID, ORDER, QUOTE, WIRE_QUOTE

LINE = LabelWish(reference="1")
CALLS: dict[str, Callable[[Transport], object]] = {
    "quotes": lambda to: quotes(to, HOME),
    "verify": lambda to: verify(to, HOME, QUOTE),
    "create": lambda to: create(to, HOME, QUOTE, ITEM_ID),
    "read": lambda to: read_back(to, "76423942", "h"),
    "pay": lambda to: pay_with_prepay(to, ORDER),
    "balance": balance,
    "top-up": lambda to: top_up_link(to, Decimal(1)),
    "dates": lambda to: collection_dates(to, "dpd", HOME.sender),
    "shops": lambda to: drop_shops(to, "DPD", "York", "GBR"),
    "labels": lambda to: labels(to, ORDER, LabelMedia.A4, DocumentKind.LABEL),
    "numbers": lambda to: consignments(to, ORDER),
    "tracking": lambda to: tracking(to, "1"),
    "countries": countries,
    "services": services,
    "pages": service_pages,
    "shops there": lambda to: drop_shops_at(to, "DPD", Decimal(50), Decimal(0), "GBR"),
    "rules": lambda to: address_rules(to, "dpd", "FRA"),
    "prohibited": lambda to: prohibited_items(to, "glass", "USA"),
    "faqs": faqs,
    "me": me,
    "saved": saved_addresses,
    "cards": stored_cards,
    "card payment": lambda to: pay_with_stored_card(to, ORDER, "1"),
    "details": lambda to: order_details(to, "1"),
    "brought in": lambda to: bring_in(to, "1", "h"),
    "history": order_history,
    "invoice": lambda to: invoice(to, "1"),
    "label files": lambda to: label_files(to, LINE),
    "label pictures": lambda to: label_files(to, LINE.model_copy(update={"form": LabelForm.PNG})),
    "separate": lambda to: separate_labels(to, LINE),
}
# With the other tests here 10,000 answers and more.
MANY = 300
every_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)

leaves = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["1e400", "-1", "2021-02-15T00:00:00", "0001-01-01", "https://x", "\x00"])
)  # fmt: skip
NAMES = st.sampled_from(
    ["Quotes", "Service", "Slug", "Results", "Errors", "Error", "Links", "Name", "Link", "Cost",
     "OrderId", "PaidDate", "Items", "Id", "Hash", "OrderlineIdMap", "OrderLineIdHmac",
     "TotalPrice", "Balance", "Message", "ModelState", "TrackingNumbers", "TrackingNumber",
     "CollectionDates", "CollectionDate", "Base64EncodedLabels", "SuccessfulLabels",
     "CourierTrackingNumbers", "Timestamp", "Distance", "Iso3Code", "RequiresCustoms",
     "Field", "MaxLength", "Question", "Answer", "Reason", "Restriction", "Parcels", "Country",
     "DeliveryAddress", "CollectionCountries", "Base64EncodedLabel", "OrderLineId", "Created"]
)  # fmt: skip
wild = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
numbers = st.sampled_from(["1e9999", "1e-999999999", "-0", "9" * 4000, "1E+999999999999", "0.0"])


def survives(call: Callable[[Transport], object], body: bytes, status: int = 200) -> None:
    """Only what `domain/errors.py` draws may be raised."""
    with suppress(PostroomError):
        call(CannedTransport(body, status))


@every_call
@settings(max_examples=MANY)
@given(wild)
def test_any_json(call: Callable[[Transport], object], answer: object) -> None:
    survives(call, json.dumps(answer).encode())


@every_call
@given(st.binary(max_size=40))
def test_any_bytes(call: Callable[[Transport], object], body: bytes) -> None:
    survives(call, body)


@given(wild, st.integers(200, 599))
def test_any_refusal(answer: object, status: int) -> None:
    survives(CALLS["verify"], json.dumps(answer).encode(), status)


def spoilt(value: Any, draw: st.DrawFn) -> Any:  # noqa: ANN401 - any JSON
    """A right answer with one wrong thing somewhere in it."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: spoilt(value[key], draw)}
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        return [spoilt(value[0], draw), *value[1:]]
    return draw(wild)


@given(st.data())
def test_a_quote_with_one_wrong_thing(data: st.DataObject) -> None:
    quote = data.draw(st.composite(lambda draw: spoilt(WIRE_QUOTE, draw))())
    survives(CALLS["quotes"], json.dumps({"Quotes": [quote]}).encode())


@given(st.data())
def test_an_order_with_one_wrong_thing(data: st.DataObject) -> None:
    order = data.draw(st.composite(lambda draw: spoilt(CREATED, draw))())
    survives(CALLS["create"], json.dumps(order).encode())


@given(numbers, st.sampled_from(["13.19", "10.99", "1.2", "7.5", "30"]))
def test_numbers_that_no_arithmetic_bears(number: str, instead_of: str) -> None:
    body = json.dumps({"Quotes": [WIRE_QUOTE]}).replace(f": {instead_of}", f": {number}", 1)
    survives(CALLS["quotes"], body.encode())


@every_call
def test_json_that_is_too_deep(call: Callable[[Transport], object]) -> None:
    survives(call, b"[" * 200_000)
