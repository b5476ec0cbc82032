"""From prices to tracking over the practice service, at home and abroad."""

import uuid
from decimal import Decimal

import httpx
import pytest

from desktop_app.domain.customs import CustomsDeclaration
from desktop_app.domain.errors import Refused
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.quote import Quote, cheapest
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.practice.server import PracticeServer
from tests.parcel2go.samples import HOME, TO_USA


def chosen(broker: Parcel2GoBroker, shipment: Shipment) -> Quote:
    offers = (quote for quote in broker.quotes(shipment) if all(map(quote.extra, shipment.extras)))
    quote = cheapest(tuple(offers))
    assert quote
    return quote


def test_a_parcel_at_home_is_paid_from_prepay(
    practised: Parcel2GoBroker, practice: PracticeServer
) -> None:
    shipment = HOME.model_copy(update={"extras": ("Sms",)})
    quote = chosen(practised, shipment)
    cost = practised.verify(shipment, quote)
    assert cost == quote.price_with(shipment.extras).total
    order = practised.create_order(shipment, quote, str(uuid.uuid4()))
    assert order.price.total == cost
    before = practised.prepay_balance()
    assert practised.read_order(order.order_id, order.hash).paid_at is None
    assert practised.labels(order, LabelMedia.A4, DocumentKind.LABEL).pdfs == ()
    practised.pay_with_prepay(order)
    assert practised.prepay_balance() == before - cost
    status = practised.read_order(order.order_id, order.hash)
    assert status.paid_at
    assert status.order_line_ids == tuple(line.order_line_id for line in order.lines)
    books = httpx.get(f"{practice.base_url}/practice/books").json()
    assert [payment["order_id"] for payment in books["payments"]] == [int(order.order_id)]
    for media in LabelMedia:
        (label,) = practised.labels(order, media, DocumentKind.LABEL).pdfs
        assert label.startswith(b"%PDF")
    (consignment,) = practised.consignments(order)
    assert consignment.number in books["orders"][0]["consignments"]
    events = practised.tracking(order.lines[0].order_line_id)
    assert events[-1].description == "Label created"


def test_a_parcel_abroad_has_its_customs_papers(practised: Parcel2GoBroker) -> None:
    quote = chosen(practised, TO_USA)
    assert quote.requires_customs
    assert practised.verify(TO_USA, quote) == quote.price.total
    order = practised.create_order(TO_USA, quote, str(uuid.uuid4()))
    page = order.link("payment")
    assert page
    paid = httpx.post(page, data={"card": "4242424242424242"})
    assert paid.status_code < 400
    status = practised.read_order(order.order_id, order.hash)
    assert status.paid_at
    (invoice,) = practised.labels(order, LabelMedia.A4, DocumentKind.COMMERCIAL_INVOICE).pdfs
    assert invoice.startswith(b"%PDF")
    links = {link.name: link.url for link in status.links}
    assert practised.document(links["commercial-invoice"]).startswith(b"%PDF")


def test_a_draft_without_customs_is_refused_field_by_field(practised: Parcel2GoBroker) -> None:
    parcels = tuple(box.model_copy(update={"contents": ()}) for box in TO_USA.parcels)
    bare = TO_USA.model_copy(
        update={
            "customs": CustomsDeclaration(), "parcels": parcels, "value_gbp": Decimal(10),
        }
    )  # fmt: skip
    with pytest.raises(Refused) as refusal:
        practised.verify(bare, chosen(practised, TO_USA))
    assert [problem.field for problem in refusal.value.problems] == [
        "customs.export_reason", "customs.vat_status", "customs.origin_country",
        "parcels[0].contents",
    ]  # fmt: skip


def test_the_lists_are_there(practised: Parcel2GoBroker) -> None:
    practised.check()
    book = practised.countries()
    assert book.requires_customs(TO_USA.sender, TO_USA.recipient) is True
    assert {quote.service.slug for quote in practised.quotes(HOME)} <= {
        service.slug for service in practised.services()
    }
    slug = chosen(practised, HOME).service.slug
    assert practised.collection_dates(slug, HOME.sender)
    shops = practised.drop_shops("MYHRMS", "YO12 7JZ", "GBR")
    assert len({shop.shop_id for shop in shops}) == len(shops)
    assert practised.top_up_link(Decimal(25)).startswith(practised.account.base_url)
