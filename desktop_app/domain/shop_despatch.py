"""Telling a shop that a parcel is on its way: what is told, and what that sets off there."""

from datetime import datetime
from enum import StrEnum

from desktop_app.domain.shop import Platform
from desktop_app.domain.value import Value


class DespatchNews(Value):
    """What a shop is told of one order: the couriers' numbers of its parcels, and who has them.

    `send_email` None leaves it to the shop whether the customer is mailed; `capture`: the shop
    is to take the payment.
    """

    source_id: str
    order_number: str = ""
    numbers: tuple[str, ...] = ()
    tracking_url: str = ""
    carrier: str = ""
    service: str = ""
    sent_at: datetime
    send_email: bool | None = None
    capture: bool = False

    @property
    def number(self) -> str:
        """All numbers as one text."""
        return ", ".join(self.numbers)


class DespatchResult(Value):
    """What became of telling it: `was_known` when the shop knew already, and notes to show."""

    was_known: bool = False
    notes: tuple[str, ...] = ()


class DespatchState(StrEnum):
    """Where one entry of the outbox stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class Despatch(Value):
    """One entry of the outbox: the news, the shop it is for, and what became of it.

    `key` is the order's and the parcels' own: the same news is kept once. `shipment_id` is ""
    for a parcel that was not sent through Postroom. `why` is a sentence for the user.
    """

    key: str
    shop_id: str
    shipment_id: str = ""
    news: DespatchNews
    state: DespatchState = DespatchState.WAITING
    made_at: datetime
    tried_at: datetime | None = None
    sent_at: datetime | None = None
    tries: int = 0
    why: str = ""


def despatch_key(shop_id: str, source_id: str, numbers: tuple[str, ...]) -> str:
    """What is the same whenever these parcels of this order are told of."""
    told = ",".join(sorted("".join(number.split()).casefold() for number in numbers))
    return f"{shop_id}|{source_id}|{told}"


_EFFECTS: dict[Platform, tuple[str, ...]] = {
    Platform.EPAGES: (
        "The order is marked as dispatched, and the tracking number is added to its internal note.",
        "The shop may then mail the customer: ePages does not say whether it does.",
    ),
    Platform.GEINS: (
        "The order gets the tracking number, and its rows become a parcel marked as delivered.",
        "Geins then takes the customer's payment if the account captures on fulfilment.",
        "Geins mails the customer only if you ask for it.",
    ),
    Platform.CENTRA: (
        "The shipment is completed with the carrier, the service and the tracking number.",
        "Centra mails the customer as the store is set, unless you say otherwise.",
        "The payment is captured only if you ask for it.",
    ),
}


def side_effects(platform: Platform) -> tuple[str, ...]:
    """What telling a shop sets off there, in sentences: shown before the first time."""
    return _EFFECTS[platform]
