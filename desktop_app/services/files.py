"""Writing a file a user asked for: whole or not at all, with a sentence when it fails."""

import contextlib
import errno
import os
import uuid
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the target, syncs, renames; raises DiskFull, FolderReadOnly, StorageError."""
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as failure:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise storage_error(failure, path) from failure


def storage_error(failure: OSError, path: Path) -> StorageError:
    """The sentence for what the disk said."""
    if failure.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(f"There is no room for {path.name}: the disk is full.")
    if failure.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FolderReadOnly(f"Postroom may not write into {path.parent}.")
    return StorageError(f"{path.name} could not be written: {failure.strerror or failure}.")
