"""What the operating system says about files, as errors of Postroom."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.errors import DiskFull, FolderReadOnly, StorageError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR}
_TRY_AGAIN = "Try again. If it stays like this, restart Postroom."


@contextmanager
def disk_errors_told(path: Path) -> Iterator[None]:
    """Turns an OSError about `path` into DiskFull, FolderReadOnly or StorageError."""
    try:
        yield
    except OSError as failure:
        raise disk_error(failure, path) from failure


def disk_error(failure: OSError, path: Path) -> StorageError:
    """The error for what the operating system said about a file or folder."""
    if failure.errno in _NO_ROOM:
        return DiskFull(f"There is no room for {path.name}: the disk is full.")
    if failure.errno in _NOT_ALLOWED:
        return FolderReadOnly(f"Postroom may not write to {path.parent}.")
    if failure.errno in _IN_THE_WAY:
        return FolderReadOnly(f"Something else is in the way of {path}.")
    return StorageError(
        f"{path.name} could not be read or written: {failure.strerror or failure}.",
        advice=_TRY_AGAIN,
    )
