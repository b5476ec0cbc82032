"""How many dots a printer really has to the inch, so that a bar is so many dots and not some."""

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

# Finer than any label needs; an A4 page at 1200 would take 560 MB.
_FINEST = 600.0
_ANSWER_WITHIN_SECONDS = 5
_CHOSEN = re.compile(r"^(?:Resolution|printer-resolution)/.*\*(\d+)(?:x\d+)?dpi", re.MULTILINE)


def dots_told_by_cups(name: str) -> int | None:
    """What `lpoptions -l` says of a queue; None where there is no CUPS, or no answer."""
    program = shutil.which("lpoptions")
    if not program or not name:
        return None
    try:
        told = subprocess.run(  # noqa: S603 - a system program and a queue's name, no shell
            [program, "-p", name, "-l"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_ANSWER_WITHIN_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return chosen_resolution(told.stdout)


def chosen_resolution(options: str) -> int | None:
    """The resolution marked with a star: `Resolution/Output Resolution: *203dpi 300dpi`."""
    found = _CHOSEN.search(options)
    return int(found[1]) if found else None


def use_own_resolution(
    printer: QPrinter, told: Callable[[str], int | None] = dots_told_by_cups
) -> None:
    """Where Qt only assumes a resolution (it does with CUPS: 1200), sets the printer's own."""
    is_assumed = printer.resolution() not in printer.supportedResolutions()
    if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and is_assumed:
        own = told(printer.printerName()) or finest_offered(
            QPrinterInfo(printer).supportedResolutions()
        )
        if own:
            printer.setResolution(own)


def finest_offered(resolutions: Sequence[int]) -> int | None:
    """The finest that is no waste; None where none is."""
    return max((offered for offered in resolutions if 0 < offered <= _FINEST), default=None)


def dots_per_drawn_dot(resolution: int) -> int:
    """1, or as many as make a very fine printer coarse enough: always a whole number."""
    return -int(-resolution // _FINEST)
