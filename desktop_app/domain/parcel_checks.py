"""What is wrong with the parcels and their contents, field by field."""

from collections.abc import Iterator

from desktop_app.domain.money import PENNY
from desktop_app.domain.parcel import ContentsLine, Parcel
from desktop_app.domain.problem import Problem, error, warning
from desktop_app.domain.shipment import Shipment, parcel_values

SUMMARY_LIMIT = 100
REFERENCE_LIMIT = 50
_HEAVIEST_KG = 1000
_LONGEST_CM = 600


def check_parcels(shipment: Shipment) -> tuple[Problem, ...]:
    """All problems of what is sent; the contents lines only as far as every shipment needs."""
    if not shipment.parcels:
        return (error("parcels", "Add a parcel."),)
    found = [
        problem
        for index, parcel in enumerate(shipment.parcels)
        for problem in _check_parcel(parcel, f"parcels[{index}]")
    ]
    return (*found, *_check_value(shipment), *_check_reference(shipment))


def _check_parcel(parcel: Parcel, where: str) -> Iterator[Problem]:
    yield from _check_measures(parcel, where)
    if not parcel.summary:
        yield error(f"{where}.contents_summary", "Say in a few words what is in the parcel.")
    elif len(parcel.summary) > SUMMARY_LIMIT:
        message = f"Only the first {SUMMARY_LIMIT} characters are sent to Parcel2Go."
        yield warning(f"{where}.contents_summary", message, parcel.summary)
    for index, line in enumerate(parcel.contents):
        yield from _check_line(line, f"{where}.contents[{index}]")


def _check_measures(parcel: Parcel, where: str) -> Iterator[Problem]:
    if not parcel.weight_kg:
        yield error(f"{where}.weight_kg", "Enter the weight, more than 0 kg.")
    elif parcel.weight_kg > _HEAVIEST_KG:
        yield error(f"{where}.weight_kg", f"Enter the weight in kg, at most {_HEAVIEST_KG}.")
    sides = (
        ("length_cm", "length", parcel.length_cm),
        ("width_cm", "width", parcel.width_cm),
        ("height_cm", "height", parcel.height_cm),
    )
    for field, word, side in sides:
        if not side:
            yield error(f"{where}.{field}", f"Enter the {word}, more than 0 cm.")
        elif side > _LONGEST_CM:
            yield error(f"{where}.{field}", f"Enter the {word} in cm, at most {_LONGEST_CM}.")


def _check_line(line: ContentsLine, where: str) -> Iterator[Problem]:
    if not line.description:
        yield error(f"{where}.description", "Say what this is.")
    if line.quantity < 1:
        yield error(f"{where}.quantity", "Enter how many, at least 1.")


def _check_value(shipment: Shipment) -> Iterator[Problem]:
    if (shipment.value or 0) < PENNY:
        yield error("value_gbp", "Enter what the goods are worth, more than £0.")
    elif min(parcel_values(shipment)) < PENNY:
        yield error("value_gbp", "Enter what all parcels are worth together: one has no value yet.")


def _check_reference(shipment: Shipment) -> Iterator[Problem]:
    if len(shipment.reference) > REFERENCE_LIMIT:
        message = f"Only the first {REFERENCE_LIMIT} characters are sent to Parcel2Go."
        yield warning("reference", message, shipment.reference)
