"""An order as the service tells of it, also one that was made elsewhere."""

from datetime import datetime
from decimal import Decimal

from desktop_app.domain.address import Address
from desktop_app.domain.value import Value


class OrderDetails(Value):
    """One order or order line; what the service left out stays empty.

    `as_told` is the whole answer in plain words: its form is not documented.
    """

    order_id: str = ""
    order_line_ids: tuple[str, ...] = ()
    reference: str = ""
    service: str = ""
    status: str = ""
    created_at: datetime | None = None
    paid_at: datetime | None = None
    total: Decimal | None = None
    recipient: Address | None = None
    as_told: str = ""
