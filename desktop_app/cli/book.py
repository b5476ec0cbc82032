"""`postroom book`, `pay` and `labels`: from a draft file to labels in a folder."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.input import read_file
from desktop_app.cli.output import Output
from desktop_app.cli.report import Report
from desktop_app.domain.errors import Cancelled, InputError, PostroomError, Refused
from desktop_app.domain.order import PaymentState
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress

_FIRST_PAUSE, _LONGEST_PAUSE, _GROWTH = 0.5, 10.0, 1.3


def run_book(office: Office, arguments: Arguments, output: Output) -> int:
    """Quotes, orders, pays as asked, and writes the labels."""

    def work(report: Report, progress: QuietProgress) -> None:
        shipment = read_file(arguments.file)
        record = office.drafts.new(shipment)
        report.shipment_id = record.id
        office.booking.order(record, arguments.service, progress)
        _pay_and_label(office, arguments, report, progress, output)

    return _reported(office, output, work)


def run_pay(office: Office, arguments: Arguments, output: Output) -> int:
    """Pays an order made before; labels are fetched and kept."""

    def work(report: Report, progress: QuietProgress) -> None:
        office.drafts.get(arguments.shipment)
        report.shipment_id = arguments.shipment
        _pay_and_label(office, arguments, report, progress, output)

    return _reported(office, output, work)


def run_labels(office: Office, arguments: Arguments, output: Output) -> int:
    """Writes the labels of a paid shipment; from the vault once they are there."""

    def work(report: Report, progress: QuietProgress) -> None:
        record = office.drafts.get(arguments.shipment)
        report.shipment_id = record.id
        if not record.is_paid and record.payment:
            record = office.settling.settle(record.id)
        if not record.documents:
            office.labelling.fetch(record.id, progress)
        _write(office, report, arguments.label, arguments.out or Path.cwd())

    return _reported(office, output, work)


def _reported(office: Office, output: Output, work: Callable[[Report, QuietProgress], None]) -> int:
    report = Report(office)
    try:
        work(report, QuietProgress(output.note))
    except PostroomError as failure:
        return report.finish(output, failure)
    return report.finish(output)


def _pay_and_label(
    office: Office,
    arguments: Arguments,
    report: Report,
    progress: QuietProgress,
    output: Output,
) -> None:
    record = office.drafts.get(report.shipment_id)
    if arguments.pay == "prepay":
        record = _pay_from_prepay(office, record, arguments, progress)
    elif arguments.pay == "link":
        record = _pay_by_link(office, record, arguments, report, output)
    if not record.is_paid:
        return
    office.labelling.fetch(record.id, progress)
    if arguments.out:
        _write(office, report, arguments.label, arguments.out)


def _pay_from_prepay(
    office: Office, record: ShipmentRecord, arguments: Arguments, progress: QuietProgress
) -> ShipmentRecord:
    if record.order is None:
        raise InputError("There is no order to pay yet: book it first.")
    return office.paying.pay_with_prepay(
        record.id, record.order.price.total, progress, beyond_limit=arguments.over_limit
    )


def _pay_by_link(
    office: Office,
    record: ShipmentRecord,
    arguments: Arguments,
    report: Report,
    output: Output,
) -> ShipmentRecord:
    """Prints the page, then waits for the payment; a wait begun before is taken up again."""
    waiting = record.payment is not None and record.payment.state is PaymentState.WAITING
    if waiting:
        report.payment_link = office.paying.payment_page(record)
    elif record.order is None:
        raise InputError("There is no order to pay yet: book it first.")
    else:
        cost = record.order.price.total
        record, report.payment_link = office.paying.start_browser_payment(
            record.id, cost, beyond_limit=arguments.over_limit
        )
    output.say(report.payment_link)
    return _wait_for_payment(office, record, arguments.wait)


def _wait_for_payment(office: Office, record: ShipmentRecord, seconds: float) -> ShipmentRecord:
    progress, pause, waited = QuietProgress(), _FIRST_PAUSE, 0.0
    while not record.is_paid and waited < seconds:
        try:
            progress.wait(min(pause, seconds - waited))
        except Cancelled:
            break
        waited += pause
        pause = min(pause * _GROWTH, _LONGEST_PAUSE)
        record = office.settling.settle(record.id)
    return record


def _write(office: Office, report: Report, paper: LabelPaper, folder: Path) -> None:
    report.labels.append(office.labelling.save(report.shipment_id, paper, folder))
    record = office.labelling.mark_printed(report.shipment_id, "", paper)
    if record.trouble:
        raise Refused(record.trouble)
