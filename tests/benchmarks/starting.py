"""How long the window and a list of 10,000 take, and how much memory, against a bare window."""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desktop_app.app import open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.settings import Settings
from desktop_app.services.examples import practice_parcel

RUNS = 5
COUNT = 10_000


class Ratios(NamedTuple):
    """Ours divided by the bare window's, medians of several runs in turn."""

    on_screen: float
    filled: float
    memory: float


def window_against_bare() -> Ratios:
    """Both programs in turn, so that whatever else the machine does meets both."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        bare, ours = [], []
        _measure("tests.benchmarks.our_window", folder)  # writes the byte code
        for _ in range(RUNS):
            bare.append(_measure("tests.benchmarks.bare_window"))
            ours.append(_measure("tests.benchmarks.our_window", folder))
    one, two = _medians(bare), _medians(ours)
    return Ratios(two[0] / one[0], two[1] / one[1], two[2] / one[2])


def fill(folder: Path) -> None:
    """A data folder with so many shipments, copied inside the database."""
    office = open_office(Arguments(data_dir=folder))
    try:
        office.settings.save(Settings(welcomed=True))
        office.drafts.new(practice_parcel())
    finally:
        office.close()
    with closing(sqlite3.connect(folder / "postroom.db")) as database, database:
        database.row_factory = sqlite3.Row
        row = dict(database.execute("SELECT * FROM shipments").fetchone())
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        rows = (tuple({**row, "id": f"s{number}"}.values()) for number in range(COUNT))
        database.executemany(f"INSERT INTO shipments ({names}) VALUES ({marks})", rows)  # noqa: S608


def _measure(module: str, *arguments: str) -> tuple[float, float, float]:
    """With the byte code that every installed program has, whatever this shell asks for."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BEGUN": str(time.time())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    first, second, third = (float(part) for part in done.stdout.split())
    return first, second, third


def _medians(found: list[tuple[float, float, float]]) -> list[float]:
    return [statistics.median(column) for column in zip(*found, strict=True)]
