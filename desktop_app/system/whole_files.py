"""Writes a file whole or not at all: beside it first, synced, then renamed over it."""

import contextlib
import os
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

Opener = Callable[[Path], BinaryIO]
_TRIES, _PAUSE_SECONDS = 40, 0.025


def open_new(path: Path) -> BinaryIO:
    """A new file for writing bytes."""
    return path.open("xb")


def write_whole(path: Path, content: bytes, opener: Opener = open_new) -> None:
    """Put `content` at `path`, whose folder is made if need be.

    However it ends, by a power cut too, the file is as it was or has all of it. Raises OSError;
    nothing half written is left then.
    """
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opener(temporary) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _move(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _move(source: Path, target: Path) -> None:
    """Rename over the target.

    Windows refuses while anyone reads the target, a virus scanner for instance: it is asked again
    for up to a second.
    """
    for _ in range(_TRIES if sys.platform == "win32" else 0):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    source.replace(target)
