"""What `book`, `pay` and `labels` print of a shipment, also when they fail half-way."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.cli.exit_codes import DONE, exit_code
from desktop_app.cli.output import Output, problems_of
from desktop_app.domain.errors import PostroomError
from desktop_app.domain.order import PaymentState
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.office import Office


@dataclass
class Report:
    """Grows with the work, so that nothing that was bought is missing from it."""

    office: Office
    shipment_id: str = ""
    payment_link: str = ""
    labels: list[Path] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)

    def finish(self, output: Output, failure: PostroomError | None = None) -> int:
        """Prints it; the exit code."""
        if failure:
            output.failure(failure)
            self.problems += problems_of(failure)
        record = self._record()
        output.result(self._as_json(record))
        if record and not failure:
            for line in _lines(record, self):
                output.say(line)
        return exit_code(failure) if failure else DONE

    def _record(self) -> ShipmentRecord | None:
        try:
            return self.office.drafts.get(self.shipment_id) if self.shipment_id else None
        except PostroomError:
            return None

    def _as_json(self, record: ShipmentRecord | None) -> dict[str, Any]:
        choice = record.choice if record else None
        order = record.order if record else None
        extras = record.shipment.extras if record else ()
        return {
            "shipment": record.id if record else None,
            "order_id": order.order_id if order else None,
            "service": choice.quote.service.slug if choice else None,
            "quoted": choice.quote.price_with(extras).total if choice else None,
            "total": order.price.total if order else None,
            "paid": _paid(record),
            "payment_link": self.payment_link or None,
            "labels": [str(path) for path in self.labels],
            "consignments": [one.number for one in record.consignments] if record else [],
            "problems": self.problems,
        }


def _paid(record: ShipmentRecord | None) -> bool | str:
    if record is None or record.payment is None:
        return False
    if record.payment.state is PaymentState.UNCERTAIN:
        return "uncertain"
    return record.is_paid


def _lines(record: ShipmentRecord, report: Report) -> list[str]:
    order = record.order
    cost = f"£{order.price.total:.2f}, {'paid' if record.is_paid else 'not paid'}" if order else ""
    return [
        f"Shipment {record.id}" + (f", order {order.order_id}: {cost}" if order else ""),
        *(f"Consignment {one.number}" for one in record.consignments),
        *(str(path) for path in report.labels),
    ]
