"""Where labels and papers are kept, made and printed."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from desktop_app.domain.label import DocumentKind, KeptDocument
from desktop_app.domain.paper import LabelMedia, LabelPaper
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment


class DocumentName(NamedTuple):
    """Which document of a shipment: what it is, for which medium, the how-manieth."""

    kind: DocumentKind
    media: LabelMedia
    number: int = 1


class LabelVault(Protocol):
    """Documents on disk: written whole or not at all, known by their SHA-256."""

    def keep(self, shipment_id: str, name: DocumentName, pdf: bytes, at: datetime) -> KeptDocument:
        """Writes one PDF; an earlier one of this shipment with the same name is replaced."""

    def read(self, document: KeptDocument) -> bytes:
        """Its bytes; raises LabelDamaged when they are gone or changed."""


@dataclass(frozen=True)
class PagePicture:
    """One rendered page: `pixels` is RGBA, row after row, `width` by `height` dots.

    `width_mm` and `height_mm` are the page's true size.
    """

    width: int
    height: int
    pixels: bytes
    width_mm: float
    height_mm: float


class PrintJob(Protocol):
    """Labels of many shipments, and packing slips between them, as they leave the printer."""

    def add(self, labels: Sequence[bytes], slip_of: Shipment | None = None) -> None:
        """A shipment's labels, then its packing slip if wanted.

        Raises LabelDamaged, and then has taken none of them.
        """

    def pdf(self) -> bytes:
        """One PDF of all that was added; asked for once, at the end."""


class Papers(Protocol):
    """Turns the service's PDFs into what is printed, and draws Postroom's own papers."""

    def impose(self, labels: Sequence[bytes], paper: LabelPaper) -> bytes:
        """One PDF of all labels on this paper, each at its true size."""

    def print_job(self, paper: LabelPaper, day: date) -> AbstractContextManager[PrintJob]:
        """A new job on this paper; `day` stands on its packing slips."""

    def packing_slip(self, shipment: Shipment, paper: LabelPaper, day: date) -> bytes:
        """What is in a shipment, as large as the paper that its labels come on."""

    def despatch_list(self, courier: str, records: Sequence[ShipmentRecord], day: date) -> bytes:
        """What a courier was handed, in this order, with a line to sign; A4."""

    def pictures(self, pdf: bytes, dots_per_inch: float) -> tuple[PagePicture, ...]:
        """Every page rendered."""


@dataclass(frozen=True)
class PrinterChoice:
    """A printer of this computer; `is_label_printer` when its paper is about 4x6 inches."""

    name: str
    description: str
    is_default: bool = False
    is_label_printer: bool = False


class Printers(Protocol):
    """The system's printers."""

    def available(self) -> tuple[PrinterChoice, ...]:
        """All of them, the default first."""

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spools every page at true size; raises PrintFailed. `printer` "" is the default."""

    def print_with_dialog(self, parent: object, pdf: bytes, title: str) -> str | None:
        """Asks with the system's dialog, then spools; the printer, or None when it was cancelled.

        `parent` is the window that asks; only the adapter knows what that is.
        """
