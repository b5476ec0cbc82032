"""Writes shipments as draft files, for a colleague, another computer or the command line."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.draft_file import write_draft
from desktop_app.services.drafts import Drafts
from desktop_app.services.files import safe_name, write_whole


def export_draft(drafts: Drafts, shipment_id: str, path: Path) -> Path:
    """Writes one shipment's draft; raises StorageError for a file that cannot be written."""
    write_whole(path, write_draft(drafts.get(shipment_id).shipment).encode())
    return path


def export_drafts(drafts: Drafts, shipment_ids: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Writes one file for each shipment, under a name of its own; raises StorageError."""
    return tuple(export_draft(drafts, one, folder / _name(drafts.get(one))) for one in shipment_ids)


def draft_file_name(shipment_id: str, reference: str, recipient: str) -> str:
    """A file name that every system takes: the reference or the recipient, and the id."""
    parts = ("draft", safe_name(reference or recipient), shipment_id)
    return "-".join(part for part in parts if part) + ".json"


def _name(record: ShipmentRecord) -> str:
    return draft_file_name(record.id, record.shipment.reference, record.shipment.recipient.name)
