"""Labels on disk: whole or not at all, and known when they are damaged."""

import errno
import hashlib
import io
import sys
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from desktop_app.domain.errors import DiskFull, FolderReadOnly, LabelDamaged, StorageError
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.paper import LabelMedia
from desktop_app.services.ports import DocumentName
from desktop_app.storage.label_vault import FileLabelVault
from tests.storage.processes import answer, killed_after
from tests.storage.samples import NOW
from tests.storage.worker import NAME, label

ID = "abc123def456"
PDF = b"%PDF-1.7 a label"


@pytest.fixture
def vault(tmp_path: Path) -> FileLabelVault:
    return FileLabelVault(tmp_path / "labels")


class SmallDisk(io.FileIO):
    """A new file on a disk with room for ten bytes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "x")

    def write(self, content: object) -> int:
        super().write(bytes(cast("bytes", content))[:10])
        raise OSError(errno.ENOSPC, "No space left on device")


def small_disk(path: Path) -> BinaryIO:
    return cast("BinaryIO", SmallDisk(path))


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_label_comes_back_as_it_was(vault: FileLabelVault, tmp_path: Path) -> None:
    kept = vault.keep(ID, NAME, PDF, NOW)
    assert vault.read(kept) == PDF
    assert (kept.file, kept.size_bytes, kept.kept_at) == (f"{ID}/label-a4-1.pdf", len(PDF), NOW)
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert files(tmp_path / "labels") == [kept.file]


def test_each_document_has_a_file_of_its_own(vault: FileLabelVault) -> None:
    names = [
        DocumentName(kind, media, number)
        for kind in DocumentKind for media in LabelMedia for number in (1, 2)
    ]  # fmt: skip
    kept = [vault.keep(ID, name, repr(name).encode(), NOW) for name in names]
    assert [vault.read(each) for each in kept] == [repr(name).encode() for name in names]


def test_a_document_of_the_same_name_is_replaced(vault: FileLabelVault, tmp_path: Path) -> None:
    vault.keep(ID, NAME, b"old", NOW)
    kept = vault.keep(ID, NAME, PDF, NOW)
    assert vault.read(kept) == PDF
    assert files(tmp_path / "labels") == [kept.file]


def test_a_label_that_is_gone_or_changed_is_found_out(
    vault: FileLabelVault, tmp_path: Path
) -> None:
    kept = vault.keep(ID, NAME, PDF, NOW)
    path = tmp_path / "labels" / kept.file
    path.write_bytes(PDF[:-1])
    with pytest.raises(LabelDamaged, match="changed") as damaged:
        vault.read(kept)
    assert "Fetch" in damaged.value.advice
    path.unlink()
    with pytest.raises(LabelDamaged, match="gone"):
        vault.read(kept)


@pytest.mark.parametrize("file", ["../secret.pdf", "/etc/hostname", "a/../../secret.pdf"])
def test_no_file_outside_of_the_vault_is_read(
    vault: FileLabelVault, tmp_path: Path, file: str
) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    kept = vault.keep(ID, NAME, PDF, NOW)
    with pytest.raises(LabelDamaged):
        vault.read(kept.model_copy(update={"file": file}))


@pytest.mark.parametrize("shipment_id", ["../up", "con", "A b", "", "x" * 300, "ab:cd", "ä" * 9])
def test_any_id_becomes_a_safe_folder(
    vault: FileLabelVault, tmp_path: Path, shipment_id: str
) -> None:
    kept = vault.keep(shipment_id, NAME, PDF, NOW)
    assert vault.read(kept) == PDF
    (folder,) = (tmp_path / "labels").iterdir()
    assert folder.name.startswith("shipment-")


def test_a_full_disk_leaves_nothing_half_written(vault: FileLabelVault, tmp_path: Path) -> None:
    kept = vault.keep(ID, NAME, PDF, NOW)
    full = FileLabelVault(tmp_path / "labels", small_disk)
    with pytest.raises(DiskFull, match="disk is full"):
        full.keep(ID, NAME, b"a longer label than before", NOW)
    assert vault.read(kept) == PDF
    assert files(tmp_path / "labels") == [kept.file]


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on files is a thing of POSIX")
def test_a_file_the_system_does_not_let_grow_counts_as_a_full_disk(tmp_path: Path) -> None:
    assert answer("keeping_too_much", tmp_path, ID) == "DiskFull"
    assert files(tmp_path) == []


def test_a_file_in_place_of_the_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "labels").write_text("a file")
    with pytest.raises(FolderReadOnly):
        FileLabelVault(tmp_path / "labels").keep(ID, NAME, PDF, NOW)


def test_a_folder_in_place_of_the_file_says_so(vault: FileLabelVault, tmp_path: Path) -> None:
    (tmp_path / "labels" / ID / "label-a4-1.pdf" / "x").mkdir(parents=True)
    with pytest.raises(StorageError):
        vault.keep(ID, NAME, PDF, NOW)


def test_a_process_that_ends_in_the_middle_leaves_what_was_there(
    vault: FileLabelVault, tmp_path: Path
) -> None:
    kept = vault.keep(ID, NAME, label(1), NOW)
    assert answer("dying", tmp_path / "labels", ID) == ""
    assert vault.read(kept) == label(1)


@pytest.mark.parametrize("lines", [1, 5])
def test_a_process_killed_while_it_writes_leaves_before_or_after(
    tmp_path: Path, lines: int
) -> None:
    said = killed_after(lines, "keeping", tmp_path, ID)
    found = (tmp_path / ID / "label-a4-1.pdf").read_bytes()
    assert found in {label(len(said)), label(len(said) + 1)}
