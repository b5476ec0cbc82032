"""A small true-size label PDF with a barcode, for tests that need any label."""

import io
from functools import cache

from desktop_app.domain.paper import LabelMedia

_MM = 72 / 25.4


@cache
def sample_label(media: LabelMedia, number: str) -> bytes:
    """One page: 100 x 150 mm for 4x6, else A4, with a Code 128 of the number."""
    from reportlab.graphics.barcode.code128 import Code128  # noqa: PLC0415 - only where it is used
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    size = (100 * _MM, 150 * _MM) if media is LabelMedia.LABEL_4X6 else (210 * _MM, 297 * _MM)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(8 * _MM, size[1] - 14 * _MM, "SAMPLE LABEL")
    Code128(number, barHeight=20 * _MM, barWidth=0.35 * _MM).drawOn(
        canvas, 5 * _MM, size[1] - 50 * _MM
    )
    canvas.showPage()
    canvas.save()
    return file.getvalue()
