"""Adds, corrects and deletes entries of the address book: in the background, with Undo."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.domain.address import Address
from desktop_app.services.ports import SavedAddress
from desktop_app.ui.context import Context


class AddressWork(QObject):
    """`changed()` when the address book is another, `failed(error)` when it could not be."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._memory = context.office.memory

    @Slot(object)
    def add(self, address: Address) -> None:
        """Someone who was not sent to yet."""
        self._start(self.tr("Adding"), lambda: self._memory.add_recipient(address))

    def correct(self, entry: SavedAddress, address: Address) -> None:
        """Puts another address in an entry's place; Undo puts the old one back."""
        work = partial(self._memory.correct_recipient, entry.id, address)
        undo = partial(self._memory.correct_recipient, entry.id, entry.address)
        self._start(self.tr("Changing"), work, self.tr("Address changed."), undo)

    def delete(self, entries: Sequence[SavedAddress]) -> None:
        """Undo brings them back."""
        if not entries:
            return

        def work() -> None:
            for entry in entries:
                self._memory.forget_recipient(entry.id)

        one = len(entries) == 1
        said = self.tr("Address deleted.") if one else self.tr("Addresses deleted.")
        self._start(
            self.tr("Deleting"), work, said, partial(self._memory.bring_back, list(entries))
        )

    def _start(
        self,
        name: str,
        work: Callable[[], None],
        said: str = "",
        undo: Callable[[], None] | None = None,
    ) -> None:
        outcome = _Outcome(self, said, undo)
        self._context.background.start(
            lambda _progress: work(),
            done=outcome.done,
            failed=outcome.failed,
            cancelled=outcome.cancelled,
            name=name,
        )

    def ended(self, said: str, undo: Callable[[], None] | None) -> None:
        """Tells what was done, and offers to undo it."""
        self.changed.emit()
        if said and undo:
            back = partial(self._start, self.tr("Bringing back"), undo)
            self._context.toast(said, back)


class _Outcome(QObject):
    """Of one piece of work: what to say of it."""

    def __init__(self, owner: AddressWork, said: str, undo: Callable[[], None] | None) -> None:
        super().__init__(owner)
        self._owner, self._said, self._undo = owner, said, undo

    @Slot(object)
    def done(self, _nothing: object) -> None:
        self._owner.ended(self._said, self._undo)
        self.deleteLater()

    @Slot(object)
    def failed(self, error: Exception) -> None:
        self._owner.failed.emit(error)
        self.deleteLater()

    @Slot()
    def cancelled(self) -> None:
        self.deleteLater()
