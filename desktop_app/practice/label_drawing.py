"""Draws one practice label, 100 × 150 mm, with reportlab."""

from typing import TYPE_CHECKING

from desktop_app.practice.label_content import LabelContent

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
WIDTH, HEIGHT = 100 * MM, 150 * MM
MARGIN = 5 * MM
LONGEST_LINE = 300
MARK = "PRACTICE LABEL - NOT VALID FOR POSTAGE"


def draw_label(canvas: "Canvas", label: LabelContent) -> None:
    """Draw a label with its lower left corner at the canvas's origin."""
    _watermark(canvas)
    canvas.setLineWidth(1)
    canvas.rect(2 * MM, 2 * MM, WIDTH - 4 * MM, HEIGHT - 4 * MM)
    _banner(canvas)
    _head(canvas, label)
    _address(canvas, label)
    _facts(canvas, label)
    _bar_code(canvas, label.number)
    _sender(canvas, label)


def fitted(canvas: "Canvas", words: str, font: str, size: float, width: float) -> str:
    """Set the font and return `words`, cut short to `width` points where they are too long."""
    canvas.setFont(font, size)
    words = words[:LONGEST_LINE]
    if canvas.stringWidth(words, font, size) <= width:
        return words
    while words and canvas.stringWidth(f"{words}...", font, size) > width:
        words = words[:-1]
    return f"{words}..."


def _watermark(canvas: "Canvas") -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.setFont("Helvetica-Bold", 50)
    canvas.translate(WIDTH / 2, HEIGHT * 0.62)
    canvas.rotate(35)
    canvas.drawCentredString(0, 0, "PRACTICE")
    canvas.restoreState()


def _banner(canvas: "Canvas") -> None:
    top = HEIGHT - 11 * MM
    canvas.rect(2 * MM, top, WIDTH - 4 * MM, 9 * MM, fill=1)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawCentredString(WIDTH / 2, top + 3 * MM, MARK)
    canvas.setFillGray(0)


def _head(canvas: "Canvas", label: LabelContent) -> None:
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(MARGIN, HEIGHT - 20 * MM, label.courier)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 20 * MM, label.piece)
    words = fitted(canvas, label.service, "Helvetica", 11, WIDTH - 2 * MARGIN)
    canvas.drawString(MARGIN, HEIGHT - 26 * MM, words)
    _rule(canvas, HEIGHT - 29 * MM)


def _address(canvas: "Canvas", label: LabelContent) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, HEIGHT - 33 * MM, "DELIVER TO")
    for place, words in enumerate(label.to):
        font = "Helvetica-Bold" if place == 0 else "Helvetica"
        shown = fitted(canvas, words, font, 13, WIDTH - 2 * MARGIN)
        canvas.drawString(MARGIN, HEIGHT - (39 + 5.6 * place) * MM, shown)
    _rule(canvas, HEIGHT - 83 * MM)


def _facts(canvas: "Canvas", label: LabelContent) -> None:
    facts = (f"Reference: {label.reference or '-'}", f"{label.contents}  {label.weight}")
    for place, words in enumerate(facts):
        shown = fitted(canvas, words, "Helvetica", 9, WIDTH - 2 * MARGIN)
        canvas.drawString(MARGIN, HEIGHT - (87.5 + 4.5 * place) * MM, shown)
    _rule(canvas, HEIGHT - 95 * MM)


def _bar_code(canvas: "Canvas", number: str) -> None:
    from reportlab.graphics.barcode.code128 import Code128  # noqa: PLC0415 — only when drawing

    narrow = Code128(number, barWidth=1, quiet=False).width
    code = Code128(number, barWidth=(WIDTH - 4 * MARGIN) / narrow, barHeight=24 * MM, quiet=False)
    code.drawOn(canvas, 2 * MARGIN, HEIGHT - 122 * MM)
    canvas.setFont("Courier-Bold", 12)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 127 * MM, number)
    _rule(canvas, HEIGHT - 130 * MM)


def _sender(canvas: "Canvas", label: LabelContent) -> None:
    canvas.setFont("Helvetica", 7)
    canvas.drawString(MARGIN, HEIGHT - 134 * MM, "FROM")
    middle = (len(label.sender) + 1) // 2
    for place, part in enumerate((label.sender[:middle], label.sender[middle:])):
        shown = fitted(canvas, ", ".join(part), "Helvetica", 7, WIDTH - 2 * MARGIN)
        canvas.drawString(MARGIN, HEIGHT - (138 + 3.5 * place) * MM, shown)


def _rule(canvas: "Canvas", height: float) -> None:
    canvas.line(2 * MM, height, WIDTH - 2 * MM, height)
