"""What only a connected account can bring to an end: asked before it is signed out."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.domain.record import Stage
from desktop_app.services.ports import Journal, ShipmentList, ShipmentRow

_MOST_NAMED = 5


class AtStake(NamedTuple):
    """Shipments of one account, each by the name a user knows it by."""

    unsettled: tuple[str, ...] = ()
    """Nobody knows yet whether these are paid."""
    unlabelled: tuple[str, ...] = ()
    """These are paid, and none of their labels is here."""


def at_stake(account_id: str, listing: ShipmentList, journal: Journal) -> AtStake:
    """Reads the list and the journal; raises StorageError."""
    rows = listing.rows(account_id)
    names = {row.id: _name(row) for row in rows}
    attempts = (one for one in journal.live() if one.account_id == account_id)
    return AtStake(
        unsettled=tuple(names.get(one.shipment_id, f"order {one.order_id}") for one in attempts),
        unlabelled=tuple(names[row.id] for row in rows if row.stage is Stage.PAID),
    )


def named(shipments: Sequence[str]) -> str:
    """Their names for a sentence: the first five, and how many more there are."""
    more = len(shipments) - _MOST_NAMED
    words = ", ".join(shipments[:_MOST_NAMED])
    return f"{words} and {more} more" if more > 0 else words


def _name(row: ShipmentRow) -> str:
    """As "ORD-1001 (Ann Field)"."""
    if row.reference and row.recipient:
        return f"{row.reference} ({row.recipient})"
    return row.reference or row.recipient or f"shipment {row.id}"
