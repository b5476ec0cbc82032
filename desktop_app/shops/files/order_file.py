"""Reads an order file: any table of orders, known at sight or not."""

from itertools import chain
from pathlib import Path

from desktop_app.domain.shop_order import (
    FileReport,
    ImportNote,
    OrderFile,
    RowCount,
    SkippedRow,
    SkipReason,
)
from desktop_app.shops.files.gathering import Gatherer, header_of
from desktop_app.shops.files.known import OTHER, layout_of
from desktop_app.shops.files.layout import columns_of
from desktop_app.shops.files.rows import NoOrderFile, Row, open_rows

_EMPTY = "There is nothing in this file."
_NO_HEADER = "No row of this file says what its columns hold. Its first row should."
_GUESSED = "This kind of file is not known. Its columns were taken by their names: look through it."


class OrderFiles:
    """Fills the OrderReader port."""

    def read(self, path: Path) -> OrderFile:
        """See `read_order_file`."""
        return read_order_file(path)


def read_order_file(path: Path) -> OrderFile:
    """All its orders; what cannot be read is told in the notes. Raises OSError alone."""
    try:
        return _read(path)
    except NoOrderFile as failure:
        return _unread(path, str(failure), RowCount(), ())


def _read(path: Path) -> OrderFile:
    rows = open_rows(path)
    head, header = header_of(rows)
    if header is None:
        return _without_header(path, [*head, *rows])
    layout = layout_of(header.cells)
    gatherer = Gatherer(layout, header, columns_of(layout, header.cells))
    for row in chain(head[header.number :], rows):
        gatherer.add(row)
    found = gatherer.finish()
    notes = found.notes
    if layout is OTHER:
        notes = (ImportNote(message=_GUESSED), *notes)
    report = FileReport(
        file=path.name, platform=layout.platform, layout=layout.name, rows=found.rows
    )
    return OrderFile(report, found.orders, found.skipped, notes)


def _without_header(path: Path, rows: list[Row]) -> OrderFile:
    """Nothing can be taken from it, but no row is lost: each is listed."""
    filled = [row for row in rows if not row.is_blank]
    count = RowCount(total=len(rows), blank=len(rows) - len(filled), skipped=len(filled))
    skipped = tuple(SkippedRow(row=row.number, reason=SkipReason.MALFORMED) for row in filled)
    return _unread(path, _NO_HEADER if filled else _EMPTY, count, skipped)


def _unread(path: Path, message: str, rows: RowCount, skipped: tuple[SkippedRow, ...]) -> OrderFile:
    report = FileReport(file=path.name, platform=OTHER.platform, layout=OTHER.name, rows=rows)
    return OrderFile(report, (), skipped, (ImportNote(message=message),))
