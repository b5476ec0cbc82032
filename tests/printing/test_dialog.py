"""The system's dialog: what is chosen is printed, and the window lives meanwhile."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.documents.papers import LabelPapers
from desktop_app.domain.errors import PrintFailed
from desktop_app.printing.dialog import ask_and_print
from desktop_app.printing.printers import SystemPrinters
from desktop_app.services.ports import PagePicture
from tests.documents.conftest import label
from tests.documents.measuring import pages
from tests.printing.paper_printers import JammedPrinter, set_up, to_file

papers = LabelPapers()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@dataclass
class Person:
    """Answers in the dialog's place: the real one might print on a real printer."""

    answer: bool = True
    shown: list[tuple[str, int, str]] = field(default_factory=list)

    def __call__(self, parent: QWidget | None, printer: QPrinter, title: str, pages: int) -> bool:
        """Remembers what was shown, and the paper that was set."""
        size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        self.shown.append((title, pages, f"{size.width():.0f}x{size.height():.0f}"))
        return self.answer


def test_what_is_accepted_is_printed_at_true_size(window: QWidget, tmp_path: Path) -> None:
    path, person = tmp_path / "out.pdf", Person()
    pdf = label(100, 150, pages=2)
    name = ask_and_print(window, to_file(path)(""), pdf, papers.each_picture, "Label 7", person)
    assert name == "out.pdf"
    assert person.shown == [("Label 7", 2, "100x150")]
    found = pages(path.read_bytes())
    assert [(round(page.width_mm), round(page.height_mm)) for page in found] == [(100, 150)] * 2


def test_nothing_is_printed_when_it_is_cancelled(window: QWidget, tmp_path: Path) -> None:
    path, person = tmp_path / "out.pdf", Person(answer=False)
    pdf = label(100, 150)
    name = ask_and_print(window, to_file(path)(""), pdf, papers.each_picture, "Label", person)
    assert name is None
    assert person.shown
    assert not path.exists()


def test_the_window_lives_while_the_job_is_made(window: QWidget, tmp_path: Path) -> None:
    """The job waits for something that only a living window does."""
    threads, alive = [], threading.Event()

    def pictures(pdf: bytes, dots_per_inch: float) -> Iterator[PagePicture]:
        threads.append(threading.current_thread())
        if len(threads) > 1:
            assert alive.wait(20)
        yield from papers.pictures(pdf, dots_per_inch)

    path = tmp_path / "out.pdf"
    QTimer.singleShot(0, window, alive.set)
    ask_and_print(window, to_file(path)(""), label(100, 150), pictures, "Label", Person())
    assert threads[0] is threading.main_thread()
    assert threading.main_thread() not in threads[1:]
    assert len(pages(path.read_bytes())) == 1
    assert QApplication.overrideCursor() is None


def test_a_failure_in_the_job_reaches_who_asked(window: QWidget, tmp_path: Path) -> None:
    printer = set_up(JammedPrinter(), tmp_path / "out.pdf", 203)
    with pytest.raises(PrintFailed, match="stopped between"):
        ask_and_print(window, printer, label(100, 150, pages=2), papers.pictures, "Label", Person())
    assert QApplication.overrideCursor() is None


class Canceller(QObject):
    """Closes the system's dialog as soon as it is open, and remembers what it showed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: tuple[str, int, int] | None = None
        self._look = QTimer(self, interval=5)
        self._look.timeout.connect(self._act)
        self._look.start()

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            self._look.stop()
            self.seen = (dialog.windowTitle(), dialog.minPage(), dialog.maxPage())
            dialog.reject()


def test_the_systems_dialog_can_be_left(window: QWidget, tmp_path: Path) -> None:
    path, person = tmp_path / "out.pdf", Canceller()
    printers = SystemPrinters(papers.each_picture, to_file(path))
    assert printers.print_with_dialog(window, label(100, 150, pages=3), "Label 7") is None
    assert person.seen == ("Label 7", 1, 3)
    assert not path.exists()
