"""Opening a page of the service's in the browser: its address is found in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.wizard.session import Session

if TYPE_CHECKING:
    from desktop_app.ui.background import Job


class PageOpener(QObject):
    """`failed(exception)`: the address could not be had. `unopened(url)`: the browser did not."""

    failed = Signal(object)
    unopened = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[str] | None = None

    def open(self, find: Callable[[], str]) -> None:
        """Finds the address and opens it; nothing happens while another one is being found."""
        if self._job is not None and self._job.is_running:
            return
        self._job = self._session.background.start(
            lambda _progress: find(),
            done=self._found,
            failed=self._not_found,
            name=self.tr("Opening the page"),
        )

    @Slot(object)
    def _found(self, url: str) -> None:
        self._job = None
        context = self._session.context
        if context is None or not context.open_page(url):
            self.unopened.emit(url)

    @Slot(object)
    def _not_found(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
