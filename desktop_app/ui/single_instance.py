"""One window for each data folder: a second start raises the first one and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECTING_MS, _TRIES, _PAUSE_MS = 500, 5, 50
# So long the last work of a window may take that is no longer on the screen.
_CLOSING_MS, _UNLOCKING_MS = 8_000, 250


class SingleInstance(QObject):
    """The first one is told by `raised` when another was started.

    Where no lock can be kept at all, each start counts as the first: better two windows than none.
    """

    raised = Signal()

    def __init__(
        self, data_folder: Path, parent: QObject | None = None, patience_ms: int = _CLOSING_MS
    ) -> None:
        super().__init__(parent)
        self._patience_ms = patience_ms
        place = hashlib.sha256(str(data_folder.absolute()).encode()).hexdigest()[:16]
        self._name = f"postroom-{place}"
        # Decides between two that start at the same moment; one left by a crash is taken over.
        self._lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Whether this is the first window; else the first one has been asked to come forward.

        One that is closing answers by being gone: then this is the first.
        """
        if self._is_taken(0):
            answered = self._call_the_first()
            if self._is_taken(_UNLOCKING_MS if answered else 0):
                return False
        QLocalServer.removeServer(self._name)  # what a crash left behind
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Lets another one be the first."""
        self._server.close()
        self._lock.unlock()

    def _is_taken(self, patience_ms: int) -> bool:
        locked = self._lock.tryLock(patience_ms)
        return not locked and self._lock.error() is QLockFile.LockError.LockFailedError

    def _call_the_first(self) -> bool:
        """Whether it has answered or gone.

        It may have its lock and not listen yet: then it is on its way to the screen.
        """
        socket = QLocalSocket()
        for _ in range(_TRIES):
            socket.connectToServer(self._name)
            if socket.waitForConnected(_CONNECTING_MS):
                return self._await_answer(socket)
            QThread.msleep(_PAUSE_MS)
        return False

    def _await_answer(self, socket: QLocalSocket) -> bool:
        """It hangs up, whether it comes forward or ends."""
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        answered = socket.state() is gone or socket.waitForDisconnected(self._patience_ms)
        socket.abort()
        return answered

    @Slot()
    def _greet(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.close()
            connection.deleteLater()
            self.raised.emit()
