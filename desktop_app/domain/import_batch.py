"""An import as it is kept: which orders became which drafts, so that it can be taken back."""

from datetime import datetime
from enum import StrEnum

from desktop_app.domain.shipment import Shipment
from desktop_app.domain.value import Value


class Brought(StrEnum):
    """What became of an order."""

    MADE = "made"
    UPDATED = "updated"
    KEPT = "kept"


class ImportedOrder(Value):
    """An order, by `ShopOrder.key` ("" where it has no number), and its draft.

    `before` is the draft as it was where the import has changed one that was there; `after` as
    the import left it, so that nothing the user typed since is taken back.
    """

    key: str
    shipment_id: str
    after: Shipment
    before: Shipment | None = None


class ImportBatch(Value):
    """All that one import has brought; `files` are their names."""

    id: str
    account_id: str
    at: datetime
    files: tuple[str, ...] = ()
    orders: tuple[ImportedOrder, ...] = ()
