"""The small windows that the main one opens; each is imported when it is asked for."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.ui.context import Context

# ruff: noqa: PLC0415 - when asked for


class WindowDialogs(QObject):
    """`account_changed()`: in the settings another account was chosen; `settings_closed()`.

    All come back at once.
    """

    account_changed = Signal()
    settings_closed = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def settings(self, page: str = "") -> None:
        """The settings, on one of their pages."""
        from desktop_app.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._context, page, self._window)
        dialog.account_changed.connect(self.account_changed)
        dialog.finished.connect(self._settings_closed)
        _open(dialog)

    @Slot()
    def _settings_closed(self) -> None:
        self.settings_closed.emit()

    @Slot()
    def outbox(self) -> None:
        """What the shops are told of parcels on their way."""
        from desktop_app.ui.outbox.outbox_dialog import OutboxDialog

        _open(OutboxDialog(self._context, self._window))

    @Slot()
    def rules(self) -> None:
        """The settings, where the rules for the day are."""
        self.settings("rules")

    @Slot()
    def accounts(self) -> None:
        """The settings, where accounts are connected."""
        self.settings("accounts")

    @Slot()
    def keys(self) -> None:
        """The sheet with every key."""
        from desktop_app.ui.dialogs.about import KeysDialog

        _open(KeysDialog(self._window))

    @Slot()
    def about(self) -> None:
        """Versions and licences."""
        from desktop_app.ui.dialogs.about import AboutDialog

        _open(AboutDialog(self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
