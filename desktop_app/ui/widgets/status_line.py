"""The window's last line: what runs in the background, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from desktop_app.ui.background import Background, Job
from desktop_app.ui.theme.space import XS, M, S
from desktop_app.ui.widgets.buttons import button
from desktop_app.ui.widgets.elided_label import ElidedLabel
from desktop_app.ui.widgets.icon_label import IconLabel

_HEIGHT = 28


class StatusLine(QFrame):
    """Follows a `Background`; `set_text` for what to say when nothing runs, `set_offline`."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setProperty("role", "statusLine")
        self.setFixedHeight(_HEIGHT)
        self._background = background
        self._idle = ""
        self._offline_mark = IconLabel("offline", "warning", side=16)
        self._offline = QLabel(self.tr("Offline, drafts are kept"))
        self._text = ElidedLabel()
        self._text.setObjectName("statusText")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = button(self.tr("Cancel"), kind="quiet", name="statusCancel")
        self.cancel.clicked.connect(self._cancel)
        self._lay_out()
        # Several jobs often begin and end in one event: what they leave is shown once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        background.changed.connect(self._soon.start)
        self.set_offline(False)
        self._follow()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """What it says while nothing runs."""
        self._idle = text
        self._follow()

    def set_offline(self, offline: bool) -> None:
        """Say that there is no connection, and that nothing is lost."""
        self._offline.setVisible(offline)
        self._offline_mark.setVisible(offline)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 0, S, 0)
        row.setSpacing(S)
        row.addWidget(self._offline_mark)
        row.addWidget(self._offline)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self.cancel)
        row.addSpacing(XS)

    @Slot()
    def _follow(self) -> None:
        running = self._background.running
        job = running[0] if running else None
        self._bar.setVisible(job is not None)
        self.cancel.setVisible(job is not None)
        if job is None:
            self._text.setText(self._idle)
            return
        self._text.setText(self._sentence(job, len(running) - 1))
        self._bar.setRange(0, job.latest.total)
        self._bar.setValue(job.latest.done)

    def _sentence(self, job: Job[object], others: int) -> str:
        said = job.latest.text
        text = f"{job.name}: {said}" if said and said != job.name else f"{job.name} …"
        return self.tr("{0} (and {1} more)").format(text, others) if others else text

    @Slot()
    def _cancel(self) -> None:
        for job in self._background.running[:1]:
            job.cancel()
