"""The ledger as an Excel workbook, real dates and numbers in it; needs openpyxl."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from desktop_app.domain.ledger import Entry, spent_by, totals
from desktop_app.domain.money import Price
from desktop_app.services.ledger_export import COLUMNS, Cell

_MONEY = "#,##0.00"
_DAY = "dd/mm/yyyy"
_LONGEST = 32_767  # what a cell of Excel holds
# Neither XML nor Excel knows these.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GROUPS: tuple[tuple[str, Callable[[Entry], str]], ...] = (
    ("Month", lambda one: one.month),
    ("Courier", lambda one: one.courier),
    ("Service", lambda one: one.service),
    ("Shop", lambda one: one.shop),
)


def as_workbook(entries: Sequence[Entry]) -> bytes:
    """A sheet of all entries in this order, and a sheet of their totals."""
    book = Workbook(write_only=True)
    book.properties.creator = "Postroom"
    _entries(book.create_sheet("Ledger"), entries)
    _totals(book.create_sheet("Totals"), entries)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _entries(sheet: Any, entries: Sequence[Entry]) -> None:  # noqa: ANN401 - openpyxl has no types
    for number, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.letters
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(entries) + 1}"
    sheet.append(_headings(sheet, [column.heading for column in COLUMNS]))
    for entry in entries:
        sheet.append(_cell(sheet, column.cell(entry)) for column in COLUMNS)


def _totals(sheet: Any, entries: Sequence[Entry]) -> None:  # noqa: ANN401 - openpyxl has no types
    sheet.column_dimensions["A"].width = 32
    for letter in "BCD":
        sheet.column_dimensions[letter].width = 12
    found = totals(entries)
    sheet.append(_headings(sheet, ["", "Net", "VAT", "Gross"]))
    for name, price in (("Paid", found.paid), ("Refunded", found.refunded)):
        sheet.append(_line(sheet, name, price))
    sheet.append(_line(sheet, "Spent", found.spent, strong=True))
    for name, key in _GROUPS:
        sheet.append([])
        sheet.append(_headings(sheet, [name, "Net", "VAT", "Gross"]))
        for group, price in spent_by(entries, key).items():
            sheet.append(_line(sheet, group or "(none)", price))


def _line(sheet: Any, name: str, price: Price, *, strong: bool = False) -> Iterable[Any]:  # noqa: ANN401
    cells = [_cell(sheet, cell) for cell in (name, price.net, price.vat, price.total)]
    for cell in cells:
        cell.font = Font(bold=strong)
    return cells


def _headings(sheet: Any, names: Iterable[str]) -> list[Any]:  # noqa: ANN401
    cells = [_cell(sheet, name) for name in names]
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


def _cell(sheet: Any, value: Cell) -> Any:  # noqa: ANN401
    """Text stays text, whatever it begins with: Excel is told so, and shows it as it is."""
    if isinstance(value, str):
        value = _UNPRINTABLE.sub("", value)[:_LONGEST] or None
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = True
    elif isinstance(value, Decimal):
        cell.number_format = _MONEY
    elif isinstance(value, date):
        cell.number_format = _DAY
    return cell
