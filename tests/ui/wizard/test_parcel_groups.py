"""Groups of parcels that are alike: nothing is lost in them, whatever they hold."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.shipment import Shipment, quote_key
from desktop_app.ui.wizard.parcel_groups import (
    alike,
    filled_from_summary,
    fits,
    group_at,
    spread,
    starts,
    with_known,
)
from desktop_app.ui.wizard.presets import STARTERS, preset_of, preset_words, with_size
from tests.fakes.strategies import contents_lines, parcels, shipments

few = st.lists(st.sampled_from([Parcel(), Parcel(weight_kg=Decimal(1))]), min_size=1, max_size=12)


@given(few)
def test_groups_hold_every_parcel_in_its_place(boxes: list[Parcel]) -> None:
    counts = alike(boxes)
    assert fits(counts, boxes)
    groups = [(boxes[start], count) for start, count in zip(starts(counts), counts, strict=True)]
    assert spread(groups) == tuple(boxes)
    for index in range(len(boxes)):
        start = starts(counts)[group_at(counts, index)]
        assert boxes[start] == boxes[index]


@given(few)
def test_a_group_of_different_parcels_does_not_fit(boxes: list[Parcel]) -> None:
    assert fits((len(boxes),), boxes) is (len(set(map(str, boxes))) == 1)
    assert not fits((len(boxes) + 1,), boxes)


@given(contents_lines, contents_lines)
def test_what_was_entered_wins_over_what_is_known(
    line: ContentsLine, product: ContentsLine
) -> None:
    filled = with_known(line, product)
    for name, value in line:
        assert getattr(filled, name) == (value or getattr(product, name)) or name in {
            "description",
            "quantity",
        }
    assert (filled.description, filled.quantity) == (line.description, line.quantity)


WORTHLESS = Parcel(contents=(ContentsLine(quantity=0),))
NO_EVEN_SHARES = Shipment(
    parcels=(WORTHLESS, WORTHLESS, Parcel(contents_summary="Slippers")), value_gbp=Decimal("0.80")
)


@given(shipments)
@example(NO_EVEN_SHARES)
def test_the_first_line_changes_no_price(shipment: Shipment) -> None:
    assert quote_key(filled_from_summary(shipment, lambda _sku, _words: None)) == quote_key(
        shipment
    )


@given(parcels)
def test_a_size_fills_a_parcel_and_is_kept_of_it(parcel: Parcel) -> None:
    for preset in STARTERS:
        sized = with_size(parcel, preset)
        assert preset_of(sized, preset.name) == preset
        assert sized.contents == parcel.contents


def test_a_size_says_all_of_itself() -> None:
    assert preset_words(STARTERS[2]) == "Shoe box · 35 × 25 × 15 cm, 1.5 kg"
    assert preset_of(Parcel(length_cm=Decimal(1)), "half") is None
