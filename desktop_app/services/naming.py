"""What shipments are called in a sentence: by what their user knows them by."""

from collections.abc import Sequence

_MOST_NAMED = 5


def shipment_name(reference: str, recipient: str, otherwise: str) -> str:
    """As "ORD-1001 (Ann Field)"; `otherwise` where neither is entered."""
    if reference and recipient:
        return f"{reference} ({recipient})"
    return reference or recipient or otherwise


def listed(names: Sequence[str]) -> str:
    """The first five of them, and how many more there are."""
    more = len(names) - _MOST_NAMED
    words = ", ".join(names[:_MOST_NAMED])
    return f"{words} and {more} more" if more > 0 else words
