"""The bar code with which a shop prints the label, for those who have no printer."""

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.practice.label_pages import pages_pdf
from desktop_app.practice.order_record import Consignment, Line, Order
from desktop_app.practice.order_rules import wanted_extras
from desktop_app.practice.pictures import pictures

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

EXTRA = "PrintInStore"
FORMAT = "QRCode"
LINKS = ("barcode-printinstore", "wallet-ios-printinstore")
SIDE = 200
MARGIN = 20


def is_printed_in_store(line: Line) -> bool:
    """Tell whether the shop prints a line's labels."""
    return EXTRA in wanted_extras(line.item)


def barcode(consignment: Consignment) -> str:
    """Return what the code says."""
    return f"P2GPIS{consignment.parcel_id}"


def barcode_picture(order: Order) -> bytes | None:
    """Return a PNG with the codes of all parcels, one above the other; `None` without any."""
    codes = [
        barcode(one)
        for line in order.lines
        if is_printed_in_store(line)
        for one in line.consignments
    ]
    if not codes:
        return None
    height = SIDE * len(codes)
    return pictures(pages_pdf([partial(_draw, codes=codes)], (SIDE, height)))[0]


def _draw(canvas: "Canvas", codes: list[str]) -> None:
    from reportlab.graphics import renderPDF  # noqa: PLC0415 — heavy, and only for documents
    from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: PLC0415 — as above
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415 — as above

    for place, code in enumerate(reversed(codes)):
        drawing = Drawing(SIDE, SIDE)
        drawing.add(QrCodeWidget(code, barWidth=SIDE - MARGIN, barHeight=SIDE - MARGIN))
        renderPDF.draw(drawing, canvas, MARGIN / 2, place * SIDE + MARGIN / 2)
        canvas.drawCentredString(SIDE / 2, place * SIDE + 6, code)
