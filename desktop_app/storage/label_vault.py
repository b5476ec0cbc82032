"""Fills the LabelVault port: PDFs in files, each known by its SHA-256."""

import hashlib
import re
from datetime import datetime
from pathlib import Path

from desktop_app.domain.disk_errors import disk_errors_told
from desktop_app.domain.errors import LabelDamaged
from desktop_app.domain.label import KeptDocument
from desktop_app.services.ports import DocumentName
from desktop_app.system.whole_files import Opener, open_new, sync_folder, write_whole

# Safe as a folder's name on every system; Windows' devices have shorter ones.
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{4,63}")


class FileLabelVault:
    """Documents under `folder`, as `<shipment id>/<kind>-<media>-<number>.pdf`."""

    def __init__(self, folder: Path, opener: Opener = open_new) -> None:
        self._folder = folder
        self._opener = opener

    def keep(self, shipment_id: str, name: DocumentName, pdf: bytes, at: datetime) -> KeptDocument:
        """Writes one PDF; an earlier one of this shipment with the same name is replaced.

        Raises DiskFull, FolderReadOnly or StorageError; the earlier one is untouched then.
        """
        file = f"{_folder_name(shipment_id)}/{_file_name(name)}"
        path = self._folder / file
        is_first = not path.parent.exists()
        with disk_errors_told(path):
            write_whole(path, pdf, self._opener)
        if is_first:
            sync_folder(self._folder)
        return KeptDocument(
            kind=name.kind,
            media=name.media,
            number=name.number,
            file=file,
            sha256=hashlib.sha256(pdf).hexdigest(),
            size_bytes=len(pdf),
            kept_at=at,
        )

    def read(self, document: KeptDocument) -> bytes:
        """Its bytes; raises LabelDamaged when they are gone or changed, StorageError otherwise."""
        path = self._path(document.file)
        with disk_errors_told(path):
            try:
                pdf = path.read_bytes()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as failure:
                raise LabelDamaged("The kept label is gone.") from failure
        if hashlib.sha256(pdf).hexdigest() != document.sha256:
            raise LabelDamaged("The kept label is not what was stored: the file has changed.")
        return pdf

    def _path(self, file: str) -> Path:
        """Where a document lies; a name that leads out of the vault is not followed."""
        path = self._folder.joinpath(*file.split("/"))
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise LabelDamaged("The kept label is not where labels are kept.")
        return path


def _folder_name(shipment_id: str) -> str:
    if _SAFE.fullmatch(shipment_id):
        return shipment_id
    return "shipment-" + hashlib.sha256(shipment_id.encode()).hexdigest()[:32]


def _file_name(name: DocumentName) -> str:
    return f"{name.kind.value}-{name.media.value}-{name.number}.pdf".lower()
