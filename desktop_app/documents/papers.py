"""Fills the `Papers` port: labels on paper, Postroom's own papers, and pages as pictures."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from desktop_app.documents.despatch_list import DespatchList
from desktop_app.documents.imposition import impose
from desktop_app.documents.lettering import Lettering
from desktop_app.documents.packing_slip import PackingSlip
from desktop_app.documents.pictures import each_picture, pictures
from desktop_app.documents.print_job import LabelJob
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.services.ports import PagePicture


class LabelPapers:
    """Safe for several threads. `fonts`: the folder with the letters of our own papers."""

    def __init__(self, fonts: Path | None = None) -> None:
        self._letters = Lettering(fonts)

    def impose(self, labels: Sequence[bytes], paper: LabelPaper) -> bytes:
        """One PDF of all labels on this paper, each at its true size; raises LabelDamaged."""
        return impose(labels, paper)

    def print_job(self, paper: LabelPaper, day: date) -> LabelJob:
        """Labels of many shipments on this paper, and slips of this day between them."""
        return LabelJob(paper, self._letters, day)

    def packing_slip(self, shipment: Shipment, paper: LabelPaper, day: date) -> bytes:
        """One slip: 4x6 where the labels are, else A4."""
        return PackingSlip(shipment, paper, self._letters, day).pdf()

    def despatch_list(self, courier: str, records: Sequence[ShipmentRecord], day: date) -> bytes:
        """What this courier was handed, in this order, with a line to sign; A4."""
        return DespatchList(courier, records, self._letters, day).pdf()

    def pictures(self, pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
        """Every page rendered; raises LabelDamaged."""
        return pictures(pdf, dots_per_inch)

    def each_picture(self, pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
        """The same one page at a time, for printers; raises LabelDamaged when it comes to it."""
        return each_picture(pdf, dots_per_inch)
