"""A printer's own dots are used, and never a broken number of them for one that was drawn."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.printing.resolution import (
    chosen_resolution,
    dots_per_drawn_dot,
    dots_told_by_cups,
    finest_offered,
    use_own_resolution,
)
from tests.printing.paper_printers import to_file


@pytest.mark.parametrize(
    ("options", "dots"),
    [
        ("Resolution/Output Resolution: *203dpi 300dpi\n", 203),
        ("PageSize/Media: *w288h432 A4\nResolution/Resolution: 150dpi *300x300dpi 600dpi\n", 300),
        ("printer-resolution/Resolution: *600dpi\n", 600),
        ("Resolution/Output Resolution: 203dpi 300dpi\n", None),
        ("PageSize/Media: *203dpi\n", None),
        ("lpoptions: Unknown printer or class.\n", None),
        ("", None),
    ],
)
def test_the_chosen_resolution_is_read(options: str, dots: int | None) -> None:
    assert chosen_resolution(options) == dots


def test_a_queue_that_is_not_there_has_no_resolution() -> None:
    assert dots_told_by_cups("no-such-queue-here") is None
    assert dots_told_by_cups("") is None


@pytest.mark.parametrize(
    ("resolution", "dots"), [(72, 1), (203, 1), (600, 1), (601, 2), (720, 2), (1200, 2), (2400, 4)]
)
def test_very_fine_printers_get_whole_groups_of_dots(resolution: int, dots: int) -> None:
    assert dots_per_drawn_dot(resolution) == dots
    assert resolution / dots <= 600


class Queue(QPrinter):
    """Says that it is a printer and no file, which Qt allows only where there is one."""

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's name
        """A printer."""
        return QPrinter.OutputFormat.NativeFormat


def to_nowhere(printer: Queue) -> Queue:
    """Without a real printer behind it that could be asked."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return printer


def test_a_queue_is_set_to_its_own_resolution(qtbot: QtBot) -> None:
    printer = to_nowhere(Queue(QPrinter.PrinterMode.HighResolution))
    use_own_resolution(printer, lambda _name: 203)
    assert printer.resolution() == 203


@pytest.mark.parametrize(
    ("offered", "finest"),
    [([203], 203), ([150, 300, 600, 1200], 600), ([203, 300], 300), ([1200], None), ([], None)],
)
def test_of_many_resolutions_the_finest_is_taken_that_is_no_waste(
    offered: list[int], finest: int | None
) -> None:
    assert finest_offered(offered) == finest


def test_without_an_answer_the_assumed_resolution_stays(qtbot: QtBot) -> None:
    printer = to_nowhere(Queue(QPrinter.PrinterMode.HighResolution))
    before = printer.resolution()
    use_own_resolution(printer, lambda _name: None)
    assert printer.resolution() == before


def test_a_file_keeps_the_resolution_it_was_given(qtbot: QtBot, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf", 300)("")
    use_own_resolution(printer, lambda _name: 203)
    assert printer.resolution() == 300
