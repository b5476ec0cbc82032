"""Which services suit, which are marked, and what the filters let through."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.wizard.quote_rows import HandOver, Wishes, preferred, quote_rows
from tests.fakes.fake_broker import QUOTES, SERVICES, price
from tests.fakes.office import WHOLE
from tests.fakes.strategies import quotes

ROWS = quote_rows(QUOTES, WHOLE)
EVRI, DPD, UPS = ROWS


def test_what_is_too_heavy_says_so_and_is_not_marked_cheapest() -> None:
    assert UPS.against[0] == "The parcel is heavier than 0.5 kg."
    assert not UPS.suits
    assert [row.is_cheapest for row in ROWS] == [True, False, False]
    assert [row.is_fastest for row in ROWS] == [False, True, False]


def test_the_cheapest_that_suits_is_preferred_and_the_one_chosen_before_even_more() -> None:
    assert preferred(ROWS, "") is EVRI
    assert preferred(ROWS, "dpd-next-day") is DPD
    assert preferred(ROWS, "ups-tiny") is EVRI
    assert preferred((), "") is None


def test_one_with_all_wanted_extras_is_preferred_to_a_cheaper_one_without() -> None:
    wanting = WHOLE.model_copy(update={"extras": ("DeliveryGuarantee",)})
    rows = quote_rows(QUOTES, wanting)
    assert rows[0].lacking == ("DeliveryGuarantee",)
    assert preferred(rows, "") is rows[1]


def test_wishes() -> None:
    def passing(wishes: Wishes) -> list[str]:
        return [row.slug for row in ROWS if wishes.accept(row)]

    assert passing(Wishes()) == ["evri-drop-off", "dpd-next-day", "ups-tiny"]
    assert passing(Wishes(hand_over=HandOver.DROP_OFF)) == ["evri-drop-off"]
    assert passing(Wishes(hand_over=HandOver.COLLECTION)) == ["dpd-next-day", "ups-tiny"]
    assert passing(Wishes(arrives_by=date(2026, 11, 25))) == ["dpd-next-day"]
    assert passing(Wishes(courier="DPD")) == ["dpd-next-day"]
    assert passing(Wishes(without_printer=True)) == ["evri-drop-off", "ups-tiny"]
    assert passing(Wishes(only_suiting=True)) == ["evri-drop-off", "dpd-next-day"]


@given(st.lists(quotes, max_size=6, unique_by=lambda quote: quote.service.slug))
def test_at_most_one_mark_of_each_kind_and_only_on_what_suits(found: list[object]) -> None:
    rows = quote_rows(found, WHOLE)  # type: ignore[arg-type]
    assert sum(row.is_cheapest for row in rows) == any(row.suits for row in rows)
    assert sum(row.is_fastest for row in rows) <= 1
    assert all(row.suits for row in rows if row.is_cheapest or row.is_fastest)
    best = preferred(rows, "")
    assert (best is not None) == any(row.suits for row in rows)


def test_prices_are_compared_as_numbers() -> None:
    dear = QUOTES[0].model_copy(
        update={"service": SERVICES[1], "price": price("10.00"), "extras": ()}
    )
    cheap = QUOTES[0].model_copy(update={"price": price("9.00")})
    rows = quote_rows((dear, cheap), WHOLE)
    assert rows[1].is_cheapest
    assert rows[1].quote.price.total == Decimal("10.80")
