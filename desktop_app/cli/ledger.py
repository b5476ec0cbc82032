"""`postroom ledger`: what was spent, as totals, as JSON or as a file for the accountant."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, exit_code
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import InputError, PostroomError
from desktop_app.domain.ledger import Entry, LedgerFilter, Totals, month_span, spent_by, totals
from desktop_app.domain.measures import format_money
from desktop_app.domain.money import Price
from desktop_app.domain.problem import error
from desktop_app.services.ledger import LedgerBook
from desktop_app.services.ledger_export import export_ledger
from desktop_app.services.office import Office

_GROUPS: dict[str, Callable[[Entry], str]] = {
    "months": lambda one: one.month,
    "couriers": lambda one: one.courier,
    "services": lambda one: one.service,
    "shops": lambda one: one.shop,
}


def run_ledger(office: Office, arguments: Arguments, output: Output) -> int:
    """Reads the account's ledger, all of it or a month; writes `--out` whole or not at all."""
    try:
        wanted = _wanted(arguments.month)
        book = office.ledger.read()
        entries = [entry for entry in book.entries if wanted.takes(entry)]
        written = export_ledger(entries, arguments.out) if arguments.out else None
    except PostroomError as failure:
        output.failure(failure)
        output.result({"problems": problems_of(failure)})
        return exit_code(failure)
    for line in _lines(totals(entries), book, written):
        output.say(line)
    output.result(_as_json(entries, book, written))
    return DONE


def _wanted(month: str) -> LedgerFilter:
    if not month:
        return LedgerFilter()
    try:
        since, until = month_span(month)
    except ValueError as wrong:
        message = "Write the month as in 2026-11."
        raise InputError(message, [error("month", message)]) from wrong
    return LedgerFilter(since=since, until=until)


def _lines(found: Totals, book: LedgerBook, written: Path | None) -> list[str]:
    spent = found.spent
    paid, back = format_money(found.paid.total), format_money(found.refunded.total)
    gross, net, vat = (format_money(one) for one in (spent.total, spent.net, spent.vat))
    lines = [
        f"Payments: {found.payments}, together {paid}; {back} refunded",
        f"Spent {gross}: {net} net, {vat} VAT",
    ]
    if found.open:
        lines.append(f"{format_money(found.open)} more is in payments that are not settled yet")
    if book.flags:
        last = min(flag.ends_on for flag in book.flags.values())
        lines.append(
            f"{len(book.flags)} paid and never scanned: ask for the first refund by {last}"
        )
    return [*lines, *([str(written)] if written else [])]


def _as_json(entries: list[Entry], book: LedgerBook, written: Path | None) -> dict[str, Any]:
    found = totals(entries)
    return {
        "entries": [_entry(entry) for entry in entries],
        "paid": _price(found.paid),
        "refunded": _price(found.refunded),
        "spent": _price(found.spent),
        "open": found.open,
        "topped_up": found.topped_up,
        **{
            name: {group: _price(price) for group, price in spent_by(entries, key).items()}
            for name, key in _GROUPS.items()
        },
        "refunds_due": [_due(book, one) for one in book.entries if one.key in book.flags],
        "file": str(written) if written else None,
        "problems": [],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    named = ("kind", "state", "reference", "recipient", "courier", "service", "shop", "method")
    return {
        "at": entry.at.isoformat(),
        **{name: str(getattr(entry, name)) for name in named},
        "shipment": entry.shipment_id,
        "order_id": entry.order_id,
        **_price(entry.amount),
        "note": entry.note,
    }


def _due(book: LedgerBook, entry: Entry) -> dict[str, Any]:
    flag = book.flags[entry.key]
    return {
        "shipment": entry.shipment_id,
        "order_id": entry.order_id,
        "reference": entry.reference,
        "gross": entry.amount.total,
        "ends_on": flag.ends_on.isoformat(),
        "days_left": flag.days_left,
    }


def _price(price: Price) -> dict[str, Any]:
    return {"net": price.net, "vat": price.vat, "gross": price.total}
