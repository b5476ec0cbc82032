"""Where the user's things are kept."""

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.context import Context
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.theme.space import S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, note


class DataPage(SettingsPage):
    """The folder with drafts, orders, labels and logs."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._folder = context.office.data_folder
        self.add(
            note(
                self.tr(
                    "Drafts, orders, labels and logs are kept in this folder on this computer. "
                    "Secrets are in the system's key vault."
                )
            )
        )
        path = body(str(self._folder or "–"), wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(path)
        show = button(self.tr("Open the folder"), icon_name="external-link", name="openDataFolder")
        show.setEnabled(self._folder is not None)
        show.clicked.connect(self._open)
        about = button(self.tr("About Postroom"), kind="quiet", name="openAbout")
        about.clicked.connect(self._about)
        row = QHBoxLayout()
        row.setSpacing(S)
        for one in (show, about):
            row.addWidget(one)
        row.addStretch(1)
        self.add_layout(row)
        self.add_stretch()

    @Slot()
    def _open(self) -> None:
        if self._folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _about(self) -> None:
        dialog = AboutDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
