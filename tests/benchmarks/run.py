"""Prints every figure as a ratio within this run, with its aim; `python3 tasks.py bench`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop_app.domain.paper import LabelPaper
from tests.benchmarks.day import PARCELS, a_day
from tests.benchmarks.day_labels import labels_against_qpdf
from tests.benchmarks.holding import longest_hold
from tests.benchmarks.imports import import_against_bare_rows
from tests.benchmarks.starting import window_against_bare
from tests.benchmarks.waiting import booking_against_waiting


def main() -> int:
    """All of them; a figure over its aim is marked, and fails nothing: machines differ."""
    starting = window_against_bare()
    _say("window on screen, against a bare QMainWindow", starting.on_screen, 1.5)
    _say("list of 10,000 shipments filled, against the same", starting.filled, 3.0)
    _say("memory with 10,000 shipments, against the same", starting.memory, None)
    held, what = longest_hold()
    _say(f"longest hold of the UI thread, against 50 ms (at: {what})", held, 1.0)
    _say("quote to labels, against the service's own waiting", booking_against_waiting(), 1.1)
    day = a_day()
    _say(f"a day of {PARCELS} parcels, against four requests at once", day.time, 1.15)
    _say("longest hold of the UI thread in it, against 50 ms", day.hold, 1.0)
    _say("memory after it, against before", day.memory, None)
    for paper in (LabelPaper.A4, LabelPaper.SIX_BY_FOUR):
        _say(f"500 labels on {paper}, against qpdf", labels_against_qpdf(paper), 1.0)
    slips = labels_against_qpdf(LabelPaper.SIX_BY_FOUR, slips=True)
    _say("500 labels and packing slips on 4x6, against qpdf without slips", slips, None)
    _say("10,000 rows of an order file, against csv and sqlite3", import_against_bare_rows(), 3.0)
    return 0


def _say(what: str, ratio: float | None, aim: float | None) -> None:
    if ratio is None:
        print(f"     –   {what}: not installed", flush=True)  # noqa: T201 - the answer
        return
    mark = "" if aim is None else f"   aim {aim:.2f}{'' if ratio <= aim else '   OVER'}"
    print(f"{ratio:6.2f}   {what}{mark}", flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    sys.exit(main())
