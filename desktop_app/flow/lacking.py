"""What each step still lacks before the next one can be taken."""

from datetime import date

from desktop_app.domain.country import CountryBook
from desktop_app.domain.problem import Problem, error
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment_checks import (
    address_problems,
    customs_problems,
    date_problems,
    parcel_problems,
)
from desktop_app.domain.suitability import not_offered, obstacles
from desktop_app.flow.steps import Step


def lacking(
    step: Step, record: ShipmentRecord, book: CountryBook, today: date
) -> tuple[Problem, ...]:
    """The errors and open warnings of one step, each at the path of its field."""
    shipment = record.shipment
    match step:
        case Step.ADDRESSES:
            return (*address_problems(shipment, book), *date_problems(shipment, today))
        case Step.PARCELS:
            return parcel_problems(shipment)
        case Step.QUOTES:
            return _quote(record)
        case Step.EXTRAS:
            return _extras(record)
        case Step.CUSTOMS:
            return customs_problems(shipment)
        case _:
            return _later(step, record)


def _quote(record: ShipmentRecord) -> tuple[Problem, ...]:
    choice = record.live_choice
    if choice is None:
        return (error("quote", "Choose a service."),)
    return tuple(error("quote", sentence) for sentence in obstacles(choice.quote, record.shipment))


def _extras(record: ShipmentRecord) -> tuple[Problem, ...]:
    choice = record.live_choice
    if choice is None:
        return ()
    name = choice.quote.service.name
    return tuple(
        error("extras", f"{name} does not offer {kind}. Take it off, or choose another service.")
        for kind in not_offered(choice.quote, record.shipment)
    )


def _later(step: Step, record: ShipmentRecord) -> tuple[Problem, ...]:
    lacks = {
        Step.REVIEW: (not record.order, "order", "Check the order, then go on to pay."),
        Step.PAY: (not record.is_paid, "payment", "Pay the order."),
        Step.LABELS: (not record.documents, "labels", "The labels are not here yet."),
    }
    missing, field, sentence = lacks[step]
    return (error(field, sentence),) if missing else ()
