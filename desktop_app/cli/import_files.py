"""`postroom import`: orders from files become drafts, and everything in the files is told."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import BAD_INPUT, DONE, exit_code
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import InputError, PostroomError
from desktop_app.domain.import_batch import Brought
from desktop_app.domain.shop_order import FileReport
from desktop_app.services.import_report import import_report
from desktop_app.services.importing import Imported, OrdersRead
from desktop_app.services.office import Office
from desktop_app.services.ports import Progress
from desktop_app.services.progress import QuietProgress


def run_import(office: Office, arguments: Arguments, output: Output) -> int:
    """Reads the files and makes drafts; with `--dry-run` reads only, with `--undo` takes back.

    The exit code is 2 where no file could be read as a list of orders.
    """
    progress = QuietProgress(output.note)
    try:
        if arguments.undo:
            return _undo(office, output)
        found, made = _import(office, arguments, progress)
    except PostroomError as failure:
        output.failure(failure)
        output.result({"problems": problems_of(failure)})
        return exit_code(failure)
    for line in _lines(found, made):
        output.say(line)
    for note in found.notes:
        output.note(_where(note.file, note.row, note.message))
    output.result(import_report(found, made).model_dump(mode="json"))
    return DONE if any(one.rows.total > one.rows.skipped for one in found.files) else BAD_INPUT


def _import(
    office: Office, arguments: Arguments, progress: Progress
) -> tuple[OrdersRead, Imported | None]:
    if not arguments.files:
        raise InputError("FILE: name at least one order file.")
    paths = [Path(name) for name in arguments.files]
    rates = dict(read_rate(text) for text in arguments.rates)
    found = office.importing.read(paths, progress)
    if arguments.dry_run:
        return found, None
    names = [path.name for path in paths]
    again = arguments.again
    made = office.importing.bring_in(found.orders, again, progress, files=names, rates=rates)
    return found, made


def _undo(office: Office, output: Output) -> int:
    count = office.importing.undo()
    output.say(f"{count} drafts are as they were before the last import.")
    output.result({"undone": count})
    return DONE


def read_rate(text: str) -> tuple[str, Decimal]:
    """("EUR", 0.86) of "EUR=0.86"; raises InputError for what is no rate."""
    currency, _, rate = text.partition("=")
    try:
        pounds = Decimal(rate)
    except InvalidOperation:
        pounds = Decimal(0)
    if len(currency) != 3 or not pounds.is_finite() or pounds <= 0:
        raise InputError(f"--rate: “{text}” is no rate. Write it like EUR=0.86, in pounds.")
    return currency.upper(), pounds


def _lines(found: OrdersRead, made: Imported | None) -> list[str]:
    said = [_of_file(one) for one in found.files]
    said += [
        _where(row.file, row.row, f"left out, {row.reason.value.replace('_', ' ')}")
        for row in found.skipped
    ]
    if made is None:
        return [*said, f"{len(found.orders)} orders, none kept."]
    new, changed, kept = (
        made.count(what) for what in (Brought.MADE, Brought.UPDATED, Brought.KEPT)
    )
    return [*said, f"{new} drafts made, {changed} brought up to date, {kept} here already."]


def _of_file(report: FileReport) -> str:
    rows = report.rows
    return (
        f"{report.file}: {report.platform} ({report.layout}), {rows.total} rows, {rows.lines} "
        f"lines of orders, {rows.skipped} left out"
    )


def _where(file: str | None, row: int, words: str) -> str:
    parts = [part for part in (file, f"row {row}" if row else "") if part]
    return f"{', '.join(parts)}: {words}" if parts else words
