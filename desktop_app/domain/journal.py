"""An attempt to order or to pay, as it stands in the journal before anything is sent."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.value import Value


class AttemptKind(StrEnum):
    """What is attempted."""

    ORDER = "order"
    PREPAY = "prepay"
    LINK = "link"


class AttemptState(StrEnum):
    """What became of it. STARTED and UNCERTAIN payments are live: no second one may begin."""

    STARTED = "started"
    UNCERTAIN = "uncertain"
    DONE = "done"
    FAILED = "failed"


LIVE = frozenset({AttemptState.STARTED, AttemptState.UNCERTAIN})


class Attempt(Value):
    """One journal row: written and synced before the request leaves, completed after it."""

    key: str
    kind: AttemptKind
    state: AttemptState
    shipment_id: str
    account_id: str
    amount: Decimal
    started_at: datetime
    order_id: str = ""
    ended_at: datetime | None = None
    note: str = ""
