"""Reads the ledger and writes refunds and files, all in the background."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.ledger import Entry, LedgerFilter
from desktop_app.domain.refund import Refund
from desktop_app.services.ledger import LedgerBook, RefundWish
from desktop_app.services.ledger_export import export_ledger
from desktop_app.services.ledger_view import Grouping, Line, view_of
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.ui.background import Job

T = TypeVar("T")


class LedgerWork(QObject):
    """`read()` when a ledger was read, then `viewed(LedgerView)` for what is wanted of it.

    `asked(RefundWish)`, `changed(Refund)`: a refund stands differently; `saved(path)`; `failed`.
    """

    read = Signal()
    viewed = Signal(object)
    asked = Signal(object)
    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._book = LedgerBook()
        self._looking: Job[object] | None = None

    def load(self) -> None:
        """Reads all of the account's ledger again."""
        ledger = self._context.office.ledger
        self._start(ledger.read, self._loaded, self.tr("Reading the ledger"))

    def look(self, wanted: LedgerFilter, grouping: Grouping, *, only_due: bool) -> None:
        """What is wanted of it; only the last that was wanted is told."""
        if self._looking is not None:
            self._looking.cancel()
        book = self._book
        self._looking = self._context.background.start(
            lambda _progress: view_of(book, wanted, grouping, only_due=only_due),
            done=self._viewed,
            failed=self._failed,
            name=self.tr("Adding up the ledger"),
        )

    def ask_for_refund(self, line: Line) -> None:
        """Keeps that it is asked back, and finds out on which page."""
        ledger, entry = self._context.office.ledger, line.entry
        self._start(
            lambda: ledger.ask_for_refund(entry.shipment_id, entry.key),
            self._asked,
            self.tr("Keeping the refund"),
        )

    def refund_received(self, key: str, amount: Decimal) -> None:
        """Writes that the money came."""
        ledger = self._context.office.ledger
        self._change(lambda: ledger.refund_received(key, amount))

    def refund_refused(self, key: str) -> None:
        """Writes that Parcel2Go has said no."""
        ledger = self._context.office.ledger
        self._change(lambda: ledger.refund_refused(key))

    def undo(self, key: str) -> None:
        """One step back."""
        ledger = self._context.office.ledger
        self._start(lambda: ledger.undo(key), self._undone, self.tr("Keeping the refund"))

    def save(self, entries: Sequence[Entry], path: Path) -> None:
        """Writes these into a file."""
        self._start(lambda: export_ledger(entries, path), self._saved, self.tr("Saving the ledger"))

    def _change(self, work: Callable[[], Refund]) -> None:
        self._start(work, self._changed, self.tr("Keeping the refund"))

    def _start(self, work: Callable[[], T], done: Callable[[T], None], name: str) -> None:
        self._context.background.start(
            lambda _progress: work(), done=done, failed=self._failed, name=name
        )

    @Slot(object)
    def _loaded(self, book: LedgerBook) -> None:
        self._book = book
        self.read.emit()

    @Slot(object)
    def _viewed(self, view: object) -> None:
        self._looking = None
        self.viewed.emit(view)

    @Slot(object)
    def _asked(self, wish: RefundWish) -> None:
        self.asked.emit(wish)

    @Slot(object)
    def _changed(self, refund: Refund) -> None:
        self.changed.emit(refund)

    @Slot(object)
    def _undone(self, _refund: object) -> None:
        self.load()

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)
