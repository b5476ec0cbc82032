"""An order file as rows of text, whatever kind of file it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """`number` counts from 1, as a spreadsheet does; `cells` are without blanks around them."""

    number: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


class NoOrderFile(ValueError):
    """What is no table at all; its text says so to the user."""


def open_rows(path: Path) -> Iterator[Row]:
    """The rows of a text file or of a workbook, one after the other; raises OSError, NoOrderFile.

    What kind of file it is, is seen in its first bytes: names are often wrong.
    """
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"PK\x03\x04"):
        from desktop_app.shops.files.workbook_rows import workbook_rows  # noqa: PLC0415 - 0.2 s

        return workbook_rows(path)
    if head.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NoOrderFile("This kind of file cannot be read. Save it as CSV or XLSX.")
    from desktop_app.shops.files.text_rows import text_rows  # noqa: PLC0415

    return text_rows(path)
