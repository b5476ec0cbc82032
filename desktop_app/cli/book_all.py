"""`postroom book-all`: a day's drafts priced, checked, paid and labelled in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, UNCERTAIN, exit_code
from desktop_app.cli.input import read_file
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import InputError, PostroomError, Refused
from desktop_app.services.clock import local_day
from desktop_app.services.files import free_path, write_whole
from desktop_app.services.office import Office
from desktop_app.services.ports import Progress
from desktop_app.services.preflight import DayLine, DayPlan, missing_of
from desktop_app.services.progress import QuietProgress


@dataclass
class _Day:
    """Grows with the work, so that nothing that was bought is missing from it."""

    plan: DayPlan = field(default_factory=lambda: DayPlan(()))
    run: DayRun | None = None
    labels: dict[str, Path] = field(default_factory=dict)
    lists: tuple[Path, ...] = ()
    failures: dict[str, PostroomError] = field(default_factory=dict)


def run_book_all(office: Office, arguments: Arguments, output: Output) -> int:
    """The drafts in files, else all that are kept; with `--continue` the day that was cut short.

    The exit code is that of what ended it, else 5 when a payment is uncertain, else that of the
    first shipment that was not booked.
    """
    day, progress = _Day(), QuietProgress(output.note)
    failure = None
    try:
        _book(office, arguments, day, progress)
    except PostroomError as ended_by:
        failure = ended_by
        output.failure(ended_by)
    for line in _lines(office, day):
        output.say(line)
    output.result(_as_json(office, day, failure))
    if failure:
        return exit_code(failure)
    if day.run and day.run.count(RowState.UNCERTAIN):
        return UNCERTAIN
    return exit_code(next(iter(day.failures.values()))) if day.failures else DONE


def _book(office: Office, arguments: Arguments, day: _Day, progress: Progress) -> None:
    if (arguments.one_file or arguments.lists) and arguments.out is None:
        raise InputError("--out: say in which folder the labels and lists go.")
    if arguments.go_on:
        account_id = office.accounts.current.id
        day.run = office.day.unfinished(account_id)
        if day.run is None:
            raise InputError("There is no day to go on with.")
    else:
        _check(office, arguments, day, progress)
        if arguments.dry_run:
            return
        wanted = [line for line in day.plan.ready if line.record.id not in day.failures]
        if not wanted:
            return
        day.run = office.day.begin(wanted, beyond_limit=arguments.over_limit)
    try:
        day.run = office.day.go_on(day.run.id, progress)
    finally:
        day.run = office.day.get(day.run.id)
        day.failures |= {row.shipment_id: Refused(row.words) for row in _failed(day.run)}
    _label(office, arguments, day, progress)


def _check(office: Office, arguments: Arguments, day: _Day, progress: Progress) -> None:
    shipments = [read_file(name) for name in arguments.files]
    made = [office.drafts.new(shipment) for shipment in shipments]
    drafts = made if arguments.files else office.drafts.to_buy(progress)
    day.plan = office.preflight.check([draft.id for draft in drafts], progress)
    for line in day.plan.lines:
        if line.failure:
            day.failures[line.record.id] = line.failure
        elif line.is_doubtful and not arguments.duplicates:
            words = f"Probably the same as {_twins(line)}, which is bought. Not bought again."
            day.failures[line.record.id] = Refused(words, advice="Use --duplicates to buy it.")


def _label(office: Office, arguments: Arguments, day: _Day, progress: Progress) -> None:
    paid = [row.shipment_id for row in day.run.rows if row.paid] if day.run else []
    waiting = [one for one in paid if not office.drafts.get(one).documents]
    day.failures |= office.day.fetch_labels(waiting, progress)
    if arguments.out is None or not paid:
        return
    if arguments.one_file:
        _write_one_file(office, arguments, day, paid, progress)
    else:
        _write_each(office, arguments, day, paid)
    if arguments.lists:
        day.lists = office.day_papers.save_despatch_lists(paid, arguments.out, progress)


def _write_each(office: Office, arguments: Arguments, day: _Day, paid: Sequence[str]) -> None:
    """Each parcel's labels as a file of their own; what fails keeps nothing else back."""
    for shipment_id in paid:
        try:
            path = office.labelling.save(shipment_id, arguments.label, _folder(arguments))
            office.labelling.mark_printed(shipment_id, "", arguments.label)
        except PostroomError as failure:
            day.failures.setdefault(shipment_id, failure)
        else:
            day.labels[shipment_id] = path


