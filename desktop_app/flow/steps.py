"""The steps of the main job, in their order."""

from enum import StrEnum


class Step(StrEnum):
    """A step; the keys 1 to 8 lead to them."""

    ADDRESSES = "addresses"
    PARCELS = "parcels"
    QUOTES = "quotes"
    EXTRAS = "extras"
    CUSTOMS = "customs"
    REVIEW = "review"
    PAY = "pay"
    LABELS = "labels"


_ROOTS = {
    "sender": Step.ADDRESSES,
    "recipient": Step.ADDRESSES,
    "collection_date": Step.ADDRESSES,
    "reference": Step.PARCELS,
    "parcels": Step.PARCELS,
    "value_gbp": Step.PARCELS,
    "quote": Step.QUOTES,
    "extras": Step.EXTRAS,
    "customs": Step.CUSTOMS,
    "order": Step.REVIEW,
    "payment": Step.PAY,
    "labels": Step.LABELS,
}
_CUSTOMS_FIELDS = ("commodity_code", "origin_country", "unit_value")


def step_of(field: str) -> Step:
    """The step whose page shows a field, by its path in the draft; "" is for the review."""
    if field.endswith(_CUSTOMS_FIELDS) or field.endswith(".contents"):
        return Step.CUSTOMS
    root = field.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
    return _ROOTS.get(root, Step.REVIEW)
