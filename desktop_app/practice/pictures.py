"""PNG pictures of PDF pages at 200 dpi."""

import io

DPI = 200


def pictures(pdf: bytes) -> list[bytes]:
    """Return one PNG for each page; 100 × 150 mm make 787 × 1181 pixels."""
    import pypdfium2  # noqa: PLC0415 — heavy, and only where a PNG is asked for

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(document[place]) for place in range(len(document))]
    finally:
        document.close()


def _picture(page: "pypdfium2.PdfPage") -> bytes:  # type: ignore[name-defined]  # noqa: F821
    width, height = (int(points * DPI / 72) for points in page.get_size())
    bitmap = page.render(scale=DPI / 72)
    # The renderer rounds up; the real pictures were seen rounded down.
    picture = bitmap.to_pil().crop((0, 0, width, height))
    file = io.BytesIO()
    picture.save(file, "PNG", dpi=(DPI, DPI))
    bitmap.close()
    page.close()
    return file.getvalue()
