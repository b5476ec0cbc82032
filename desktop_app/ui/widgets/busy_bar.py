"""A thin moving bar on the thing that waits, from a tenth of a second on."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

DELAY_MS = 100


class BusyBar(QProgressBar):
    """`start()` and `stop()`; it keeps its three pixels also when hidden, so nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busyBar")
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setFixedHeight(3)
        self.setAccessibleName(self.tr("Working"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self._appear)
        self.hide()

    @Slot()
    def start(self) -> None:
        """Something began; what is over at once never flickers."""
        if self.isHidden():
            self._delay.start()

    def set_progress(self, done: int, total: int) -> None:
        """How far it is; without a total it only moves."""
        self.setRange(0, max(total, 0))
        self.setValue(done)

    @Slot()
    def stop(self) -> None:
        """It is over."""
        self._delay.stop()
        self.hide()
        self.setRange(0, 0)

    @Slot()
    def _appear(self) -> None:
        self.show()
