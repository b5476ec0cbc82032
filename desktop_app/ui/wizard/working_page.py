"""A page that starts work on the shipment and hears how its own work ends."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.wizard.page import WizardPage
from desktop_app.ui.wizard.session import Session, Work


class WorkingPage(WizardPage):
    """Other pages work on the same session: what they started is none of this page's business."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._own = ""
        self._names: set[str] = set()
        session.started.connect(self._session_started)
        session.finished.connect(self._session_finished)
        session.failed.connect(self._session_failed)

    @property
    def is_working(self) -> bool:
        """Whether work this page started is under way."""
        return bool(self._own) and self.session.is_busy

    def work(self, name: str, work: Work) -> None:
        """Starts work under a name; nothing happens while other work is under way."""
        if self.session.is_busy:
            return
        self._names.add(name)
        self.session.run(name, work)
        self.state_changed.emit()

    def work_done(self, name: str) -> None:
        """Own work has ended well."""

    def work_failed(self, error: Exception) -> None:
        """Own work has failed."""

    def go_to_next(self) -> None:
        """On to the next step, unless the user is somewhere else by now."""
        if self.isVisible():
            self.ready.emit()

    def open_page(self, url: str) -> bool:
        """Opens a page in the browser; whether that worked."""
        context = self.session.context
        return context is not None and context.open_page(url)

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """A short message that goes by itself."""
        if self.session.context:
            self.session.context.toast(text, undo)

    @Slot(str)
    def _session_started(self, name: str) -> None:
        """Also where the wizard tries again what has failed here."""
        self._own = name if name in self._names else ""

    @Slot(str)
    def _session_finished(self, name: str) -> None:
        if name == self._own:
            self._own = ""
            self.work_done(name)
            self.state_changed.emit()

    @Slot(object)
    def _session_failed(self, error: Exception) -> None:
        if self._own and not self.session.is_busy:
            self._own = ""
            self.work_failed(error)
            self.state_changed.emit()
