"""A QMainWindow with nothing in it: what every figure of the window is compared with."""

import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Says when it was first painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QApplication.exit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
    import psutil

    shown = time.time() - float(os.environ["BEGUN"])
    print(shown, shown, psutil.Process().memory_info().rss)  # noqa: T201 - the answer
