"""Puts label pages on paper at their true size, without touching what is drawn on them."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Self

from desktop_app.documents.cut_sheet import cut_sheet
from desktop_app.documents.pdfium import faults_told, one_at_a_time, reading
from desktop_app.documents.placing import LYING_LABEL, Box, landed, matrix, own_room
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.paper import LabelPaper

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# Lengths a page can have, in points: PDF 32000-1, C.2 allows far less.
_LARGEST = 1_000_000.0


def impose(labels: Sequence[bytes], paper: LabelPaper) -> bytes:
    """One PDF of all pages of these PDFs on this paper; raises LabelDamaged.

    A4: the pages as they are. 4x6: each on a page of 4 by 6 inches, centred, made smaller only
    where it would not fit. A4 with 4x6: labels lying, two to a page; other pages as they are.
    """
    with Imposition(paper) as sheets:
        sheets.add(labels)
        return sheets.pdf()


class _Leaf(NamedTuple):
    """What comes out next: a page of the work document, a label in a cell, or a page between."""

    page: int
    is_cut: bool = False
    is_between: bool = False


class Imposition:
    """Labels on one paper, one shipment after the other; close it, or use it as a context.

    Every page is first put on paper of its own in a work document. Labels that share a sheet are
    brought together at the end, when it is known how many there are: no cell is left empty while
    there is another label for it.
    """

    def __init__(self, paper: LabelPaper) -> None:
        from pypdfium2 import PdfDocument  # noqa: PLC0415 - 30 ms, when first needed

        self._paper = paper
        self._leaves: list[_Leaf] = []
        with one_at_a_time:
            self._work: PdfDocument = PdfDocument.new()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of what was added."""
        with one_at_a_time:
            self._work.close()

    def add(self, labels: Sequence[bytes]) -> None:
        """All pages of these PDFs, or none of them where one raises LabelDamaged."""
        before, leaves = len(self._work), len(self._leaves)
        try:
            for pdf in labels:
                self._add(pdf)
        except LabelDamaged:
            del self._leaves[leaves:]
            with one_at_a_time:
                for page in reversed(range(before, len(self._work))):
                    self._work.del_page(page)
            raise

    def leave_place(self, pages: int) -> None:
        """After what was added so far come the next so many pages of those `pdf` is given."""
        count = sum(leaf.is_between for leaf in self._leaves)
        self._leaves += [_Leaf(count + page, is_between=True) for page in range(pages)]

    def pdf(self, between: bytes = b"") -> bytes:
        """The finished document, once; `between` are the pages for which places were left."""
        if not self._leaves:
            raise LabelDamaged("There are no labels to put on paper.")
        with faults_told():
            order = self._order(between)
            with one_at_a_time:
                return _saved(self._work, order)

    def _add(self, pdf: bytes) -> None:
        with reading(pdf) as label, one_at_a_time:
            first = len(self._work)
            if self._paper is LabelPaper.A4:
                self._work.import_pages(label)
                self._leaves += map(_Leaf, range(first, len(self._work)))
                return
            for number in range(len(label)):
                # One by one: what pages of one import share would be moved once for each of them.
                self._work.import_pages(label, [number])
                room = self._fit(first + number)
                self._leaves.append(_Leaf(first + number, is_cut=room == LYING_LABEL))

    def _fit(self, number: int) -> Box:
        """Moves a page of the work document onto paper of its own."""
        page = self._work[number]
        try:
            shown = _visible(page)
            room = own_room(shown, self._paper)
            _move(page, shown, room)
            return room
        finally:
            page.close()

    def _order(self, between: bytes) -> list[int]:
        """Which pages of the work document come out, once everything is in it."""
        sheets = self._sheets([leaf.page for leaf in self._leaves if leaf.is_cut])
        first_between = len(self._work)
        if between:
            with reading(between) as pages, one_at_a_time:
                self._work.import_pages(pages)
        order = []
        for leaf in self._leaves:
            if not leaf.is_cut:
                order.append(leaf.page + (first_between if leaf.is_between else 0))
            elif leaf.page in sheets:
                order.append(sheets[leaf.page])
        return order

    def _sheets(self, labels: Sequence[int]) -> dict[int, int]:
        """Puts labels in twos on sheets; the sheets by the first label of each."""
        sheets = {}
        for mates in (labels[start : start + 2] for start in range(0, len(labels), 2)):
            with one_at_a_time:
                sheets[mates[0]] = len(self._work)
                with cut_sheet(self._work, mates) as sheet:
                    self._work.import_pages(sheet)
        return sheets


def _visible(page: "PdfPage") -> Box:
    """What is shown of a page, unturned: its crop box, as far as it lies in the media box."""
    media_left, media_bottom, media_right, media_top = page.get_mediabox()
    left, bottom, right, top = page.get_bbox()
    sides = (media_right - media_left, media_top - media_bottom, right - left, top - bottom)
    if not all(0 < abs(side) < _LARGEST for side in sides):
        raise LabelDamaged("A page of the label's PDF has no size.")
    return Box(left, bottom, right - left, top - bottom)


def _move(page: "PdfPage", shown: Box, room: Box) -> None:
    """The page's drawing stays byte for byte; before it comes where it is drawn from now on."""
    from pypdfium2.raw import (  # noqa: PLC0415 - as above
        FS_MATRIX,
        FS_RECTF,
        FPDFPage_TransformAnnots,
        FPDFPage_TransFormWithClip,
    )

    moved = matrix(shown, room, page.get_rotation())
    clip = landed(shown, moved)
    right, top = clip.left + clip.width, clip.bottom + clip.height
    FPDFPage_TransFormWithClip(
        page, FS_MATRIX(*moved), FS_RECTF(clip.left, top, right, clip.bottom)
    )
    FPDFPage_TransformAnnots(page, *moved)
    page.set_rotation(0)
    page.set_mediabox(0, 0, room.width, room.height)
    page.set_cropbox(0, 0, room.width, room.height)


def _saved(work: "PdfDocument", order: list[int]) -> bytes:
    """The pages in this order, in a document that holds nothing else."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - as above

    file = io.BytesIO()
    if order == list(range(len(work))):
        work.save(file)
        return file.getvalue()
    ordered = PdfDocument.new()
    try:
        ordered.import_pages(work, order)
        ordered.save(file)
    finally:
        ordered.close()
    return file.getvalue()
