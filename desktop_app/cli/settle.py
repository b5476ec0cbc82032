"""`postroom settle`: what became of payments whose answer was lost."""

from typing import Any

from desktop_app.cli.arguments import Arguments
from desktop_app.cli.exit_codes import DONE, NO_CONNECTION, UNCERTAIN, exit_code
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress


def run(office: Office, _arguments: Arguments, output: Output) -> int:
    """Reads every open payment back; code 5 when one stays uncertain, 4 when it was not read."""
    try:
        records = office.settling.settle_all(QuietProgress(output.note))
    except PostroomError as failure:
        output.failure(failure)
        output.result({"settled": [], "problems": problems_of(failure)})
        return exit_code(failure)
    for record in records:
        output.say(f"{record.id}: {_words(record)}")
    output.result({"settled": [_as_json(record) for record in records], "problems": []})
    if any(record.stage is Stage.UNCERTAIN and record.trouble for record in records):
        return NO_CONNECTION
    return UNCERTAIN if any(one.stage is Stage.UNCERTAIN for one in records) else DONE


def _words(record: ShipmentRecord) -> str:
    if record.is_paid:
        return "paid"
    return {
        Stage.UNCERTAIN: record.trouble or "still uncertain",
        Stage.WAITING: "waiting for the payment in the browser",
    }.get(record.stage, "not paid")


def _as_json(record: ShipmentRecord) -> dict[str, Any]:
    uncertain = record.stage is Stage.UNCERTAIN
    return {
        "shipment": record.id,
        "order_id": record.order.order_id if record.order else None,
        "paid": "uncertain" if uncertain else record.is_paid,
        "trouble": record.trouble,
    }
