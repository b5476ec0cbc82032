"""Fills the `PrintJob` port: labels of many shipments, and packing slips between them."""

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Self

from desktop_app.documents.imposition import Imposition
from desktop_app.documents.lettering import Lettering
from desktop_app.documents.packing_slip import PackingSlip
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.shipment import Shipment

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class LabelJob:
    """A job on one paper; a context. All slips are drawn in one document: they share its fonts."""

    def __init__(self, paper: LabelPaper, letters: Lettering, day: date) -> None:
        self._paper, self._letters, self._day = paper, letters, day
        self._sheets = Imposition(paper)
        self._slips = io.BytesIO()
        self._canvas: Canvas | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sheets.close()

    def add(self, labels: Sequence[bytes], slip_of: Shipment | None = None) -> None:
        """A shipment's labels, then its slip; raises LabelDamaged and takes none of them."""
        self._sheets.add(labels)
        if slip_of is not None:
            slip = PackingSlip(slip_of, self._paper, self._letters, self._day)
            slip.draw(self._drawing())
            self._sheets.leave_place(slip.page_count)

    def pdf(self) -> bytes:
        """All of it, once; raises LabelDamaged where nothing was added."""
        if self._canvas is not None:
            self._canvas.save()
        return self._sheets.pdf(self._slips.getvalue())

    def _drawing(self) -> "Canvas":
        if self._canvas is None:
            from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - 80 ms, when drawing

            self._canvas = Canvas(self._slips)
        return self._canvas
