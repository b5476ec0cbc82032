"""A file a user asked for is written whole or not at all."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app.domain.errors import InputError, StorageError
from desktop_app.services.files import free_path, read_text, safe_name, write_whole

ROOT = Path(__file__).parents[2]

WRITER = """
import os, resource, sys
from pathlib import Path
from desktop_app.domain.errors import StorageError
from desktop_app.services.files import write_whole
NOBODY = 65534
limit, path = int(sys.argv[1]), Path(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
elif os.geteuid() == 0:
    os.seteuid(NOBODY)
try:
    write_whole(path, b"x" * 100_000)
except StorageError as failure:
    print(type(failure).__name__, "/", failure)
"""


def written_elsewhere(limit: int, path: Path) -> str:
    """What a process with less room or fewer rights says."""
    command = [sys.executable, "-c", WRITER, str(limit), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


def test_writes_and_replaces_and_makes_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "label.pdf"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "label.pdf"
    path.write_bytes(b"old")
    assert written_elsewhere(50_000, path).startswith("DiskFull / There is no room for label.pdf")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are POSIX")
def test_a_read_only_folder_is_named() -> None:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own only their owner may look into
        Path(folder).chmod(0o555)
        said = written_elsewhere(0, Path(folder) / "label.pdf")
        Path(folder).chmod(0o755)
        assert list(Path(folder).iterdir()) == []
    assert said == f"FolderReadOnly / Postroom may not write to {folder}."


def test_a_file_in_the_folders_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(StorageError):
        write_whole(tmp_path / "file" / "label.pdf", b"x")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "label.pdf").mkdir()
    with pytest.raises(StorageError):
        write_whole(tmp_path / "label.pdf", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "label.pdf"]


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        write_whole(tmp_path / ("x" * 300), b"x")
    assert list(tmp_path.iterdir()) == []


def test_reads_text_with_and_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text("{}", encoding="utf-8-sig")
    assert read_text(path) == read_text(str(path)) == "{}"


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes(b'{"name": "Zo\xeb"}')
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(10_000_001)
    for name in ("latin.json", "huge.json", "missing.json", "nul\0.json", "."):
        with pytest.raises(InputError):
            read_text(str(tmp_path / name))


def test_a_free_path_is_never_one_that_is_there(tmp_path: Path) -> None:
    wanted = tmp_path / "labels.pdf"
    assert free_path(wanted) == wanted
    for _ in range(3):
        free_path(wanted).touch()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "labels-2.pdf", "labels-3.pdf", "labels.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ORD-1001", "ORD-1001"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ann O'Neill / Leeds", "Ann-O-Neill-Leeds"),
        ("...", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_part_of_a_file_name_is_safe_everywhere(text: str, name: str) -> None:
    assert safe_name(text) == name
