"""Rows of XLSX and ODS workbooks, as they are shown: a number that is a code stays whole."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from desktop_app.shops.files.headers import score
from desktop_app.shops.files.rows import NoOrderFile, Row

_MOST_BYTES = 1 << 30
_MOST_TIMES = 400
_ODS_CONTENT, _XLSX_CONTENT = "content.xml", "xl/workbook.xml"
_SAMPLE = 60
_MOST_REPEATED = 1_000  # an empty rest of a sheet is written as one row repeated a million times
_ZEROS = re.compile(r"^0+$")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BROKEN = "This workbook is damaged. Save it again, or save it as CSV."

Cells = list[str]


def workbook_rows(path: Path) -> Iterator[Row]:
    """The rows of the sheet with the best header; raises OSError, NoOrderFile."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = _checked(archive)
    except zipfile.BadZipFile as failure:
        raise NoOrderFile(_BROKEN) from failure
    if _XLSX_CONTENT in names:
        return _numbered(_xlsx(path))
    if _ODS_CONTENT in names:
        return _numbered(_ods(path))
    raise NoOrderFile("This is no workbook. Save the orders as CSV or XLSX.")


def _checked(archive: zipfile.ZipFile) -> set[str]:
    """The names in it; refuses what would unpack to more than any order file holds."""
    whole = sum(one.file_size for one in archive.infolist())
    packed = sum(one.compress_size for one in archive.infolist())
    if whole > _MOST_BYTES or whole > max(packed, 1 << 16) * _MOST_TIMES:
        raise NoOrderFile("This workbook is too large to be a list of orders.")
    return set(archive.namelist())


def _numbered(rows: Iterable[Cells]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        yield Row(number, [cell.strip() for cell in cells])


def _xlsx(path: Path) -> Iterator[Cells]:
    import openpyxl  # noqa: PLC0415 - 0.2 s, only for workbooks

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as failure:  # the library lets many kinds through for damaged files
        raise NoOrderFile(_BROKEN) from failure
    try:
        sheets = book.worksheets
        best = max(sheets, key=lambda one: _header_score(_sheet(one)), default=None)
        if best is not None:
            yield from _sheet(best)
    finally:
        book.close()


def _sheet(sheet: Any) -> Iterator[Cells]:  # noqa: ANN401 - a sheet of a library without types
    try:
        for row in sheet.iter_rows():
            yield _without_tail([_shown(cell.value, cell.number_format or "") for cell in row])
    except NoOrderFile:
        raise
    except Exception as failure:  # damaged XML, numbers out of range, missing parts
        raise NoOrderFile(_BROKEN) from failure


def _header_score(rows: Iterable[Cells]) -> int:
    return max((score(row) for row in islice(rows, _SAMPLE)), default=0)


def _shown(value: object, form: str) -> str:
    """As text: whole numbers without a point, zeros in front where the format shows them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and _ZEROS.match(form):
        return str(value).zfill(len(form))
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _without_tail(cells: Cells) -> Cells:
    """Without empty cells at the end: a sheet is often wider than its table."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _ods(path: Path) -> Iterator[Cells]:
    """The first table of an OpenDocument sheet, read as it is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_ODS_CONTENT) as content:
            for _event, element in iterparse(content):
                if element.tag == f"{_TABLE}table-row":
                    yield from _repeated_row(element)
                    element.clear()
                elif element.tag == f"{_TABLE}table":
                    return
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, EOFError) as failure:
        raise NoOrderFile(_BROKEN) from failure


def _repeated_row(row: Element) -> Iterator[Cells]:
    cells: Cells = []
    for cell in (one for one in row if one.tag in _CELLS):
        times = _times(cell, "number-columns-repeated")
        cells += [_ods_text(cell)] * min(times, _MOST_REPEATED)
    cells, times = _without_tail(cells), _times(row, "number-rows-repeated")
    for _ in range(times if cells or times < _MOST_REPEATED else 1):
        yield list(cells)


def _times(element: Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return min(int(said), _MOST_REPEATED) if said.isdecimal() else 1


def _ods_text(cell: Element) -> str:
    """A date as its value says it, anything else as it is shown."""
    if found := cell.get(f"{_OFFICE}date-value"):
        return found.replace("T", " ").removesuffix(" 00:00:00")
    return "\n".join("".join(part.itertext()) for part in cell.iter(f"{_TEXT}p"))