def _write_one_file(
    office: Office, arguments: Arguments, day: _Day, paid: Sequence[str], progress: Progress
) -> None:
    """All labels in the order that was asked for."""
    paper = arguments.label
    job = office.day_papers.labels(paid, paper, arguments.order, arguments.slips, progress)
    for one in job.missing:
        day.failures.setdefault(one.shipment_id, InputError(one.why))
    if not job.on_paper:
        return
    name = f"labels-{local_day(office.clock.now()).isoformat()}.pdf"
    path = free_path(_folder(arguments) / name)
    write_whole(path, job.pdf)
    for done in job.on_paper:
        office.labelling.mark_printed(done.shipment_id, "", paper)
        day.labels[done.shipment_id] = path


def _folder(arguments: Arguments) -> Path:
    return arguments.out or Path()


def _failed(run: DayRun) -> list[DayRow]:
    return [row for row in run.rows if row.state is RowState.FAILED]


def _twins(line: DayLine) -> str:
    return ", ".join(twin.reference or twin.shipment_id for twin in line.twins)


def _lines(office: Office, day: _Day) -> list[str]:
    """A line for each shipment, and the sum."""
    said = []
    for one in _ids(day):
        record = office.drafts.get(one)
        name = record.shipment.reference or record.shipment.recipient.name or one
        failure = day.failures.get(one)
        price = record.price
        cost = f"£{price.total:.2f}" if price else "no price"
        outcome = "paid" if record.is_paid else "not paid"
        said.append(f"{name}: {cost}, {failure.message if failure else outcome}")
    if day.run:
        said.append(f"{day.run.count(RowState.DONE)} booked for £{day.run.spent:.2f}")
    elif day.plan.lines:
        total = day.plan.total
        said.append(f"{len(day.plan.ready)} can be booked for £{total.total:.2f}")
    return said


def _ids(day: _Day) -> list[str]:
    rows = [row.shipment_id for row in day.run.rows] if day.run else []
    return list(dict.fromkeys([*(line.record.id for line in day.plan.lines), *rows]))


def _as_json(office: Office, day: _Day, failure: PostroomError | None) -> dict[str, Any]:
    total, balance = day.plan.total, day.plan.balance
    return {
        "day": day.run.id if day.run else None,
        "shipments": [_shipment(office, day, one) for one in _ids(day)],
        "net": total.net,
        "vat": total.vat,
        "total": total.total,
        "balance": balance,
        "missing": missing_of(total.total, balance),
        "spent": day.run.spent if day.run else 0,
        "lists": [str(path) for path in day.lists],
        "problems": problems_of(failure) if failure else [],
    }


def _shipment(office: Office, day: _Day, shipment_id: str) -> dict[str, Any]:
    record = office.drafts.get(shipment_id)
    rows = day.run.rows if day.run else ()
    row = next((one for one in rows if one.shipment_id == shipment_id), None)
    failure, price, choice = day.failures.get(shipment_id), record.exact_price, record.choice
    path = day.labels.get(shipment_id)
    return {
        "shipment": shipment_id,
        "reference": record.shipment.reference,
        "recipient": record.shipment.recipient.name,
        "order_id": record.order.order_id if record.order else None,
        "service": choice.quote.service.slug if choice else None,
        "total": price.total if price else None,
        "paid": "uncertain" if row and row.state is RowState.UNCERTAIN else record.is_paid,
        "label": str(path) if path else None,
        "consignments": [one.number for one in record.consignments],
        "problems": problems_of(failure) if failure else [],
    }
