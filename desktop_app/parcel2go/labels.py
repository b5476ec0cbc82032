"""Labels, the papers that go along, and the couriers' numbers (facts, section 5)."""

import base64
import binascii
from urllib.parse import quote as percent_encoded

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, PostroomError
from desktop_app.domain.label import Consignment, DocumentKind, LabelMedia
from desktop_app.domain.order import Order
from desktop_app.parcel2go.session import Session
from desktop_app.parcel2go.transport import Call
from desktop_app.parcel2go.wire.papers import Labels, ParcelNumbers, SeparateLabels

_LEVELS = {
    DocumentKind.LABEL: "Labels",
    DocumentKind.COMMERCIAL_INVOICE: "CommercialInvoice",
    DocumentKind.CUSTOMS_PAPERS: "AdditionalDocuments",
}


def labels(
    session: Session, order: Order, media: LabelMedia, kind: DocumentKind
) -> tuple[bytes, ...]:
    """PDFs of the whole order; () while there are none, which is 404 or 0 labels."""
    query = _query(order, media) | {"detailLevel": _LEVELS.get(kind, "All")}
    call = Call("GET", f"/api/labels/{_ref(order)}", query=query, again=True)
    try:
        found = Labels.read(session.json(call))
    except NotFound:
        return ()
    return tuple(_pdf(text) for text in found.base64_encoded_labels if text)


def consignments(session: Session, order: Order) -> tuple[Consignment, ...]:
    """The numbers of `parcelnumbers`, else those of `/separate`."""
    numbers = _parcel_numbers(session, order)
    if numbers:
        return numbers
    query = _query(order, LabelMedia.LABEL_4X6) | {"detailLevel": "Labels"}
    call = Call("GET", f"/api/labels/{_ref(order)}/separate", query=query, again=True)
    try:
        found = SeparateLabels.read(session.json(call))
    except NotFound:
        return ()
    return tuple(
        Consignment(order_line_id=item.order_line_id, number=number)
        for item in found.items
        for number in item.courier_tracking_numbers
        if number
    )


def _parcel_numbers(session: Session, order: Order) -> tuple[Consignment, ...]:
    call = Call("POST", f"/api/orders/{_ref(order)}/parcelnumbers", again=True)
    try:
        found = ParcelNumbers.read(session.json(call))
    except PostroomError:
        return ()
    return tuple(
        Consignment(parcel_id=one.parcel_id, number=one.tracking_number)
        for one in found.tracking_numbers
        if one.tracking_number
    )


def _query(order: Order, media: LabelMedia) -> dict[str, str]:
    return {
        "referenceType": "OrderId",
        "labelMedia": media.value,
        "labelFormat": "PDF",
        "hash": order.hash,
    }


def _ref(order: Order) -> str:
    return percent_encoded(order.order_id, safe="")


def _pdf(text: str) -> bytes:
    try:
        pdf = base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError) as wrong:
        raise AnswerNotUnderstood("A label of Parcel2Go cannot be read.") from wrong
    if not pdf.startswith(b"%PDF"):
        raise AnswerNotUnderstood("A label of Parcel2Go is not a PDF.")
    return pdf
