"""Every answer of the disk has its sentence."""

import errno
from pathlib import Path

import pytest

from desktop_app.domain.disk_errors import disk_error
from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, FolderReadOnly),
        (errno.EROFS, FolderReadOnly),
        (errno.ENOTDIR, FolderReadOnly),
        (errno.EIO, StorageError),
    ],
)
def test_each_code_of_the_system_has_its_error(code: int, kind: type[StorageError]) -> None:
    told = disk_error(OSError(code, "some words"), Path("folder/label.pdf"))
    assert type(told) is kind
    assert "folder" in told.message or "label.pdf" in told.message
    assert told.advice
