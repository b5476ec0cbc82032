"""Sets up the log: a rotating file that holds ids and codes, and errors on the console."""

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app.system.redaction import redact

FILE_NAME = "postroom.log"
FILE_BYTES = 1_000_000
OLDER_FILES = 4
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class RedactingFormatter(logging.Formatter):
    """Blots out secrets and addresses last of all, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line or several, with nothing in it that has the shape of a secret."""
        return redact(super().format(record))


class SharedFileHandler(RotatingFileHandler):
    """A rotating log that two Postrooms may write.

    Windows refuses to rename a file which the other one has open: then this one goes on writing
    to the file as it is, and the next to open it alone rotates it.
    """

    def rotate(self, source: str, dest: str) -> None:
        """Move the full file aside where the system allows it."""
        with suppress(PermissionError):
            super().rotate(source, dest)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A full disk is told where the user's own things are written, not for each line here."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def set_up_logs(folder: Path, level: str = "INFO") -> tuple[logging.Handler, ...]:
    """Send what Postroom logs to `folder`; the answer is for `take_down_logs`.

    `level` is for Postroom's own lines: other packages log requests with their addresses, so of
    them only warnings are kept. Raises OSError where the file cannot be opened, ValueError for a
    level that does not exist.
    """
    logging.getLogger("desktop_app").setLevel(level)
    file = SharedFileHandler(
        folder / FILE_NAME, maxBytes=FILE_BYTES, backupCount=OLDER_FILES, encoding="utf-8"
    )
    handlers: list[logging.Handler] = [file]
    if sys.stderr is not None:  # a windowed program has none
        console = logging.StreamHandler()
        console.setLevel(logging.ERROR)
        handlers.append(console)
    root = logging.getLogger()
    for handler in handlers:
        handler.setFormatter(RedactingFormatter(FORM))
        root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return tuple(handlers)


def take_down_logs(handlers: tuple[logging.Handler, ...]) -> None:
    """Close what `set_up_logs` opened."""
    logging.getLogger("desktop_app").setLevel(logging.NOTSET)
    for handler in handlers:
        logging.getLogger().removeHandler(handler)
        handler.close()
