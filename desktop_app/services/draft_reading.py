"""Makes drafts of several draft files in one go: what can be read comes, the rest is told once."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.errors import InputError, PostroomError
from desktop_app.domain.record import ShipmentRecord
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_file import read_draft
from desktop_app.services.drafts import Drafts
from desktop_app.services.files import read_text
from desktop_app.services.ports import Progress


class FilesRead(NamedTuple):
    """`made`: the new drafts, in the order of the files; `unread`: a sentence for each other."""

    made: tuple[ShipmentRecord, ...]
    unread: tuple[str, ...]


def read_draft_files(drafts: Drafts, paths: Sequence[Path], progress: Progress) -> FilesRead:
    """Reads all, then keeps those that can be read: stopped meanwhile, nothing is kept.

    Raises Cancelled, or StorageError where they cannot be kept; then none of them is.
    """
    found, unread = [], []
    for done, path in enumerate(paths):
        progress.check()
        progress.report(f"Reading {path.name}", done, len(paths))
        try:
            found.append(read_draft(read_text(path)))
        except InputError as wrong:
            unread.append(_named(path, wrong))
    return FilesRead(_keep(drafts, found, progress), tuple(unread))


def _keep(
    drafts: Drafts, shipments: Sequence[Shipment], progress: Progress
) -> tuple[ShipmentRecord, ...]:
    made: list[ShipmentRecord] = []
    try:
        for done, shipment in enumerate(shipments):
            progress.check()
            progress.report("Keeping the drafts", done, len(shipments))
            made.append(drafts.new(shipment))
    except PostroomError:
        with suppress(PostroomError):
            drafts.delete([record.id for record in made])
        raise
    return tuple(made)


def _named(path: Path, wrong: InputError) -> str:
    """What is wrong, with the file's name in any case."""
    return wrong.message if path.name in wrong.message else f"{path.name}: {wrong.message}"
