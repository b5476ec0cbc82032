"""Which labels are asked for: of an order or one line, how much of them, on what, as what."""

from enum import StrEnum

from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.value import Value


class LabelReference(StrEnum):
    """What the number stands for."""

    ORDER = "OrderId"
    ORDER_LINE = "OrderLineId"


class LabelDetail(StrEnum):
    """How much of an order's papers is wanted."""

    ALL = "All"
    LABELS = "Labels"
    ADDITIONAL_DOCUMENTS = "AdditionalDocuments"
    INSTRUCTIONS = "Instructions"
    COMMERCIAL_INVOICE = "CommercialInvoice"


class LabelForm(StrEnum):
    """Pages of a PDF, or one picture a page."""

    PDF = "PDF"
    PNG = "PNG"


class LabelWish(Value):
    """`hash` opens the order or the line; "" for the account's own."""

    reference: str
    kind: LabelReference = LabelReference.ORDER
    detail: LabelDetail = LabelDetail.LABELS
    media: LabelMedia = LabelMedia.A4
    form: LabelForm = LabelForm.PDF
    hash: str = ""


class LineLabel(Value):
    """The label of one order line, with the couriers' numbers of its parcels."""

    order_line_id: str
    content: bytes
    numbers: tuple[str, ...] = ()
