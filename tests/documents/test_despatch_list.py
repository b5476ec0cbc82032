"""The driver's list names every parcel once, adds them up, and ends with a line to sign."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents.despatch_list import DespatchList
from desktop_app.domain.label import Consignment
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from tests.documents.lettered import LETTERS
from tests.documents.measuring import ink, pages, words
from tests.fakes.office import NOW, PARCEL, WHOLE
from tests.fakes.strategies import shipments

DAY = date(2026, 11, 23)


def record(number: int, *, parcels: int = 1) -> ShipmentRecord:
    shipment = WHOLE.model_copy(
        update={"reference": f"ORD-{number}", "parcels": (PARCEL,) * parcels}
    )
    numbers = tuple(Consignment(number=f"JD{number:04}{one}") for one in range(parcels))
    return ShipmentRecord(
        id=f"s{number:05}", account_id="practice", created_at=NOW, updated_at=NOW,
        shipment=shipment, consignments=numbers,
    )  # fmt: skip


def said(found: Sequence[ShipmentRecord], courier: str = "DPD") -> list[str]:
    return words(DespatchList(courier, found, LETTERS, DAY).pdf())


def test_it_says_what_was_handed_over() -> None:
    (page,) = said([record(1), record(2, parcels=3)])
    for wanted in (
        "Despatch list: DPD", "23 November 2026", "From Mason Prints, Scarborough, YO12 7JZ",
        "JD00010", "JD00022", "ORD-2", "Ann Field", "YO17 7LL, United Kingdom",
        "2 shipments, 4 parcels, 6.00 kg", "Received for DPD: 4 parcels",
        "Name", "Signature", "Date and time", "Page 1 of 1",
    ):  # fmt: skip
        assert wanted in page


@pytest.mark.parametrize("count", [1, 12, 18, 19, 20, 21, 22, 80])
def test_it_is_signed_once_below_the_last_row(count: int) -> None:
    found = said([record(number) for number in range(count)])
    assert ["Signature" in page for page in found] == [False] * (len(found) - 1) + [True]
    assert "JD" in found[-1]
    for number, page in enumerate(found, start=1):
        assert "No. Consignment Reference Recipient" in page
        assert f"Page {number} of {len(found)}" in page
        assert "Despatch list: DPD" in page


def test_a_shipment_of_a_hundred_parcels_names_them_all() -> None:
    whole = " ".join(said([record(1, parcels=100)]))
    assert all(f"JD0001{number}" in whole for number in range(100))


def test_weights_keep_the_places_they_were_entered_with() -> None:
    heavy = PARCEL.model_copy(update={"weight_kg": Decimal("0.125")})
    shipment = WHOLE.model_copy(update={"parcels": (heavy,)})
    (page,) = said([record(1), record(2).model_copy(update={"shipment": shipment})])
    assert "1.625 kg" in page


def test_several_senders_are_all_named_or_counted() -> None:
    found = []
    for number in range(5):
        sender = WHOLE.sender.model_copy(update={"organisation": f"Shop {number}"})
        shipment = WHOLE.model_copy(update={"sender": sender})
        found.append(record(number).model_copy(update={"shipment": shipment}))
    (page,) = said(found)
    assert "From Shop 2" in page
    assert "and 2 other senders" in page
    assert "other" not in said(found[:3])[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shipments, st.integers(0, 30), st.text(max_size=200))
def test_whatever_it_holds_stays_inside_its_margins(
    shipment: Shipment, count: int, courier: str
) -> None:
    found = [record(number).model_copy(update={"shipment": shipment}) for number in range(count)]
    for page in pages(DespatchList(courier, found, LETTERS, DAY).pdf(), 60):
        box = ink(page, darker_than=200)
        assert min(box.left, box.top) >= 14
        assert box.left + box.width <= 210 - 14
        assert box.top + box.height <= 297 - 13.5
