"""The one door to PDFium, which is not made for several threads at once."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.domain.errors import LabelDamaged

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 1000
# Held for each call into PDFium. Reentrant: a forgotten document may be closed by the garbage
# collector just while this thread holds it.
one_at_a_time = threading.RLock()


@contextmanager
def reading(pdf: bytes) -> Iterator["PdfDocument"]:
    """An open document of 1 to `MOST_PAGES` pages; whatever is wrong with it is LabelDamaged.

    A PDF that only forbids changes opens; one that asks for a password does not.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - 30 ms, when first needed

    try:
        with one_at_a_time:
            document = PdfDocument(pdf)
        try:
            check_page_count(len(document))
            yield document
        finally:
            with one_at_a_time:
                document.close()
    except PdfiumError as wrong:
        raise LabelDamaged(_what_is_wrong(wrong)) from wrong


def check_page_count(count: int) -> None:
    """Raises LabelDamaged for a document without pages, or with far too many."""
    if count == 0:
        raise LabelDamaged("The PDF has no pages.")
    if count > MOST_PAGES:
        raise LabelDamaged(f"The PDF has {count} pages; more than {MOST_PAGES} are not taken.")


def unlocked(pdf: bytes) -> bytes:
    """The same document without its encryption; raises LabelDamaged where it has a password."""
    from pypdfium2.raw import FPDF_REMOVE_SECURITY  # noqa: PLC0415 - as above

    file = io.BytesIO()
    with reading(pdf) as document, one_at_a_time:
        document.save(file, flags=FPDF_REMOVE_SECURITY)
    return file.getvalue()


def _what_is_wrong(error: Exception) -> str:
    from pypdfium2.raw import FPDF_ERR_PASSWORD  # noqa: PLC0415 - as above

    if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
        return "The PDF is locked with a password."
    return "The PDF cannot be read."
