"""Reads the barcodes of a PDF as a courier's scanner does."""

from pathlib import Path


def decoded(pdf: Path) -> set[str]:
    """The texts of all barcodes on all pages, rendered at 203 dpi."""
    import pypdfium2  # noqa: PLC0415 - only where it is used
    import zxingcpp  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        texts: set[str] = set()
        for page in document:
            image = page.render(scale=203 / 72).to_pil()
            texts |= {found.text for found in zxingcpp.read_barcodes(image)}
        return texts
    finally:
        document.close()
