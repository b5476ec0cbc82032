"""The public document links of a paid order: no token, but the order's hash."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import not_found
from desktop_app.practice.context import practice_of
from desktop_app.practice.finding import find_order
from desktop_app.practice.label_content import label_contents
from desktop_app.practice.label_pages import labels_pdf
from desktop_app.practice.order_record import Order
from desktop_app.practice.papers import commercial_invoices, invoice, picking_list
from desktop_app.practice.print_in_store import LINKS, barcode_picture


async def document(request: Request) -> Response:
    """Answer a PDF or PNG; 404 when it is not there (yet) or the hash is wrong."""
    order = find_order(request, request.path_params["order_id"], hash_needed=True)
    practice = practice_of(request)
    if order is None or not order.labels_ready(practice.settings.clock(), practice.labels_delay):
        return not_found()
    name = request.path_params["name"].lower()
    make = MAKERS.get(name)
    content = make(order) if make else None
    kind = "image/png" if name in LINKS else "application/pdf"
    return not_found() if content is None else Response(content, media_type=kind)


def _labels(media: str) -> Callable[[Order], bytes]:
    return lambda order: labels_pdf(
        [content for line in order.lines for content in label_contents(line)], media
    )


def _commercial_invoice(order: Order) -> bytes | None:
    abroad = [line for line in order.lines if line.needs_customs]
    return commercial_invoices(abroad) if abroad else None


MAKERS: dict[str, Callable[[Order], bytes | None]] = {
    "labels-a4": _labels("A4"),
    "labels-4x6": _labels("Label4X6"),
    "labels-a4-4x6": _labels("A4-4x6"),
    "invoice": invoice,
    "picking-list": picking_list,
    "commercial-invoice": _commercial_invoice,
    **dict.fromkeys(LINKS, barcode_picture),
}
