"""Puts labels on paper: 4×6, A4 with instructions, and A4 that carries a 4×6 label."""

import io
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop_app.practice.label_content import LabelContent
from desktop_app.practice.label_drawing import HEIGHT, MM, WIDTH, draw_label

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

A4 = (210 * MM, 297 * MM)
A4_SCALE = 0.9
INSTRUCTIONS = (
    "What to do now",
    "1. Print this page at 100 %, without scaling.",
    "2. Cut along the middle and stick the label flat on the largest side of the parcel.",
    "3. Do not cover the bar code with tape.",
    "4. Hand the parcel over: {handover}",
    "This is practice: nothing was paid and nothing will be collected.",
)


class Page(Protocol):
    """A way to put one label on one page."""

    def __call__(self, canvas: "Canvas", label: LabelContent) -> None:
        """Draw it."""


def labels_pdf(labels: Iterable[LabelContent], media: str) -> bytes:
    """Return a PDF with one page a label; `media` is a key of `PAGES`."""
    page, size = PAGES[media]
    return pages_pdf([partial(page, label=label) for label in labels], size)


def pages_pdf(pages: Iterable[Callable[["Canvas"], None]], size: tuple[float, float] = A4) -> bytes:
    """Return a PDF of drawn pages, `size` in points."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 — heavy, and only for documents

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.setTitle("Postroom practice document")
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _on_4x6(canvas: "Canvas", label: LabelContent) -> None:
    draw_label(canvas, label)


def _on_a4(canvas: "Canvas", label: LabelContent) -> None:
    width, height = A4
    _placed(canvas, label, (width - WIDTH * A4_SCALE) / 2, height - 7 * MM, A4_SCALE)
    canvas.setDash(3, 3)
    canvas.line(0, height / 2, width, height / 2)
    canvas.setDash()
    instructions(canvas, label)


def _on_a4_at_true_size(canvas: "Canvas", label: LabelContent) -> None:
    _placed(canvas, label, 0, A4[1], 1)


def _placed(canvas: "Canvas", label: LabelContent, left: float, top: float, scale: float) -> None:
    canvas.saveState()
    canvas.translate(left, top - HEIGHT * scale)
    canvas.scale(scale, scale)
    draw_label(canvas, label)
    canvas.restoreState()


def instructions(canvas: "Canvas", label: LabelContent) -> None:
    """Write in the lower half of an A4 page what the sender does next."""
    for place, line in enumerate(INSTRUCTIONS):
        canvas.setFont("Helvetica-Bold" if place == 0 else "Helvetica", 14 if place == 0 else 11)
        words = line.format(handover=f"{label.service} ({label.courier}), {label.number}")
        canvas.drawString(20 * MM, A4[1] / 2 - (18 + 9 * place) * MM, words)


PAGES: dict[str, tuple[Page, tuple[float, float]]] = {
    "A4": (_on_a4, A4),
    "Label4X6": (_on_4x6, (WIDTH, HEIGHT)),
    "A4-4x6": (_on_a4_at_true_size, A4),
    "Instructions": (instructions, A4),
}
