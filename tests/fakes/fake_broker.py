"""A Parcel2Go in memory for tests that are not about the wire: it counts what was charged."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from desktop_app.domain.account import PRACTICE, Account
from desktop_app.domain.address import Address
from desktop_app.domain.country import Country, CountryBook
from desktop_app.domain.label import Consignment, DocumentKind, LabelSet
from desktop_app.domain.money import Price, rounded
from desktop_app.domain.order import Link, Order, OrderLine, OrderStatus
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.place import CollectionDate, DropShop
from desktop_app.domain.quote import CourierService, OfferedExtra, Quote, Speed
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.tracking import TrackingEvent, TrackingStage
from tests.fakes.sample_label import sample_label

PAID_AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def price(net: str) -> Price:
    """A price with 20 % VAT on it."""
    without = Decimal(net)
    vat = rounded(without * Decimal("0.2"))
    return Price(net=without, vat=vat, total=without + vat)


def country(name: str, alpha2: str, alpha3: str, *, customs: bool, part: str = "") -> Country:
    """One row of the countries endpoint."""
    return Country(
        name=name, alpha2=alpha2, alpha3=alpha3, requires_customs=customs, subdivision=part or None
    )


BOOK = CountryBook(
    rows=(
        country("Northern Ireland", "GB", "GBR", customs=False, part="NIR"),
        country("UK - Mainland", "GB", "GBR", customs=False),
        country("Tenerife", "ES", "ESP", customs=True, part="ES-TEN"),
        country("Spain (Mainland Only)", "ES", "ESP", customs=True),
        country("USA", "US", "USA", customs=True),
        country("Germany", "DE", "DEU", customs=True),
        country("France", "FR", "FRA", customs=True),
    )
)


def offer(kind: str, net: str) -> OfferedExtra:
    """An extra with its price."""
    return OfferedExtra(kind=kind, price=price(net))


SERVICES = (
    CourierService(
        slug="evri-drop-off", name="Evri ParcelShop", courier="Evri", courier_slug="hermes",
        collection="Shop", drop_off_provider="MYHRMS", max_weight_kg=Decimal(15),
        max_length_cm=Decimal(120), max_width_cm=Decimal(60), max_height_cm=Decimal(60),
        max_cover=Decimal(300), speed=Speed.SLOW, description="Two to three days",
    ),
    CourierService(
        slug="dpd-next-day", name="DPD Next Day", courier="DPD", courier_slug="dpd",
        max_weight_kg=Decimal(30), max_length_cm=Decimal(100), max_width_cm=Decimal(70),
        max_height_cm=Decimal(60), max_cover=Decimal(1000), printer_required=True,
        speed=Speed.FAST, description="Next working day",
    ),
    CourierService(
        slug="ups-tiny", name="UPS Envelope", courier="UPS", courier_slug="ups",
        max_weight_kg=Decimal("0.5"), max_length_cm=Decimal(35), max_width_cm=Decimal(25),
        max_height_cm=Decimal(3), speed=Speed.MEDIUM,
    ),
)  # fmt: skip

QUOTES = (
    Quote(
        service=SERVICES[0], price=price("2.59"), collection_date=date(2026, 11, 24),
        estimated_delivery=date(2026, 11, 27), included_cover=Decimal(20), vat_rate=Decimal(20),
        extras=(offer("Sms", "0.30"), offer("Signature", "0.99"), offer("Cover", "2.50")),
    ),
    Quote(
        service=SERVICES[1], price=price("6.15"), collection_date=date(2026, 11, 24),
        estimated_delivery=date(2026, 11, 25), included_cover=Decimal(50), vat_rate=Decimal(20),
        extras=(offer("Sms", "0.30"), offer("DeliveryGuarantee", "1.50"), offer("Cover", "3.00")),
    ),
    Quote(service=SERVICES[2], price=price("1.99"), collection_date=date(2026, 11, 24)),
)  # fmt: skip


HERE = PRACTICE.model_copy(update={"base_url": "http://127.0.0.1:9"})


@dataclass
class FakeBroker:
    """Fills `Broker`. `before[name]` runs before a call and may raise; `calls` are its names."""

    account: Account = HERE
    balance: Decimal = Decimal(100)
    book: CountryBook = BOOK
    offered: tuple[Quote, ...] = QUOTES
    calls: list[str] = field(default_factory=list)
    charged: list[str] = field(default_factory=list)
    paid: dict[str, datetime] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    before: dict[str, Callable[[], None]] = field(default_factory=dict)
    after: dict[str, Callable[[], None]] = field(default_factory=dict)
    labels_missing: int = 0
    labels_failed: int = 0
    closed: bool = False
    numbered: int = 0
    counting: threading.Lock = field(default_factory=threading.Lock)

    def check(self) -> None:
        self._called("check")

    def countries(self) -> CountryBook:
        self._called("countries")
        return self.book

    def services(self) -> tuple[CourierService, ...]:
        self._called("services")
        return SERVICES

    def quotes(self, shipment: Shipment, service: str = "") -> tuple[Quote, ...]:
        self._called("quotes")
        abroad = self.book.requires_customs(shipment.sender, shipment.recipient) is True
        found = (quote.model_copy(update={"requires_customs": abroad}) for quote in self.offered)
        return tuple(quote for quote in found if service in {"", quote.service.slug})

    def verify(self, shipment: Shipment, quote: Quote) -> Decimal:
        self._called("verify")
        return quote.price_with(shipment.extras).total

    def create_order(self, shipment: Shipment, quote: Quote, item_id: str) -> Order:
        self._called("create_order")
        with self.counting:
            number = str(26633 + self.numbered)
            self.numbered += 1
        base = self.account.base_url
        order = Order(
            order_id=number,
            hash=f"hash+/{number}=",
            price=quote.price_with(shipment.extras),
            lines=(OrderLine(order_line_id=f"1{number}", item_id=item_id, hash="line="),),
            links=(
                Link(name="payment", url=f"{base}/order/payment?id={number}&hash=x"),
                Link(name="PayWithPrePay", url=f"{base}/api/orders/{number}/paywithprepay"),
            ),
        )
        self.orders[number] = order
        self._done("create_order")
        return order

    def read_order(self, order_id: str, order_hash: str) -> OrderStatus:
        self._called("read_order")
        return OrderStatus(order_id=order_id, paid_at=self.paid.get(order_id))

    def pay_with_prepay(self, order: Order) -> tuple[Link, ...]:
        self._called("pay_with_prepay")
        with self.counting:
            self.charged.append(order.order_id)
            self.paid[order.order_id] = PAID_AT
            self.balance -= order.price.total
        self._done("pay_with_prepay")
        return ()

    def prepay_balance(self) -> Decimal:
        self._called("prepay_balance")
        return self.balance

    def top_up_link(self, amount: Decimal) -> str:
        self._called("top_up_link")
        return f"{self.account.base_url}/topup?amount={amount}"

    def collection_dates(self, service: str, sender: Address) -> tuple[CollectionDate, ...]:
        self._called("collection_dates")
        return (CollectionDate(day=date(2026, 11, 24)),)

    def drop_shops(self, provider: str, location: str, country: str) -> tuple[DropShop, ...]:
        self._called("drop_shops")
        return (DropShop(shop_id="1", name="Corner Shop", postcode=location),)

    def labels(self, order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
        self._called("labels")
        if order.order_id not in self.paid:
            return LabelSet()
        if self.labels_missing:
            self.labels_missing -= 1
            return LabelSet()
        return LabelSet((sample_label(media, f"JD{order.order_id}GB"),), self.labels_failed)

    def consignments(self, order: Order) -> tuple[Consignment, ...]:
        self._called("consignments")
        return (Consignment(parcel_id="1", number=f"JD{order.order_id}GB"),)

    def tracking(self, order_line_id: str) -> tuple[TrackingEvent, ...]:
        self._called("tracking")
        return (TrackingEvent(at=PAID_AT, description="Collected", stage=TrackingStage.COLLECTED),)

    def document(self, url: str) -> bytes:
        self._called("document")
        return sample_label(LabelMedia.A4, "PAPER")

    def close(self) -> None:
        self.closed = True

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if before := self.before.get(name):
            before()

    def _done(self, name: str) -> None:
        if after := self.after.get(name):
            after()
