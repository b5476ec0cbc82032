"""What only a connected account can bring to an end: asked before it is signed out."""

from typing import NamedTuple

from desktop_app.domain.record import Stage
from desktop_app.services.naming import shipment_name
from desktop_app.services.ports import Journal, ShipmentList


class AtStake(NamedTuple):
    """Shipments of one account, each by the name a user knows it by."""

    unsettled: tuple[str, ...] = ()
    """Nobody knows yet whether these are paid."""
    unlabelled: tuple[str, ...] = ()
    """These are paid, and none of their labels is here."""


def at_stake(account_id: str, listing: ShipmentList, journal: Journal) -> AtStake:
    """Reads the list and the journal; raises StorageError."""
    rows = listing.rows(account_id)
    names = {row.id: shipment_name(row.reference, row.recipient, row.id) for row in rows}
    attempts = (one for one in journal.live() if one.account_id == account_id)
    return AtStake(
        unsettled=tuple(names.get(one.shipment_id, f"order {one.order_id}") for one in attempts),
        unlabelled=tuple(names[row.id] for row in rows if row.stage is Stage.PAID),
    )
