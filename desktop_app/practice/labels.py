"""`GET /api/labels/{reference}`, `/separate` and the parcel numbers of an order."""

import base64
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Answer, not_found, not_valid
from desktop_app.practice.context import practice_of
from desktop_app.practice.finding import find_by_line, find_order, number, query
from desktop_app.practice.guard import signed_in
from desktop_app.practice.label_content import label_contents
from desktop_app.practice.label_pages import labels_pdf
from desktop_app.practice.order_record import Line, Order
from desktop_app.practice.papers import commercial_invoices
from desktop_app.practice.pictures import pictures

MEDIA = {"a4": "A4", "label4x6": "Label4X6"}
INVOICE_LEVELS = frozenset({"additionaldocuments", "commercialinvoice"})
LEVELS = frozenset({"all", "labels", "instructions"}) | INVOICE_LEVELS


@dataclass(frozen=True)
class Wanted:
    """What is asked for, names already folded."""

    level: str
    media: str
    picture: bool


@signed_in("public-api", hidden=True)
async def labels(request: Request) -> Response:
    """Answer one PDF with a page for each parcel, or one PNG for each page.

    Not paid: 404. Paid but still being made: 200 with no labels.
    """
    wanted, found = _wanted(request), _lines(request)
    if wanted is None:
        return not_valid()
    if found is None or found[0].paid_at is None:
        return not_found("OrderLine contains no labels")
    if not _ready(request, found[0]):
        return Answer(_shown(0, []))
    failed = practice_of(request).scenarios.labels_failed
    documents = _documents(found[1], wanted, failed)
    if not documents and not failed:
        return not_found("OrderLine contains no labels")
    files = [page for pdf in documents for page in pictures(pdf)] if wanted.picture else documents
    every = sum(len(line.consignments) for line in found[1])
    return Answer(_shown(max(0, every - failed), files, min(every, failed)))


@signed_in("public-api", hidden=True)
async def separate_labels(request: Request) -> Response:
    """Answer the labels order line by order line, with the couriers' numbers."""
    wanted, found = _wanted(request), _lines(request)
    if wanted is None:
        return not_valid()
    if found is None or found[0].paid_at is None:
        return not_found("OrderLine contains no labels")
    lines = found[1] if _ready(request, found[0]) else []
    return Answer({"Items": [_separate(line, wanted) for line in lines]})


@signed_in("public-api")
async def parcel_numbers(request: Request) -> Response:
    """Answer the couriers' numbers, each `null` while its label is not made."""
    order = find_order(request, request.path_params["order_id"])
    if order is None:
        return not_found()
    ready = _ready(request, order)
    numbers = [
        {"ParcelId": one.parcel_id, "TrackingNumber": one.number if ready else None}
        for line in order.lines
        for one in line.consignments
    ]
    return Answer({"TrackingNumbers": numbers})


def _wanted(request: Request) -> Wanted | None:
    level = (query(request, "detailLevel") or "Labels").lower()
    media = MEDIA.get((query(request, "labelMedia") or "A4").lower())
    form = (query(request, "labelFormat") or "PDF").lower()
    if media is None or level not in LEVELS or form not in {"pdf", "png"}:
        return None
    return Wanted(level, media, form == "png")


def _lines(request: Request) -> tuple[Order, list[Line]] | None:
    """Find the order lines a reference stands for."""
    reference = request.path_params["reference"]
    if (query(request, "referenceType") or "OrderId").lower() == "orderlineid":
        order = find_by_line(request, reference)
        wanted = number(reference)
        lines = [line for line in order.lines if line.order_line_id == wanted] if order else []
    else:
        order = find_order(request, reference)
        lines = list(order.lines) if order else []
    return (order, lines) if order else None


def _ready(request: Request, order: Order) -> bool:
    practice = practice_of(request)
    return order.labels_ready(practice.settings.clock(), practice.labels_delay)


def _documents(lines: list[Line], wanted: Wanted, failed: int) -> list[bytes]:
    contents = [content for line in lines for content in label_contents(line)]
    contents = contents[: max(0, len(contents) - failed)]
    abroad = [line for line in lines if line.needs_customs]
    documents = []
    if contents and wanted.level in {"all", "labels"}:
        documents.append(labels_pdf(contents, wanted.media))
    if contents and wanted.level == "instructions":
        documents.append(labels_pdf(contents, "Instructions"))
    if abroad and wanted.level in {"all", *INVOICE_LEVELS}:
        documents.append(commercial_invoices(abroad))
    return documents


def _shown(count: int, files: list[bytes], failed: int = 0) -> dict[str, Any]:
    return {
        "SuccessfulLabels": count,
        "FailedLabels": failed,
        "Base64EncodedLabels": [base64.b64encode(file).decode() for file in files],
    }


def _separate(line: Line, wanted: Wanted) -> dict[str, Any]:
    pdf = labels_pdf(label_contents(line), wanted.media)
    file = pictures(pdf)[0] if wanted.picture else pdf
    return {
        "OrderLineId": line.order_line_id,
        "CourierTrackingNumbers": [one.number for one in line.consignments],
        "Base64EncodedLabel": base64.b64encode(file).decode(),
    }
