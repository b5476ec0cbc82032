"""Packing slips: what is in a shipment, for whoever packs it and whoever unpacks it."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.documents.lettering import Lettering
from desktop_app.documents.pen import LEADING, Pen, Writing, foot
from desktop_app.documents.slip_head import SMALL, TITLE, SlipHead, slip_paper
from desktop_app.documents.table import Column, Row, SetRow, Table
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.shipment import Shipment

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WITHOUT_SKU = (Column("Description", 0.9), Column("Qty", 0.1, is_number=True))
_WITH_SKU = (Column("SKU", 0.24), Column("Description", 0.66), Column("Qty", 0.1, is_number=True))


class PackingSlip:
    """One shipment's slip, without prices, set for the paper its labels come on."""

    def __init__(
        self, shipment: Shipment, paper: LabelPaper, letters: Lettering, day: date
    ) -> None:
        self._letters = letters
        self._paper = slip_paper(paper)
        head = SlipHead(self._paper, letters)
        self._heads = (head.first(shipment, day), head.later(shipment))
        columns = _WITH_SKU if _has_skus(shipment) else _WITHOUT_SKU
        self._table = Table(columns, self._paper.margin, self._paper.inner, self._paper.size)
        self._total = _total(shipment)
        self._pages = self._set_pages(shipment)

    @property
    def page_count(self) -> int:
        """How many pages it takes."""
        return len(self._pages)

    def pdf(self) -> bytes:
        """The slip by itself."""
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - 80 ms, when drawing

        file = io.BytesIO()
        canvas = Canvas(file)
        canvas.setTitle(TITLE)
        self.draw(canvas)
        canvas.save()
        return file.getvalue()

    def draw(self, canvas: "Canvas") -> None:
        """Every page of it, one after the other."""
        for number, rows in enumerate(self._pages, start=1):
            canvas.setPageSize((self._paper.width, self._paper.height))
            self._draw_page(Pen(canvas, self._letters, self._paper.height), number, rows)
            canvas.showPage()

    def _draw_page(self, pen: Pen, number: int, rows: Sequence[SetRow]) -> None:
        paper, head = self._paper, self._heads[number > 1]
        pen.write(*head)
        end = self._table.draw(pen, self._table_top(head), rows)
        if number == self.page_count:
            total = Writing(0, end + paper.size * (LEADING + 0.3), self._total, paper.size, True)
            pen.write_to(paper.right, total)
        if self.page_count > 1:
            words = f"Page {number} of {self.page_count}"
            foot_line = Writing(0, paper.height - paper.margin, words, paper.size * SMALL)
            pen.write_to(paper.right, foot_line)

    def _set_pages(self, shipment: Shipment) -> list[list[SetRow]]:
        paper, table = self._paper, self._table
        bottom = paper.height - paper.margin - paper.size * LEADING - table.head_height
        first, later = (bottom - self._table_top(head) for head in self._heads)
        rows = table.set(list(_rows(shipment)), self._letters, min(first, later))
        return table.pages(rows, first, later, paper.size * (LEADING + 0.6) if self._total else 0)

    def _table_top(self, head: Sequence[Writing]) -> float:
        return foot(head, self._paper.margin) + self._paper.size


def _rows(shipment: Shipment) -> Iterator[Row]:
    count, has_skus = len(shipment.parcels), _has_skus(shipment)
    for number, parcel in enumerate(shipment.parcels, start=1):
        if count > 1:
            yield Row((f"Parcel {number} of {count}",))
        for cells in _contents(parcel):
            yield Row(cells if has_skus else cells[1:])


def _contents(parcel: Parcel) -> Iterator[tuple[str, str, str]]:
    """SKU, description and quantity; a parcel without contents says what it holds in few words."""
    for line in parcel.contents:
        yield line.sku, line.description, str(line.quantity)
    if not parcel.contents and parcel.summary:
        yield "", parcel.summary, ""


def _has_skus(shipment: Shipment) -> bool:
    return any(line.sku for parcel in shipment.parcels for line in parcel.contents)


def _total(shipment: Shipment) -> str:
    """How many things there are; "" where nobody counted them."""
    counts = [line.quantity for parcel in shipment.parcels for line in parcel.contents]
    return f"Items: {sum(counts)}" if counts else ""
