"""Label PDFs of many shapes, and a ruler for what comes out."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
NUMBER = "JD0002123456789GB"


@dataclass(frozen=True)
class Ink:
    """Where something dark is on a page: millimetres from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


def label(
    width_mm: float,
    height_mm: float,
    *,
    pages: int = 1,
    frame_mm: float = 4.0,
    number: str = NUMBER,
) -> bytes:
    """Pages of this size with a barcode in a frame that starts `frame_mm` from every edge."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width_mm * MM, height_mm * MM), invariant=1)
    for _ in range(pages):
        canvas.setLineWidth(0.5)
        frame = frame_mm * MM + 0.25
        canvas.rect(frame, frame, width_mm * MM - 2 * frame, height_mm * MM - 2 * frame)
        code = Code128(number, barHeight=18 * MM, barWidth=0.3 * MM)
        code.drawOn(canvas, 6 * MM, height_mm * MM / 2)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def make_label() -> Callable[..., bytes]:
    return label
