"""What labels are printed on."""

from enum import StrEnum


class LabelPaper(StrEnum):
    """The three ways to print: A4 pages, 4x6 inch labels, a true-size 4x6 on an A4 page."""

    A4 = "a4"
    SIX_BY_FOUR = "4x6"
    A4_WITH_4X6 = "a4-4x6"

    @property
    def media(self) -> "LabelMedia":
        """Which of the service's media it is made from."""
        return LabelMedia.A4 if self is LabelPaper.A4 else LabelMedia.LABEL_4X6


class LabelMedia(StrEnum):
    """`labelMedia` of the labels endpoint."""

    A4 = "A4"
    LABEL_4X6 = "Label4X6"


class PrintOrder(StrEnum):
    """The order of a day's labels."""

    LIST = "list"
    COURIER = "courier"
    SKU = "sku"
    RECIPIENT = "recipient"
