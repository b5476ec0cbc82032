"""What to do with an order that is here already."""

from enum import StrEnum


class Again(StrEnum):
    """Asked once for all of them."""

    SKIP = "skip"
    UPDATE = "update"
    NEW = "new"
