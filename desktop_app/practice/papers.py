"""The papers that go with an order: commercial invoice, invoice, picking list."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desktop_app.practice.catalogue import find_service
from desktop_app.practice.label_content import address_lines
from desktop_app.practice.label_drawing import MARK, MM, fitted
from desktop_app.practice.label_pages import A4, pages_pdf
from desktop_app.practice.order_record import Line, Order
from desktop_app.practice.plain_words import printable

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LINES_A_PAGE = 48


def commercial_invoices(lines: list[Line]) -> bytes:
    """Return the invoices for customs; some couriers want several copies."""
    pages: list[list[str]] = []
    for line in lines:
        service = find_service(line.item.service)
        copies = service.courier.invoice_copies if service else 1
        pages += _split(list(_commercial_invoice(line))) * copies
    return _text_pdf("Commercial invoice", pages)


def invoice(order: Order) -> bytes:
    """Return the bill for the order itself."""
    text = [f"Order {order.order_id}", ""]
    text += [f"{ln.order_line_id}   {ln.item.service}   {ln.total:.2f} GBP" for ln in order.lines]
    text += ["", f"Without VAT {order.net:.2f}", f"VAT {order.vat:.2f}", f"Total {order.total:.2f}"]
    return _text_pdf("Invoice", _split(text))


def picking_list(order: Order) -> bytes:
    """Return what to take from the shelves and pack."""
    text = [f"Order {order.order_id}"]
    for line in order.lines:
        text += ["", f"Shipment {line.order_line_id}   {line.item.reference}"]
        for consignment in line.consignments:
            text += [f"Parcel {consignment.number}: {consignment.parcel.contents_summary}"]
            text += [f"  [ ] {c.quantity} x {c.description}" for c in consignment.parcel.contents]
    return _text_pdf("Picking list", _split(text))


def _commercial_invoice(line: Line) -> Iterator[str]:
    item = line.item
    yield f"Shipment {line.order_line_id}   Reference {item.reference or '-'}"
    yield f"Reason for export {item.export_reason}   VAT status {item.vat_status}"
    yield f"VAT {item.vat_number or '-'}   EORI {item.eori_number or '-'}"
    yield f"NIF {item.nif_number or '-'}   IOSS {item.ioss_code or '-'}"
    yield from ("", "Sender", *address_lines(item.collection_address))
    for consignment in line.consignments:
        parcel = consignment.parcel
        yield from ("", f"Parcel {consignment.number}, {parcel.weight:f} kg", "Receiver")
        yield from address_lines(parcel.delivery_address)
        yield from ("", "Quantity   Description   Code   Origin   Value GBP")
        for content in parcel.contents:
            yield (
                f"{content.quantity} x   {content.description}   {content.tariff_code or '-'}   "
                f"{content.origin_country or item.origin_country}   {content.estimated_value:.2f}"
            )
        yield f"Value of this parcel {parcel.estimated_value:.2f} GBP"


def _split(lines: list[str]) -> list[list[str]]:
    return [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]


def _text_pdf(title: str, pages: list[list[str]]) -> bytes:
    return pages_pdf([_text_page(title, page) for page in pages])


def _text_page(title: str, lines: list[str]) -> Callable[["Canvas"], None]:
    def draw(canvas: "Canvas") -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(20 * MM, A4[1] - 22 * MM, title)
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(20 * MM, A4[1] - 28 * MM, MARK.replace("LABEL", "PAPER"))
        for place, line in enumerate(lines):
            words = fitted(canvas, printable(line), "Helvetica", 10, 170 * MM)
            canvas.drawString(20 * MM, A4[1] - (38 + 5 * place) * MM, words)

    return draw
