"""Postroom's window on a data folder of 10,000 shipments: first paint, list filled, memory."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.start import make_application
from desktop_app.ui.theme.apply import apply_theme

WANTED = 10_000


class Watch(QObject):
    """Notes the first paint, and the moment when the list is filled."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.painted = self.filled = 0.0
        window.installEventFilter(self)
        window.list.counted.connect(self.counted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.time()
        return super().eventFilter(watched, event)

    def counted(self, rows: list[object]) -> None:
        if len(rows) >= WANTED:
            self.filled = time.time()
            QApplication.exit()


if __name__ == "__main__":
    application = make_application()
    office = open_office(Arguments(data_dir=Path(sys.argv[1])))
    apply_theme(application, office.settings.load().theme)
    window = MainWindow(office)
    watch = Watch(window)
    window.show()
    QTimer.singleShot(0, window.list.reload)
    application.exec()
    import psutil

    begun = float(os.environ["BEGUN"])
    memory = psutil.Process().memory_info().rss
    print(watch.painted - begun, watch.filled - begun, memory)  # noqa: T201 - the answer
    window.close()
    office.close()
