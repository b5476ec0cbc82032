"""Reads the barcodes of a PDF as a courier's scanner does."""

from pathlib import Path


def decoded(pdf: Path) -> set[str]:
    """The texts of all barcodes on all pages, rendered at 203 dpi."""
    return set().union(*barcodes_by_page(pdf))


def barcodes_by_page(pdf: Path) -> list[set[str]]:
    """The texts of the barcodes of each page."""
    import pypdfium2  # noqa: PLC0415 - only where it is used
    import zxingcpp  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        images = (page.render(scale=203 / 72).to_pil() for page in document)
        return [{found.text for found in zxingcpp.read_barcodes(image)} for image in images]
    finally:
        document.close()
