"""Files a user names: read with a limit, written whole or not at all, failures in sentences."""

import contextlib
import errno
import os
import uuid
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FolderReadOnly, InputError, StorageError

_LARGEST = 10_000_000


def read_text(name: str | Path) -> str:
    """A file's text; raises InputError that says why it cannot be read."""
    path = Path(name)
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path.name} is larger than any draft file.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise InputError(f"{path.name} is not UTF-8 text.") from wrong
    except (OSError, ValueError) as wrong:
        raise InputError(f"{path.name} cannot be read: {wrong}.") from wrong


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
        raise _with_another_place(storage_error(failure, path)) from failure


def _with_another_place(error: StorageError) -> StorageError:
    """A user who named the file can name another."""
    if not isinstance(error, DiskFull):
        error.advice = "Choose another folder, then save it again."
    return error


def storage_error(failure: OSError, path: Path) -> StorageError:
    """The sentence for what the disk said."""
    if failure.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(f"There is no room for {path.name}: the disk is full.")
    if failure.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FolderReadOnly(f"Postroom may not write into {path.parent}.")
    return StorageError(f"{path.name} could not be written: {failure.strerror or failure}.")
