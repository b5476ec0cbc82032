"""The one door to PDFium, which is not made for several threads at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.errors import LabelDamaged

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# A label's PDF has a page a parcel; a day's print job has many labels, and slips between them.
MOST_PAGES, MOST_PRINTED = 1000, 10_000
# Held for each call into PDFium. Reentrant: a forgotten document may be closed by the garbage
# collector just while this thread holds it.
one_at_a_time = threading.RLock()


@contextmanager
def reading(pdf: bytes, most_pages: int = MOST_PAGES) -> Iterator["PdfDocument"]:
    """An open document of 1 to `most_pages` pages; whatever is wrong with it is LabelDamaged.

    A PDF that only forbids changes opens; one that asks for a password does not.
    """
    document = _opened(pdf)
    try:
        if len(document) > most_pages:
            message = f"The PDF has {len(document)} pages; more than {most_pages} are not taken."
            raise LabelDamaged(message)
        with faults_told():
            yield document
    finally:
        with one_at_a_time:
            document.close()


@contextmanager
def faults_told() -> Iterator[None]:
    """Raises LabelDamaged in the place of what PDFium says of a document that did open."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - 30 ms, when first needed

    try:
        yield
    except PdfiumError as wrong:
        raise LabelDamaged("The PDF cannot be read.") from wrong


def _opened(pdf: bytes) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - as above

    with one_at_a_time:
        try:
            return PdfDocument(pdf)
        except PdfiumError as wrong:
            locked = _is_locked(pdf)
            message = "The PDF is locked with a password." if locked else "The PDF cannot be read."
            raise LabelDamaged(message) from wrong


def _is_locked(pdf: bytes) -> bool:
    """PDFium's last error may be that of another document (for one without pages it sets none):
    it is asked again after a failure that is known to be no password."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    for tried in (b"%PDF", pdf):
        raw.FPDF_CloseDocument(raw.FPDF_LoadMemDocument64(tried, len(tried), None))
    return bool(raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD)
