"""An unexpected failure: what it is, and a report to copy that holds no personal data."""

import PySide6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.system.crash import crash_report
from desktop_app.system.versions import versions
from desktop_app.ui.theme.space import L, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.labels import body, section


class ReportDialog(QDialog):
    """Shows the report; it is sent by nobody but the user."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setMinimumSize(560, 420)
        self.text = crash_report(error, versions(PySide6.__version__))
        shown = QPlainTextEdit(self.text)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Report"))
        copy = button(self.tr("Copy the report"), kind="primary", name="reportCopy")
        copy.clicked.connect(self._copy)
        close = button(self.tr("Close"), name="reportClose")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(S)
        column.addWidget(section(self.tr("This is a fault of Postroom's, not of yours")))
        words = self.tr(
            "Your drafts, orders and labels are kept. The report below holds no names, addresses "
            "or secrets; copy it into a message to us, so that it can be mended."
        )
        column.addWidget(body(words, wrap=True))
        column.addWidget(shown, 1)
        column.addLayout(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def show_report(parent: QWidget | None, error: BaseException) -> None:
    """Opens the report and comes back at once."""
    if QCoreApplication.instance() is None:
        return
    dialog = ReportDialog(error, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
