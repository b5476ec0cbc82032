"""Hypothesis strategies for shipments and records as wild as users and services make them."""

from datetime import UTC, date
from decimal import Decimal

from hypothesis import strategies as st

from desktop_app.domain.address import Address
from desktop_app.domain.customs import CustomsDeclaration, ExportReason, VatStatus
from desktop_app.domain.extras import ExtraKind
from desktop_app.domain.label import Consignment, DocumentKind, KeptDocument, PrintNote
from desktop_app.domain.money import Price
from desktop_app.domain.order import (
    Link,
    Order,
    OrderLine,
    Payment,
    PaymentMethod,
    PaymentState,
)
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.quote import (
    Choice,
    CourierService,
    OfferedExtra,
    Quote,
    Speed,
    Verification,
)
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment, quote_key
from desktop_app.domain.tracking import TrackingEvent, TrackingStage

words = st.text(max_size=20)
moments = st.datetimes(timezones=st.just(UTC))
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))
pounds = st.decimals(min_value=0, max_value=Decimal(99999), places=2)
measures = st.none() | st.decimals(min_value=0, max_value=Decimal(9999), places=3)
countries = st.sampled_from(["", "GBR", "USA", "DEU", "ESP"])
prices = st.builds(Price, net=pounds, vat=pounds, total=pounds)

addresses = st.builds(
    Address, name=words, organisation=words, email=words, phone=words, property=words,
    street=words, locality=words, town=words, county=words, postcode=words, country=countries,
    subdivision=st.none() | words, special_instructions=words,
)  # fmt: skip
contents_lines = st.builds(
    ContentsLine, description=words, quantity=st.integers(0, 1000), unit_value=st.none() | pounds,
    commodity_code=words, origin_country=countries, unit_weight_kg=measures, sku=words,
)  # fmt: skip
parcels = st.builds(
    Parcel, weight_kg=measures, length_cm=measures, width_cm=measures, height_cm=measures,
    contents_summary=words, contents=st.lists(contents_lines, max_size=2).map(tuple),
)  # fmt: skip
declarations = st.builds(
    CustomsDeclaration, export_reason=st.none() | st.sampled_from(ExportReason),
    vat_status=st.none() | st.sampled_from(VatStatus), vat_number=st.none() | words,
    eori_number=st.none() | words, ioss_number=st.none() | words, origin_country=countries,
)  # fmt: skip
shipments = st.builds(
    Shipment, reference=words, collection_date=st.none() | days, sender=addresses,
    recipient=addresses, parcels=st.lists(parcels, max_size=3).map(tuple),
    value_gbp=st.none() | pounds,
    extras=st.lists(st.sampled_from(ExtraKind), max_size=3).map(tuple),
    customs=declarations, notes=words, accepted_warnings=st.lists(words, max_size=2).map(tuple),
)  # fmt: skip

services = st.builds(
    CourierService, slug=words, name=words, courier=words, max_weight_kg=measures,
    max_length_cm=measures, max_cover=measures, printer_required=st.booleans(),
    speed=st.sampled_from(Speed), description=words,
)  # fmt: skip
quotes = st.builds(
    Quote, service=services, price=prices, vat_rate=st.none() | pounds,
    collection_date=st.none() | days, cut_off=st.none() | moments, included_cover=pounds,
    extras=st.lists(st.builds(OfferedExtra, kind=words, price=prices), max_size=2).map(tuple),
    requires_customs=st.booleans(),
)  # fmt: skip
links = st.lists(st.builds(Link, name=words, url=words), max_size=2).map(tuple)
orders = st.builds(
    Order, order_id=words, hash=words, price=prices, discount=pounds, links=links, service=words,
    lines=st.lists(st.builds(OrderLine, order_line_id=words, hash=words), max_size=2).map(tuple),
    said=words, created_at=st.none() | moments,
)  # fmt: skip
payments = st.builds(
    Payment, method=st.sampled_from(PaymentMethod), state=st.sampled_from(PaymentState),
    amount=pounds, since=moments, paid_at=st.none() | moments,
)  # fmt: skip
documents = st.builds(
    KeptDocument, kind=st.sampled_from(DocumentKind), media=st.sampled_from(LabelMedia),
    file=words, sha256=words, size_bytes=st.integers(0, 10**9), kept_at=moments,
    number=st.integers(1, 9),
)  # fmt: skip
events = st.builds(
    TrackingEvent, at=st.none() | moments, description=words,
    stage=st.none() | st.sampled_from(TrackingStage),
)  # fmt: skip
notes = st.builds(PrintNote, printed_at=moments, printer=words, paper=st.sampled_from(LabelPaper))


@st.composite
def records(draw: st.DrawFn, account_id: str = "practice") -> ShipmentRecord:
    """A kept shipment at any stage, under a new id; its quote may be void."""
    shipment = draw(shipments)
    keys = st.sampled_from([quote_key(shipment), "of another draft"])
    choices = st.builds(Choice, quote=quotes, quoted_at=moments, key=keys)
    verified = st.builds(Verification, cost=pounds, key=words, verified_at=moments)
    return ShipmentRecord(
        id=draw(st.uuids()).hex,
        account_id=account_id,
        created_at=draw(moments),
        updated_at=draw(moments),
        shipment=shipment,
        choice=draw(st.none() | choices),
        verification=draw(st.none() | verified),
        order=draw(st.none() | orders),
        payment=draw(st.none() | payments),
        documents=draw(st.lists(documents, max_size=2).map(tuple)),
        consignments=draw(
            st.lists(st.builds(Consignment, number=st.text("AB12", min_size=1)), max_size=2)
        ),
        events=draw(st.lists(events, max_size=2)),
        printed=draw(st.lists(notes, max_size=2)),
        trouble=draw(words),
    )
