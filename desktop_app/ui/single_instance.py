"""One window for each data folder: a second start raises the first one and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500


class SingleInstance(QObject):
    """`is_first` after `claim()`; the first one is told by `raised` when another was started."""

    raised = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = hashlib.sha256(str(data_folder.absolute()).encode()).hexdigest()[:16]
        self._name = f"postroom-{place}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Whether this is the first window; else the first one has been asked to come forward."""
        if self._somebody_answers():
            return False
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # what a crash left behind
            self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Lets another one be the first."""
        self._server.close()

    def _somebody_answers(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_PATIENCE_MS)
        socket.abort()
        return answered

    @Slot()
    def _greet(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.close()
            connection.deleteLater()
            self.raised.emit()
