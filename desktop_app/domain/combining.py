"""Putting what goes to the same address into one box."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from desktop_app.domain.likeness import place
from desktop_app.domain.parcel import Parcel
from desktop_app.domain.shipment import Shipment


def same_address(shipments: Iterable[Shipment]) -> tuple[tuple[int, ...], ...]:
    """Which of them could go in one box, by their places in the list; only groups of several.

    From the same sender to the same person at the same address, on the same day, with the same
    extras and the same customs answers, and each of one parcel.
    """
    found: dict[object, list[int]] = {}
    for number, shipment in enumerate(shipments):
        if len(shipment.parcels) == 1 and shipment.recipient.name and shipment.recipient.street:
            found.setdefault(_bench(shipment), []).append(number)
    return tuple(tuple(numbers) for numbers in found.values() if len(numbers) > 1)


def combined(shipments: Sequence[Shipment]) -> Shipment:
    """One shipment of all of them, in one box: together their weight, the largest of their sizes.

    How large the box really is only the packer knows. Contents stay one line each; a parcel whose
    contents are not listed is named in the summary.
    """
    first = shipments[0]
    parcels = [shipment.parcels[0] for shipment in shipments]
    references = dict.fromkeys(one.reference for one in shipments if one.reference)
    notes = dict.fromkeys(one.notes for one in shipments if one.notes)
    accepted = dict.fromkeys(mark for one in shipments for mark in one.accepted_warnings)
    return first.model_copy(
        update={
            "reference": " + ".join(references),
            "parcels": (_in_one_box(parcels),),
            "value_gbp": _value(shipments),
            "notes": "\n".join(notes),
            "accepted_warnings": tuple(accepted),
        }
    )


def _in_one_box(parcels: Sequence[Parcel]) -> Parcel:
    box = max(parcels, key=_volume)
    weights = [parcel.weight_kg for parcel in parcels]
    summaries = dict.fromkeys(one.contents_summary for one in parcels if one.contents_summary)
    return box.model_copy(
        update={
            "weight_kg": None if None in weights else sum(filter(None, weights), Decimal(0)),
            "contents_summary": ", ".join(summaries),
            "contents": tuple(line for parcel in parcels for line in parcel.contents),
        }
    )


def _volume(parcel: Parcel) -> Decimal:
    sides = (parcel.length_cm, parcel.width_cm, parcel.height_cm)
    volume = Decimal(1)
    for side in sides:
        volume *= side or Decimal(0)
    return volume


def _value(shipments: Sequence[Shipment]) -> Decimal | None:
    """What all of it is worth; None where one of them does not say, or the contents say it all."""
    if all(shipment.value_gbp is None for shipment in shipments):
        return None
    values = [shipment.value for shipment in shipments]
    return None if None in values else sum(filter(None, values), Decimal(0))


def _bench(shipment: Shipment) -> object:
    """What has to be the same for two of them to go in one box."""
    return (
        place(shipment.sender),
        place(shipment.recipient),
        shipment.recipient.subdivision,
        shipment.collection_date,
        frozenset(shipment.extras),
        shipment.customs.model_dump_json(),
    )
