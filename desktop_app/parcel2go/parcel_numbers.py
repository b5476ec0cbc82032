"""The couriers' numbers: `POST /api/orders/{id}/parcelnumbers`, else `/labels/{id}/separate`."""

from desktop_app.domain.errors import NotFound
from desktop_app.domain.label import Consignment, DocumentKind
from desktop_app.domain.order import Order
from desktop_app.domain.paper import LabelMedia
from desktop_app.parcel2go.call import Call, get, segment
from desktop_app.parcel2go.labels import query
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.labels import SeparateItem
from desktop_app.parcel2go.wire.parcel_numbers import ParcelNumber
from desktop_app.parcel2go.wire.reading import read_each, required_list


def consignments(transport: Transport, order: Order) -> tuple[Consignment, ...]:
    """The numbers of an order's parcels; parcels without one are left out."""
    return _of_parcels(transport, order) or _of_labels(transport, order)


def _of_parcels(transport: Transport, order: Order) -> tuple[Consignment, ...]:
    path = f"/api/orders/{segment(order.order_id)}/parcelnumbers"
    answer = transport.answer(Call("POST", path, "the consignment numbers"))
    rows = read_each(ParcelNumber, required_list(answer, "TrackingNumbers"), answer)
    only = order.lines[0].order_line_id if len(order.lines) == 1 else ""
    return tuple(
        Consignment(parcel_id=row.parcel_id, order_line_id=only, number=row.tracking_number)
        for row in rows
        if row.tracking_number
    )


def _of_labels(transport: Transport, order: Order) -> tuple[Consignment, ...]:
    """What stands with the labels; the sandbox has no other numbers."""
    asked = query(order, LabelMedia.LABEL_4X6, DocumentKind.LABEL)
    path = f"/api/labels/{segment(order.order_id)}/separate"
    try:
        answer = transport.answer(get(path, "the consignment numbers", asked))
    except NotFound:
        return ()
    items = read_each(SeparateItem, required_list(answer, "Items"), answer)
    return tuple(
        Consignment(order_line_id=item.order_line_id, number=number)
        for item in items
        for number in item.courier_tracking_numbers
        if isinstance(number, str) and number.strip()
    )
