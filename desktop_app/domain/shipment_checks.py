"""Everything that can be said against a shipment before the service is asked."""

from collections.abc import Iterable
from datetime import date

from desktop_app.domain.address_checks import check_address
from desktop_app.domain.country import CountryBook
from desktop_app.domain.customs_checks import check_customs
from desktop_app.domain.extras import ExtraKind
from desktop_app.domain.parcel_checks import check_parcels
from desktop_app.domain.problem import Problem, Severity, error, warning
from desktop_app.domain.shipment import Shipment


def address_problems(shipment: Shipment, book: CountryBook) -> tuple[Problem, ...]:
    """What is wrong with sender and recipient."""
    abroad = book.requires_customs(shipment.sender, shipment.recipient) is True
    texted = ExtraKind.SMS.casefold() in {kind.casefold() for kind in shipment.extras}
    found = (
        *check_address(shipment.sender, "sender", book, must_reach=True),
        *check_address(shipment.recipient, "recipient", book, must_reach=abroad or texted),
        *_same_place(shipment),
    )
    return not_accepted(found, shipment)


def parcel_problems(shipment: Shipment) -> tuple[Problem, ...]:
    """What is wrong with the parcels."""
    return not_accepted(check_parcels(shipment), shipment)


def customs_problems(shipment: Shipment) -> tuple[Problem, ...]:
    """What is wrong with the declaration; only for a shipment that needs one."""
    return not_accepted(check_customs(shipment), shipment)


def date_problems(shipment: Shipment, today: date) -> tuple[Problem, ...]:
    """A collection day that is over."""
    if shipment.collection_date and shipment.collection_date < today:
        return (error("collection_date", "That day is over. Choose today or a later day."),)
    return ()


def not_accepted(problems: Iterable[Problem], shipment: Shipment) -> tuple[Problem, ...]:
    """Without the warnings the user has overridden with "use it as entered"; errors stay."""
    accepted = set(shipment.accepted_warnings)
    return tuple(
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or problem.acceptance not in accepted
    )


def _same_place(shipment: Shipment) -> tuple[Problem, ...]:
    sender, recipient = shipment.sender, shipment.recipient
    postcode = recipient.postcode.replace(" ", "").upper()
    same = postcode and postcode == sender.postcode.replace(" ", "").upper()
    if not same or sender.country != recipient.country:
        return ()
    message = "Sender and recipient have the same postcode, which Parcel2Go refuses."
    return (warning("recipient.postcode", message, recipient.postcode),)
