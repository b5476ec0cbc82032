"""One window for each data folder: a second start tells the first one what it wants, and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECTING_MS, _TRIES, _PAUSE_MS = 500, 5, 50
# So long the last work of a window may take that is no longer on the screen.
_CLOSING_MS, _UNLOCKING_MS = 8_000, 250
# What one start says to another: a line each.
_RAISE, _OPEN, _CLOSE = "raise", "open ", "close"
_HEARD = "heard"


class SingleInstance(QObject):
    """The first one is told what another start wants of it.

    `raised()`: to come forward, which it also does with `open_asked(path)`: to open a draft file;
    `close_asked()`: to close as its cross would, which an installer wants.

    Where no lock can be kept at all, each start counts as the first: better two windows than none.
    """

    raised = Signal()
    open_asked = Signal(str)
    close_asked = Signal()

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

    def claim(self, draft: str = "") -> bool:
        """Whether this is the first window; else the first one was told to come forward.

        One that is closing answers by being gone: then this is the first. `draft`: the file that
        this start was asked to open.
        """
        if self._is_taken(0):
            answered = self._call_the_first(_OPEN + draft if draft else _RAISE)
            if self._is_taken(_UNLOCKING_MS if answered else 0):
                return False
        QLocalServer.removeServer(self._name)  # what a crash left behind
        self._server.listen(self._name)
        return True

    def dismiss(self, patience_ms: int) -> bool:
        """Asks the first window to close; whether there is none any more within that time.

        It may ask its user something first, or wait for a payment in hand.
        """
        if self._is_taken(0):
            self._call_the_first(_CLOSE)
            if self._is_taken(patience_ms):
                return False
        self._lock.unlock()
        return True

    def close(self) -> None:
        """Lets another one be the first."""
        self._server.close()
        self._lock.unlock()

    def _is_taken(self, patience_ms: int) -> bool:
        locked = self._lock.tryLock(patience_ms)
        return not locked and self._lock.error() is QLockFile.LockError.LockFailedError

    def _call_the_first(self, words: str) -> bool:
        """Whether it has answered or gone.

        It may have its lock and not listen yet: then it is on its way to the screen.
        """
        socket = QLocalSocket()
        for _ in range(_TRIES):
            socket.connectToServer(self._name)
            if socket.waitForConnected(_CONNECTING_MS):
                socket.write(f"{words}\n".encode())
                socket.waitForBytesWritten(_CONNECTING_MS)
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
            connection.readyRead.connect(self._hear)
            connection.disconnected.connect(self._hear)
            self._listen_to(connection)

    @Slot()
    def _hear(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._listen_to(caller)

    def _listen_to(self, connection: QLocalSocket) -> None:
        """Takes a whole line, or what was said by one that has gone since."""
        gone = connection.state() is QLocalSocket.LocalSocketState.UnconnectedState
        if connection.property(_HEARD) or not (connection.canReadLine() or gone):
            return
        connection.setProperty(_HEARD, "yes")
        words = bytes(connection.readAll().data()).decode("utf-8", "replace").strip("\r\n")
        connection.close()
        connection.deleteLater()
        if words == _CLOSE:
            self.close_asked.emit()
            return
        self.raised.emit()
        if words.startswith(_OPEN):
            self.open_asked.emit(words.removeprefix(_OPEN))
