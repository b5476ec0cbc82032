"""The window as the system sees it: on screen at once, empty until its workspace moves in."""

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop_app.domain.look import Look
from desktop_app.ui.theme.app_icon import app_icon
from desktop_app.ui.widgets.busy_bar import BusyBar

_FIRST_SIZE = (1280, 800)
_SMALLEST = (960, 640)
_RAIL = 200


class MainWindow(QMainWindow):
    """`painted()`: it is on screen for the first time. Start-up waits for this module: it imports
    Qt's classes and the theme, nothing else."""

    painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Postroom")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST_SIZE)
        if look.geometry:
            self.restoreGeometry(QByteArray.fromBase64(look.geometry.encode()))
        self._is_painted = False
        self._content: QWidget | None = None
        self.setCentralWidget(_Empty())

    def move_in(self, content: QWidget) -> None:
        """Fills the window; from now on it is called as its content is, and closes if that may."""
        self._content = content
        self.setCentralWidget(content)
        self.setWindowTitle(content.windowTitle())
        content.windowTitleChanged.connect(self.setWindowTitle)
        if cursor := content.focusWidget():
            cursor.setFocus()

    def come_forward(self) -> None:
        """Another start of Postroom asks for this window."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - with all of its enums, 40 ms

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only when the content has kept everything."""
        if self._content is None or self._content.close():
            super().closeEvent(event)
        else:
            event.ignore()


class _Empty(QWidget):
    """Where the navigation and the list will be, and that they are being fetched."""

    def __init__(self) -> None:
        super().__init__()
        rail = QFrame()
        rail.setProperty("role", "rail")
        rail.setFixedWidth(_RAIL)
        busy = BusyBar()
        busy.start()
        column = QVBoxLayout()
        column.addWidget(busy)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(column, 1)
