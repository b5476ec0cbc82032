"""Draws papers that are rows of words: titled A4 pages, marked as practice."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.practice.label_drawing import MM, fitted
from desktop_app.practice.label_pages import A4, pages_pdf
from desktop_app.practice.plain_words import printable

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MARK = "PRACTICE PAPER - NOT VALID"
ROWS_A_PAGE = 46
LEFT, TOP, STEP = 20.0, 259.0, 5.0
# Widths of columns in mm; together never more than the 170 mm between the margins.
WHOLE = (170.0,)
FACTS = (55.0, 115.0)
HALVES = (85.0, 85.0)
GOODS = (20.0, 72.0, 30.0, 24.0, 24.0)


@dataclass(frozen=True)
class Row:
    """Words side by side, in columns of given widths; a head is bold and underlined."""

    cells: tuple[str, ...] = ("",)
    columns: tuple[float, ...] = WHOLE
    head: bool = False


EMPTY = Row()


def paged(rows: list[Row]) -> list[list[Row]]:
    """Split rows into pages."""
    return [rows[at : at + ROWS_A_PAGE] for at in range(0, len(rows), ROWS_A_PAGE)]


def paper_pdf(title: str, pages: Iterable[list[Row]]) -> bytes:
    """Return a PDF of pages under one title."""
    return pages_pdf([partial(_page, title=title, rows=rows) for rows in pages])


def _page(canvas: "Canvas", title: str, rows: list[Row]) -> None:
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(LEFT * MM, A4[1] - 22 * MM, title)
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(LEFT * MM, A4[1] - 28 * MM, MARK)
    for place, row in enumerate(rows):
        _row(canvas, row, TOP - STEP * place)


def _row(canvas: "Canvas", row: Row, height_mm: float) -> None:
    font = "Helvetica-Bold" if row.head else "Helvetica"
    left = LEFT
    for words, width in zip(row.cells, row.columns, strict=True):
        shown = fitted(canvas, printable(words), font, 10, (width - 2) * MM)
        canvas.drawString(left * MM, height_mm * MM, shown)
        left += width
    if row.head:
        line = (height_mm - 1.2) * MM
        canvas.line(LEFT * MM, line, (LEFT + sum(row.columns)) * MM, line)
