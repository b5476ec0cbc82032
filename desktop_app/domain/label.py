"""Labels: what the service gives, what is kept, and on what paper it is printed."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.value import Value


class LabelSet(NamedTuple):
    """The PDFs that are made, and how many labels the service says it could not make."""

    pdfs: tuple[bytes, ...] = ()
    failed: int = 0


class DocumentKind(StrEnum):
    """What a kept document is: a label, or one of the papers that go with it."""

    LABEL = "label"
    COMMERCIAL_INVOICE = "commercial-invoice"
    CUSTOMS_PAPERS = "customs-papers"
    INVOICE = "invoice"
    PICKING_LIST = "picking-list"


class KeptDocument(Value):
    """One PDF in the label vault: `file` is relative to the vault, `sha256` in lower-case hex,
    `number` counts documents of one kind and medium from 1."""

    kind: DocumentKind
    media: LabelMedia
    file: str
    sha256: str
    size_bytes: int
    kept_at: datetime
    number: int = 1


class Consignment(Value):
    """A parcel's number at its courier; "" while the courier has not given one."""

    parcel_id: str = ""
    order_line_id: str = ""
    number: str = ""


class PrintNote(Value):
    """That a label was printed: when, where, on what."""

    printed_at: datetime
    printer: str
    paper: LabelPaper
