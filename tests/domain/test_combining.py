"""What goes to the same address in one box: nothing of it is lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.combining import combined, same_address
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment
from tests.fakes.office import WHOLE

SIDES = st.decimals(min_value=1, max_value=100, places=1)
LINES = st.lists(
    st.builds(
        ContentsLine,
        description=st.sampled_from(("Slippers", "Mug", "Print")),
        quantity=st.integers(1, 9),
        unit_value=st.decimals(min_value=0, max_value=99, places=2),
    ),
    max_size=3,
)
SHIPMENTS = st.lists(
    st.builds(
        lambda weight, sides, lines, value, reference: WHOLE.model_copy(
            update={
                "reference": reference,
                "value_gbp": value,
                "parcels": (
                    Parcel(
                        weight_kg=weight,
                        length_cm=sides[0],
                        width_cm=sides[1],
                        height_cm=sides[2],
                        contents_summary="Goods",
                        contents=tuple(lines),
                    ),
                ),
            }
        ),
        st.decimals(min_value=0, max_value=30, places=2),
        st.tuples(SIDES, SIDES, SIDES),
        LINES,
        st.decimals(min_value=0, max_value=500, places=2),
        st.sampled_from(("ORD-1", "ORD-2", "")),
    ),
    min_size=2,
    max_size=5,
)


@given(SHIPMENTS)
def test_weight_value_and_contents_add_up(shipments: list[Shipment]) -> None:
    one = combined(shipments)
    assert len(one.parcels) == 1
    assert one.total_weight_kg == sum(each.total_weight_kg for each in shipments)
    assert one.value_gbp == sum(each.value_gbp or 0 for each in shipments)
    lines = [line for each in shipments for line in each.parcels[0].contents]
    assert list(one.parcels[0].contents) == lines
    assert all(each.reference in one.reference for each in shipments)
    boxes = {(p.length_cm, p.width_cm, p.height_cm) for each in shipments for p in each.parcels}
    box = one.parcels[0]
    assert (box.length_cm, box.width_cm, box.height_cm) in boxes


def changed(**update: object) -> Shipment:
    return WHOLE.model_copy(update=update)


def test_the_same_person_at_the_same_address_is_found_however_it_is_written() -> None:
    loud = WHOLE.recipient.model_copy(update={"name": "ANN  FIELD", "postcode": "yo177ll"})
    elsewhere = WHOLE.recipient.model_copy(update={"postcode": "YO17 7LM"})
    shipments = [changed(), changed(recipient=elsewhere), changed(recipient=loud), changed()]
    assert same_address(shipments) == ((0, 2, 3),)


@pytest.mark.parametrize(
    "other",
    [
        {"extras": ("Signature",)},
        {"sender": WHOLE.sender.model_copy(update={"postcode": "YO1 1AA"})},
        {"customs": WHOLE.customs.model_copy(update={"vat_number": "GB1"})},
        {"parcels": WHOLE.parcels * 2},
        {"recipient": WHOLE.recipient.model_copy(update={"name": ""})},
    ],
)
def test_what_differs_is_not_combined(other: dict[str, object]) -> None:
    assert same_address([WHOLE, changed(**other)]) == ()


def test_a_value_or_weight_that_is_not_said_is_not_invented() -> None:
    unsaid = changed(value_gbp=None)
    light = changed(parcels=(WHOLE.parcels[0].model_copy(update={"weight_kg": None}),))
    assert combined([WHOLE, unsaid]).value_gbp is None
    assert combined([WHOLE, light]).parcels[0].weight_kg is None
    assert combined([unsaid, unsaid]).value_gbp is None
    assert combined([WHOLE, WHOLE]).value_gbp == Decimal(90)
