"""`GET /api/labels/{reference}`: labels and customs papers as PDF."""

import base64

from desktop_app.domain.errors import AnswerNotUnderstood, NotFound, Refused
from desktop_app.domain.label import DocumentKind, LabelSet
from desktop_app.domain.order import Order
from desktop_app.domain.paper import LabelMedia
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.labels import LabelsAnswer
from desktop_app.parcel2go.wire.reading import read

_NONE_YET = "contains no labels"
_LEVELS = {
    DocumentKind.LABEL: "Labels",
    DocumentKind.COMMERCIAL_INVOICE: "CommercialInvoice",
    DocumentKind.CUSTOMS_PAPERS: "AdditionalDocuments",
}


def labels(transport: Transport, order: Order, media: LabelMedia, kind: DocumentKind) -> LabelSet:
    """The PDFs of an order; empty while there are none (0 labels, or 404: facts, Labels).

    Other documents than labels and customs papers are links of the order: none for them.
    """
    if kind not in _LEVELS:
        return LabelSet()
    call = get(f"/api/labels/{segment(order.order_id)}", "the labels", query(order, media, kind))
    try:
        answer = transport.answer(call)
    except Refused as refusal:
        if isinstance(refusal, NotFound) or _NONE_YET in refusal.message.casefold():
            return LabelSet()
        raise
    return _set(answer)


def _set(answer: Answer) -> LabelSet:
    told = read(LabelsAnswer, answer)
    failed = max(0, int(told.failed_labels))
    if told.successful_labels == 0:
        return LabelSet(failed=failed)
    if not isinstance(told.base64_encoded_labels, list):
        raise _not_there(answer)
    pdfs = tuple(_pdf(text, answer) for text in told.base64_encoded_labels)
    return LabelSet(pdfs, failed)


def query(order: Order, media: LabelMedia, kind: DocumentKind) -> dict[str, str]:
    """The documented query."""
    return {
        "referenceType": "OrderId",
        "detailLevel": _LEVELS[kind],
        "labelMedia": media.value,
        "labelFormat": "PDF",
        "hash": order.hash,
    }


def _pdf(text: object, answer: Answer) -> bytes:
    encoded = "".join(text.split()) if isinstance(text, str) else ""
    try:
        pdf = base64.b64decode(encoded, validate=True)
    except ValueError:
        pdf = b""
    if not pdf.startswith(b"%PDF"):
        raise _not_there(answer)
    return pdf


def _not_there(answer: Answer) -> AnswerNotUnderstood:
    message = "Parcel2Go's answer about the labels has no PDF in Base64EncodedLabels."
    return AnswerNotUnderstood(message, status=answer.status)
