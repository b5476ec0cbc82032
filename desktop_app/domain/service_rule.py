"""Which service a parcel goes with, decided once for all parcels of a kind."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.shipment import Shipment
from desktop_app.domain.value import Value

# What a rule, and the command line, can name instead of a service's slug.
CHEAPEST, FASTEST, CHEAPEST_TRACKED = "cheapest", "fastest", "cheapest-tracked"


class Reach(StrEnum):
    """Where to, seen from the sender."""

    ANYWHERE = "anywhere"
    HOME = "home"
    ABROAD = "abroad"


class ServiceRule(Value):
    """`service` is "cheapest", "fastest", "cheapest-tracked" or a slug; the rest says for which
    shipments: all of it must hold. Weights are of all parcels together, in kilograms.
    """

    service: str = CHEAPEST
    service_name: str = ""
    reach: Reach = Reach.ANYWHERE
    countries: tuple[str, ...] = ()
    over_kg: Decimal | None = None
    up_to_kg: Decimal | None = None

    def holds_for(self, shipment: Shipment) -> bool:
        """Whether it decides about this shipment."""
        to, weight = shipment.recipient.country, shipment.total_weight_kg
        if self.countries and to not in self.countries:
            return False
        is_home = to == shipment.sender.country
        if self.reach is not Reach.ANYWHERE and is_home is not (self.reach is Reach.HOME):
            return False
        if self.over_kg is not None and weight <= self.over_kg:
            return False
        return self.up_to_kg is None or weight <= self.up_to_kg


def rule_for(rules: Iterable[ServiceRule], shipment: Shipment) -> ServiceRule:
    """The first that holds; where none does, the cheapest service is taken."""
    return next((rule for rule in rules if rule.holds_for(shipment)), ServiceRule())
