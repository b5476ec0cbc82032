"""Writes the ledger for an accountant, as CSV or as a workbook: whole or not at all."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import InputError
from desktop_app.domain.ledger import Entry, EntryKind, EntryState
from desktop_app.services.files import write_whole

Cell = str | date | Decimal | None


class LedgerColumn(NamedTuple):
    """One column of the export; `letters` is how wide it is drawn in a workbook."""

    heading: str
    cell: Callable[[Entry], Cell]
    letters: int = 12


KINDS = {
    EntryKind.ORDER: "Order",
    EntryKind.PAYMENT: "Payment",
    EntryKind.TOP_UP: "PrePay top-up",
    EntryKind.REFUND_ASKED: "Refund asked for",
    EntryKind.REFUND: "Refund",
}
STATES = {
    EntryState.UNPAID: "Not paid",
    EntryState.PAID: "Paid",
    EntryState.DROPPED: "Not used",
    EntryState.WAITING: "Waiting for the browser",
    EntryState.UNCERTAIN: "Not certain yet",
    EntryState.SEEN: "Seen in the balance",
    EntryState.ASKED: "Asked for",
    EntryState.RECEIVED: "Received",
    EntryState.REFUSED: "Refused",
}
METHODS = {"prepay": "PrePay", "link": "Browser"}

# "Amount" is what a line is about; net, VAT and gross are what it adds to the spending, so that
# each of these columns adds up to the totals: an order and its payment are one expense.
COLUMNS = (
    LedgerColumn("Date", lambda one: one.day),
    LedgerColumn("Kind", lambda one: KINDS[one.kind], 18),
    LedgerColumn("State", lambda one: STATES[one.state], 18),
    LedgerColumn("Reference", lambda one: one.reference, 18),
    LedgerColumn("Recipient", lambda one: one.recipient, 24),
    LedgerColumn("Country", lambda one: one.country, 9),
    LedgerColumn("Courier", lambda one: one.courier, 14),
    LedgerColumn("Service", lambda one: one.service, 26),
    LedgerColumn("Shop", lambda one: one.shop, 20),
    LedgerColumn("Order", lambda one: one.order_id),
    LedgerColumn("Paid by", lambda one: METHODS.get(one.method, one.method), 10),
    LedgerColumn("Amount", lambda one: one.amount.total),
    LedgerColumn("Net", lambda one: one.spent.net if one.counts else None),
    LedgerColumn("VAT", lambda one: one.spent.vat if one.counts else None),
    LedgerColumn("Gross", lambda one: one.spent.total if one.counts else None),
    LedgerColumn("Note", lambda one: one.note, 28),
    LedgerColumn("Shipment", lambda one: one.shipment_id, 15),
)
# What a spreadsheet takes for a formula (OWASP, CSV Injection), and the same in full width.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def export_ledger(entries: Sequence[Entry], path: Path) -> Path:
    """Writes them into a `.csv` or `.xlsx` file, oldest first as books are kept.

    Raises InputError for another ending, StorageError for a file that cannot be written.
    """
    write = _WRITERS.get(path.suffix.casefold())
    if write is None:
        raise InputError("Name a file that ends in .csv or .xlsx.")
    write_whole(path, write(entries[::-1]))
    return path


def as_csv(entries: Iterable[Entry]) -> bytes:
    """UTF-8 with its mark, which Excel needs; ISO dates, and numbers as plain digits."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.heading for column in COLUMNS)
    for entry in entries:
        writer.writerow(_in_csv(column.cell(entry)) for column in COLUMNS)
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """Text that no spreadsheet runs: what looks like a formula gets an apostrophe before it.

    Blanks before the sign do not help: some programs cut them off when they read the file.
    """
    is_formula = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if is_formula else text


def _in_csv(cell: Cell) -> str:
    """Numbers are ours and stay numbers, also below zero; only text can carry a formula."""
    if isinstance(cell, str):
        return harmless(cell)
    return "" if cell is None else f"{cell}"


def _as_workbook(entries: Sequence[Entry]) -> bytes:
    from desktop_app.services.ledger_workbook import as_workbook  # noqa: PLC0415 - openpyxl, 0.3 s

    return as_workbook(entries)


_WRITERS: dict[str, Callable[[Sequence[Entry]], bytes]] = {
    ".csv": as_csv,
    ".xlsx": _as_workbook,
}
