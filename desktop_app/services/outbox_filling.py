"""Puts what has left for a shop's customer into the outbox."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from desktop_app.domain.errors import InputError
from desktop_app.domain.record import Stage
from desktop_app.services.despatching import Despatching
from desktop_app.services.ports import Clock, Progress, ShipmentRow

_DAYS = 30  # what left long ago was told, or is nobody's news any more


def fill_outbox(
    despatching: Despatching, rows: Iterable[ShipmentRow], clock: Clock, progress: Progress
) -> int:
    """Puts in each printed shipment of a shop's order that is not in it; how many these are.

    Nothing is sent. Raises Cancelled.
    """
    since = clock.now() - timedelta(days=_DAYS)
    known = {one.shipment_id for one in despatching.all}
    new = [
        row.id
        for row in rows
        if row.stage is Stage.SENT and row.updated_at >= since and row.id not in known
    ]
    count = 0
    for done, shipment_id in enumerate(new):
        progress.check()
        progress.report("Looking for parcels of the shops", done, len(new))
        if despatching.order_of(shipment_id) is None:
            continue
        with suppress(InputError):  # its courier's number is not here yet
            despatching.put_in(shipment_id)
            count += 1
    return count
