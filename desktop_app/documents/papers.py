"""Fills the `Papers` port: labels on paper, and pages as pictures."""

from collections.abc import Iterator, Sequence

from desktop_app.documents.imposition import impose
from desktop_app.documents.pictures import each_picture, pictures
from desktop_app.domain.paper import LabelPaper
from desktop_app.services.ports import PagePicture


class LabelPapers:
    """Keeps no state; safe for several threads."""

    def impose(self, labels: Sequence[bytes], paper: LabelPaper) -> bytes:
        """One PDF of all labels on this paper, each at its true size; raises LabelDamaged."""
        return impose(labels, paper)

    def pictures(self, pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
        """Every page rendered; raises LabelDamaged."""
        return pictures(pdf, dots_per_inch)

    def each_picture(self, pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
        """The same one page at a time, for printers; raises LabelDamaged when it comes to it."""
        return each_picture(pdf, dots_per_inch)
