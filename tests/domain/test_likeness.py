"""Two shipments that are probably one."""

from hypothesis import given

from desktop_app.domain.likeness import Likeness, goods, likeness
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment
from tests.fakes.office import WHOLE
from tests.fakes.strategies import shipments

MUGS = ContentsLine(description="Mug", quantity=2)


def holding(*parcels: tuple[ContentsLine, ...], **changes: object) -> Shipment:
    made = tuple(Parcel(contents=lines) for lines in parcels)
    return WHOLE.model_copy(update={"parcels": made, "reference": "", **changes})


def test_the_same_order_of_a_shop_is_one_whatever_else_differs() -> None:
    one = holding((MUGS,), reference="ORD-1001")
    other = WHOLE.model_copy(update={"reference": " ord 1001 "})
    assert likeness(one, other) is Likeness.ORDER


def test_the_same_goods_to_the_same_person_are_probably_one() -> None:
    shouted = WHOLE.recipient.name.upper()
    recipient = WHOLE.recipient.model_copy(update={"name": shouted, "phone": "", "email": ""})
    assert likeness(holding((MUGS,)), holding((MUGS,), recipient=recipient)) is Likeness.GOODS


def test_goods_are_counted_over_all_parcels() -> None:
    one = MUGS.model_copy(update={"quantity": 1})
    assert likeness(holding((MUGS,)), holding((one,), (one,))) is Likeness.GOODS
    assert likeness(holding((MUGS,)), holding((one,))) is None


def test_what_differs_is_no_twin() -> None:
    elsewhere = WHOLE.recipient.model_copy(update={"postcode": "M1 1AA"})
    assert likeness(holding((MUGS,)), holding((MUGS,), recipient=elsewhere)) is None
    assert likeness(holding(()), holding(())) is None


@given(shipments)
def test_every_shipment_is_like_itself_when_it_says_anything(shipment: Shipment) -> None:
    assert bool(likeness(shipment, shipment)) is bool(
        goods(shipment) or any(letter.isalnum() for letter in shipment.reference)
    )


@given(shipments, shipments)
def test_likeness_is_mutual(one: Shipment, other: Shipment) -> None:
    assert likeness(one, other) == likeness(other, one)
