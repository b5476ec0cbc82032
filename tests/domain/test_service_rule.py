"""Rules choose the service: the first that holds decides."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.quote import CourierService, cheapest_tracked
from desktop_app.domain.service_rule import Reach, ServiceRule, rule_for
from desktop_app.domain.shipment import Shipment
from tests.fakes.fake_broker import QUOTES
from tests.fakes.office import WHOLE
from tests.fakes.strategies import shipments

HEAVY = Decimal(30)
ABROAD = WHOLE.model_copy(
    update={"recipient": WHOLE.recipient.model_copy(update={"country": "DEU"})}
)


@pytest.mark.parametrize(
    ("rule", "home", "abroad"),
    [
        (ServiceRule(), True, True),
        (ServiceRule(reach=Reach.HOME), True, False),
        (ServiceRule(reach=Reach.ABROAD), False, True),
        (ServiceRule(countries=("DEU", "FRA")), False, True),
        (ServiceRule(countries=("GBR",)), True, False),
        (ServiceRule(countries=("DEU",), reach=Reach.HOME), False, False),
        (ServiceRule(over_kg=HEAVY), False, False),
        (ServiceRule(up_to_kg=HEAVY), True, True),
    ],
)
def test_a_rule_holds_for(rule: ServiceRule, home: bool, abroad: bool) -> None:
    assert (rule.holds_for(WHOLE), rule.holds_for(ABROAD)) == (home, abroad)


def test_a_weight_belongs_to_one_of_two_neighbours() -> None:
    limit = WHOLE.total_weight_kg
    assert ServiceRule(up_to_kg=limit).holds_for(WHOLE)
    assert not ServiceRule(over_kg=limit).holds_for(WHOLE)


def test_the_first_that_holds_decides() -> None:
    fast = ServiceRule(service="fastest", reach=Reach.HOME)
    named = ServiceRule(service="dpd-next-day")
    assert rule_for((fast, named), WHOLE) == fast
    assert rule_for((named, fast), WHOLE) == named
    assert rule_for((fast, named), ABROAD) == named
    assert rule_for((fast,), ABROAD) == ServiceRule(service="cheapest")


@given(shipments, st.decimals(0, 100, places=2))
def test_two_rules_around_a_weight_leave_no_gap(shipment: Shipment, limit: Decimal) -> None:
    found = [ServiceRule(up_to_kg=limit), ServiceRule(over_kg=limit)]
    assert sum(rule.holds_for(shipment) for rule in found) == 1


@pytest.mark.parametrize(
    ("words", "is_tracked"),
    [
        ("Tracked", True),
        ("Full tracking to the door", True),
        ("fully tracked, signed for", True),
        ("Untracked", False),
        ("No tracking", False),
        ("Not tracked", False),
        ("Without tracking", False),
        ("Collected from your door", False),
    ],
)
def test_whether_it_is_tracked_is_read_from_its_words(words: str, is_tracked: bool) -> None:
    assert CourierService(slug="a", name="A", courier="C", features=words).is_tracked is is_tracked


def test_the_cheapest_that_is_tracked() -> None:
    tracked = QUOTES[1].service.model_copy(update={"features": "Tracked"})
    quotes = (QUOTES[0], QUOTES[1].model_copy(update={"service": tracked}))
    assert cheapest_tracked(quotes) == quotes[1]
    assert cheapest_tracked(QUOTES) is None
