"""Files a user names: read with a limit, written whole or not at all, failures in sentences."""

import re
from itertools import chain, count
from pathlib import Path

from desktop_app.domain.disk_errors import disk_error
from desktop_app.domain.errors import DiskFull, InputError, StorageError
from desktop_app.system import whole_files

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
    """Writes a file and its folder; raises DiskFull, FolderReadOnly, StorageError."""
    try:
        whole_files.write_whole(path, content)
    except OSError as failure:
        raise _with_another_place(disk_error(failure, path)) from failure


def safe_name(text: str) -> str:
    """A part of a file name that every system takes, at most 60 letters; "" when none is left."""
    return re.sub(r"[^\w.-]+", "-", text, flags=re.ASCII).strip("-.")[:60]


def free_path(path: Path) -> Path:
    """This path, else the same with "-2", "-3" … before its ending: nothing is written over."""
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain([path], others) if not one.exists())


def _with_another_place(error: StorageError) -> StorageError:
    """A user who named the file can name another."""
    if not isinstance(error, DiskFull):
        error.advice = "Choose another folder, then save it again."
    return error
