"""An order told in full: no form of it is documented, so each field has every name it may have."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from desktop_app.parcel2go.wire.account import WireSavedAddress
from desktop_app.parcel2go.wire.base import Loose, Objects, WireModel, object_or_none


class WireDetailParcel(WireModel):
    """A parcel with where it goes."""

    delivery_address: Annotated[WireSavedAddress | None, BeforeValidator(object_or_none)] = None


class WireDetails(WireModel):
    """One order, or one line of it."""

    order_id: Loose = ""
    id: Loose = ""
    order_line_id: Loose = ""
    reference: Loose = ""
    customer_reference: Loose = ""
    service: Any = None
    status: Loose = ""
    created: Loose = ""
    paid_date: Loose = ""
    total_price: Any = None
    items: Objects = ()
    parcels: Objects = ()
    delivery_address: Annotated[WireSavedAddress | None, BeforeValidator(object_or_none)] = None
