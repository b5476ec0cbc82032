"""Moves a damaged file out of the way under a dated name: it is never thrown away."""

import logging
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from desktop_app.domain.disk_errors import disk_errors_told

log = logging.getLogger(__name__)


def set_aside(path: Path, companions: tuple[str, ...] = ()) -> Path:
    """Rename a file, and those beside it whose names only end longer, such as `-wal`.

    Such as `postroom.db` to `postroom.damaged-20261123-142501.db`. Raises StorageError where the
    system does not let it.
    """
    aside = _free_name(path)
    with disk_errors_told(path):
        for ending in companions:
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + ending))
        path.rename(aside)
    log.warning("%s is damaged and kept as %s", path.name, aside.name)
    return aside


def _free_name(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    names = (f"{path.stem}.damaged-{stamp}{_counted(number)}{path.suffix}" for number in count(1))
    return next(name for name in map(path.with_name, names) if not name.exists())


def _counted(number: int) -> str:
    return f"-{number}" if number > 1 else ""
