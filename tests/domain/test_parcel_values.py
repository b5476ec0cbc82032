"""What parcels are worth adds up to what was entered, whatever was listed."""

from decimal import Decimal

import pytest
from hypothesis import given

from desktop_app.domain.parcel import ContentsLine
from desktop_app.domain.shipment import Shipment, parcel_values, quote_key
from desktop_app.domain.shipment_checks import parcel_problems
from tests.fakes.office import PARCEL, WHOLE
from tests.fakes.strategies import shipments


def worth(*contents: str, whole: str | None = None) -> Shipment:
    """One parcel for each amount; "" is a parcel without contents."""
    parcels = tuple(
        PARCEL.model_copy(
            update={
                "contents": (ContentsLine(description="Mug", unit_value=Decimal(one)),)
                if one
                else ()
            }
        )
        for one in contents
    )
    return WHOLE.model_copy(
        update={"parcels": parcels, "value_gbp": Decimal(whole) if whole else None}
    )


@given(shipments)
def test_the_values_are_the_whole(shipment: Shipment) -> None:
    values = parcel_values(shipment)
    assert len(values) == len(shipment.parcels)
    assert all(value >= 0 for value in values)
    if shipment.value_gbp is not None and shipment.parcels:
        assert sum(values) == shipment.value_gbp


@pytest.mark.parametrize(
    ("shipment", "values"),
    [
        (worth("", whole="45"), ["45"]),
        (worth("", "", "", whole="100"), ["33.34", "33.33", "33.33"]),
        (worth("40", "60"), ["40", "60"]),
        (worth("40", "60", whole="100"), ["40", "60"]),
        (worth("40", "", whole="100"), ["40", "60"]),
        (worth("40", "", "", whole="100.01"), ["40", "30.01", "30.00"]),
        (worth("40", "50", whole="100"), ["50", "50"]),
        (worth("40", "", whole="30"), ["15", "15"]),
        (worth("40", whole="45"), ["45"]),
        (worth("40", ""), ["40", "0"]),
    ],
)
def test_contents_say_how_the_whole_is_spread(shipment: Shipment, values: list[str]) -> None:
    assert parcel_values(shipment) == tuple(Decimal(value) for value in values)


def test_listing_what_a_parcel_holds_leaves_its_quote_alone() -> None:
    assert quote_key(worth("", whole="45")) == quote_key(worth("20", whole="45"))


@pytest.mark.parametrize(
    "shipment",
    [
        worth(""),
        worth("", whole="0"),
        worth("", whole="0.001"),
        worth("40", ""),
        worth("", "", whole="0.01"),
    ],
)
def test_every_parcel_needs_a_value(shipment: Shipment) -> None:
    assert [problem.field for problem in parcel_problems(shipment)] == ["value_gbp"]
