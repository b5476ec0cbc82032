"""A draft of an order from a shop: what is known is filled in, what is not stays empty."""

from decimal import Decimal

import pytest

from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.shipment import Shipment
from desktop_app.domain.shop_order import ShopLine, ShopOrder, ShopRecipient
from desktop_app.services.order_drafts import draft_of, international, recipient_of, updated
from tests.fakes.office import SENDER, WHOLE

TO = ShopRecipient(
    name="Ann Field",
    address_lines=("11 Saville Street", "Rear"),
    town="Malton",
    postcode="YO17 7LL",
    country="GBR",
    phone="07700 900456",
)
MUG = ShopLine(sku="MG-2", description="Mug", quantity=2, unit_value=Decimal(9), currency="GBP")
ORDER = ShopOrder(platform="ebay", order_number="21-1", recipient=TO, lines=(MUG,), note="Ring")
USUAL = Shipment(sender=SENDER, extras=("Sms",))


def nothing_known(_sku: str, _description: str) -> None:
    return None


def draft(order: ShopOrder = ORDER, **rates: Decimal) -> Shipment:
    return draft_of(order, USUAL, rates, nothing_known)


def test_what_the_order_says_is_in_the_draft() -> None:
    made = draft()
    assert (made.reference, made.notes, made.sender) == ("21-1", "Ring", SENDER)
    assert made.extras == ("Sms",)
    assert made.value == 18
    assert made.parcels[0].contents_summary == "Mug"
    assert made.parcels[0].weight_kg is None


def test_amounts_in_another_currency_wait_for_a_rate() -> None:
    foreign = ORDER.model_copy(update={"lines": (MUG.model_copy(update={"currency": "EUR"}),)})
    assert draft(foreign).parcels[0].contents[0].unit_value is None
    assert draft(foreign, EUR=Decimal("0.855")).parcels[0].contents[0].unit_value == Decimal("7.70")


def test_a_product_that_is_known_says_what_the_order_does_not() -> None:
    known = ContentsLine(
        description="A mug", commodity_code="691200", origin_country="GBR",
        unit_weight_kg=Decimal("0.4"), unit_value=Decimal(99),
    )  # fmt: skip
    made = draft_of(ORDER, USUAL, {}, lambda _sku, _description: known)
    (line,) = made.parcels[0].contents
    assert (line.description, line.commodity_code) == ("Mug", "691200")
    assert line.unit_value == 9
    assert made.parcels[0].weight_kg == Decimal("0.8")


def test_a_size_that_the_shop_knows_is_the_parcels() -> None:
    sized = ORDER.model_copy(update={"size_cm": (Decimal(30), Decimal("20.5"), Decimal(10))})
    (parcel,) = draft(sized).parcels
    assert (parcel.length_cm, parcel.width_cm, parcel.height_cm) == sized.size_cm
    assert draft().parcels[0].length_cm is None


def test_half_a_weight_is_none() -> None:
    heavy = MUG.model_copy(update={"unit_weight_kg": Decimal(1)})
    both = ORDER.model_copy(update={"lines": (heavy, MUG)})
    assert draft(both).parcels[0].weight_kg is None


@pytest.mark.parametrize(
    ("country", "lines", "parts"),
    [
        ("GBR", ("11 Saville Street", "Rear"), ("11", "Saville Street", "Rear")),
        ("GBR", ("Flat 2", "9 Mill Lane"), ("Flat 2, 9", "Mill Lane", "")),
        ("GBR", ("Rose Cottage", "9 Mill Lane", "Old Town"), ("Rose Cottage, 9", "Mill Lane",
                                                              "Old Town")),
        ("GBR", ("Rose Cottage",), ("", "Rose Cottage", "")),
        ("DEU", ("Hauptstraße 5",), ("5", "Hauptstraße", "")),
        ("DEU", ("Straße des 17. Juni 135 b", "Hinterhaus"), ("135 b", "Straße des 17. Juni",
                                                              "Hinterhaus")),
        ("USA", ("350 Fifth Ave", "Fl 2"), ("350", "Fifth Ave", "Fl 2")),
        ("GBR", (), ("", "", "")),
    ],
)  # fmt: skip
def test_the_houses_number_stands_apart(
    country: str, lines: tuple[str, ...], parts: tuple[str, str, str]
) -> None:
    found = recipient_of(TO.model_copy(update={"country": country, "address_lines": lines}))
    assert (found.property, found.street, found.locality) == parts


@pytest.mark.parametrize(
    ("phone", "country", "dialled"),
    [
        ("07700 900456", "GBR", "+447700900456"),
        ("0151 2345678", "DEU", "+491512345678"),
        ("+33 6 12 34 56 78", "DEU", "+33612345678"),
        ("ask Ann", "GBR", "ask Ann"),
        ("", "GBR", ""),
        ("07700 900456", "", "07700 900456"),
    ],
)
def test_a_phone_is_as_it_is_dialled_from_abroad(phone: str, country: str, dialled: str) -> None:
    assert international(phone, country) == dialled


def test_a_company_alone_is_who_gets_it() -> None:
    found = recipient_of(TO.model_copy(update={"name": "", "organisation": "Field Ltd"}))
    assert (found.name, found.organisation) == ("Field Ltd", "")


def test_an_update_keeps_what_the_user_entered() -> None:
    boxed = WHOLE.model_copy(update={"extras": ("Signature",)})
    after = updated(boxed, draft())
    assert (after.extras, after.sender) == (("Signature",), WHOLE.sender)
    assert after.parcels[0].length_cm == WHOLE.parcels[0].length_cm
    assert after.parcels[0].weight_kg == WHOLE.parcels[0].weight_kg
    assert after.recipient.name == "Ann Field"
    assert after.parcels[0].contents[0].sku == "MG-2"
