"""Postroom's window on a data folder of 10,000 shipments: first paint, list filled, memory."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.storage.first_look import first_look
from desktop_app.system.folders import Folders
from desktop_app.ui.start import Opening, make_application

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

WANTED = 10_000


class Watch(QObject):
    """Notes the first paint, and the moment when the list is filled and painted."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.painted = self.filled = 0.0
        opening.opened.connect(self.opened)

    @Slot()
    def shown(self) -> None:
        self.painted = time.time()

    @Slot(object)
    def opened(self, workspace: "Workspace") -> None:
        workspace.list.counted.connect(self.counted)

    @Slot(object)
    def counted(self, rows: list[object]) -> None:
        if len(rows) >= WANTED:
            self.filled = time.time()
            QApplication.exit()


if __name__ == "__main__":
    application = make_application()
    arguments = Arguments(data_dir=Path(sys.argv[1]))
    opening = Opening(application, lambda: open_office(arguments))
    watch = Watch(opening)
    window = opening.begin(first_look(Folders.at(arguments.data_dir).settings))
    window.painted.connect(watch.shown)
    application.exec()
    import psutil

    begun = float(os.environ["BEGUN"])
    memory = psutil.Process().memory_info().rss
    print(watch.painted - begun, watch.filled - begun, memory)  # noqa: T201 - the answer
    window.close()
    opening.close()
