"""A confirmed day on the disk: each row by itself, found again after a crash."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.day_run import DayRow, DayRun, RowState
from desktop_app.domain.errors import InputError
from desktop_app.storage.database import Database
from desktop_app.storage.day_runs import SqlDayRuns
from tests.storage.samples import NOW

ROWS = tuple(DayRow(shipment_id=one, agreed=Decimal("3.11")) for one in ("c", "a", "b"))
RUN = DayRun(id="run-1", account_id="practice", begun_at=NOW, rows=ROWS)


@pytest.fixture
def runs(database: Database) -> SqlDayRuns:
    return SqlDayRuns(database)


def test_a_day_comes_back_as_it_was_in_its_order(runs: SqlDayRuns) -> None:
    runs.begin(RUN)
    assert runs.get("run-1") == RUN
    assert runs.unfinished("practice") == RUN
    assert runs.unfinished("live") is None


def test_each_row_is_written_by_itself(runs: SqlDayRuns) -> None:
    runs.begin(RUN)
    done = ROWS[1].model_copy(update={"state": RowState.DONE, "paid": Decimal("3.10")})
    failed = ROWS[2].model_copy(update={"state": RowState.FAILED, "words": "Not there."})
    runs.put("run-1", done)
    runs.put("run-1", failed)
    assert runs.get("run-1").rows == (ROWS[0], done, failed)


def test_one_that_is_over_is_not_gone_on_with(runs: SqlDayRuns) -> None:
    runs.begin(RUN)
    runs.end("run-1", NOW + timedelta(minutes=3))
    assert runs.unfinished("practice") is None
    assert runs.get("run-1").ended_at == NOW + timedelta(minutes=3)


def test_a_new_day_gives_up_what_was_open_of_the_same_account(runs: SqlDayRuns) -> None:
    later = NOW + timedelta(hours=1)
    other = RUN.model_copy(update={"id": "run-2", "account_id": "live"})
    new = RUN.model_copy(update={"id": "run-3", "begun_at": later})
    for run in (RUN, other, new):
        runs.begin(run)
    assert runs.unfinished("practice") == new
    assert runs.unfinished("live") == other
    assert runs.get("run-1").ended_at == later


def test_an_unknown_one_is_said(runs: SqlDayRuns) -> None:
    with pytest.raises(InputError, match="no day run-9"):
        runs.get("run-9")
