"""Another Postroom: `python -m tests.storage.worker TASK ARGUMENT …`, run from the checkout.

It says `ready`, waits for a line, then does its task: so several can be made to begin at once.
"""

import io
import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import BinaryIO, cast

from desktop_app.domain.errors import AlreadyBought, StorageError
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.paper import LabelMedia
from desktop_app.services.ports import DocumentName
from desktop_app.storage.database import open_database
from desktop_app.storage.journal import SqlJournal
from desktop_app.storage.label_vault import FileLabelVault
from desktop_app.storage.shipments import SqlShipments
from tests.storage.samples import NOW, attempt, counted

NOBODY = 65534
NAME = DocumentName(DocumentKind.LABEL, LabelMedia.A4)


def say(text: object) -> None:
    """A line the test reads at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def opening(path: str) -> None:
    """Says what opening tells the user, and whether Alembic was needed."""
    database, notices = open_database(Path(path))
    database.close()
    say(f"{len(notices)} {'alembic' in sys.modules}")


def updating(path: str, shipment_id: str, times: str) -> None:
    """Counts up in one shipment, and says each number once it is kept."""
    shipments = SqlShipments(open_database(Path(path)).database)
    for _ in range(int(times)):
        say(shipments.update(shipment_id, counted).shipment.notes)


def paying(path: str, shipment_id: str) -> None:
    """Says whether it was the one who may pay."""
    journal = SqlJournal(open_database(Path(path)).database)
    try:
        journal.begin(attempt(shipment_id))
    except AlreadyBought:
        say("refused")
    else:
        say("paying")


def keeping(folder: str, shipment_id: str) -> None:
    """Writes labels of a growing number without end, and says each once it is kept."""
    vault = FileLabelVault(Path(folder))
    for number in count(1):
        say(vault.keep(shipment_id, NAME, label(number), NOW).sha256)


class LastWords(io.FileIO):
    """A file whose writer is gone in the middle of it, with nothing tidied up."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "x")

    def write(self, content: object) -> int:
        super().write(cast("bytes", content)[:1000])
        os._exit(0)


def dying(folder: str, shipment_id: str) -> None:
    """Ends in the middle of writing a label."""
    vault = FileLabelVault(Path(folder), lambda path: cast("BinaryIO", LastWords(path)))
    vault.keep(shipment_id, NAME, label(2), NOW)


def keeping_too_much(folder: str, shipment_id: str) -> None:
    """Says which error a user meets whose files may not grow."""
    import resource  # noqa: PLC0415 - POSIX only

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    try:
        FileLabelVault(Path(folder)).keep(shipment_id, NAME, label(1), NOW)
    except StorageError as failure:
        say(type(failure).__name__)


def label(number: int) -> bytes:
    """A file large enough to be caught half written."""
    return f"{number:08d}".encode() * 40_000


def opening_as_nobody(path: str) -> None:
    """Says which error a user meets who may not write there."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        open_database(Path(path)).database.close()
    except StorageError as failure:
        say(type(failure).__name__)


_TASKS = (opening, updating, paying, keeping, dying, keeping_too_much, opening_as_nobody)
TASKS: dict[str, Callable[..., None]] = {task.__name__: task for task in _TASKS}

if __name__ == "__main__":
    say("ready")
    sys.stdin.readline()
    TASKS[sys.argv[1]](*sys.argv[2:])
