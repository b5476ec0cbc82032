"""Slow work: told in the window's thread, stopped when asked, silent to what is gone."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import NoConnection
from desktop_app.ui.background import Background, Progress, Report


class Listener(QObject):
    """Keeps what it was told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.reports: list[Report] = []
        self.cancels = 0
        self.threads: set[QThread] = set()

    @Slot(object)
    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def progress(self, report: Report) -> None:
        self.reports.append(report)
        self.threads.add(QThread.currentThread())

    @Slot()
    def cancelled(self) -> None:
        self.cancels += 1


def test_a_result_arrives_in_the_windows_thread(qtbot: QtBot, background: Background) -> None:
    here = Listener()

    def work(progress: Progress) -> int:
        progress.report("Half", 1, 2)
        return 42

    job = background.start(
        work, done=here.done, failed=here.failed, progress=here.progress, name="Counting"
    )
    assert job.is_running
    assert [running.name for running in background.running] == ["Counting"]
    qtbot.waitUntil(lambda: here.results == [42])
    assert here.reports == [Report("Half", 1, 2)]
    assert here.threads == {background.thread()}
    assert background.running == ()
    assert not job.is_running


@pytest.mark.parametrize("error", [NoConnection("No connection."), ZeroDivisionError("ours")])
def test_a_failure_arrives_whatever_it_is(
    qtbot: QtBot, background: Background, error: Exception
) -> None:
    here = Listener()

    def work(_progress: Progress) -> None:
        raise error

    background.start(work, done=here.done, failed=here.failed, name="Failing")
    qtbot.waitUntil(lambda: here.errors == [error])
    assert here.results == []


def test_a_cancelled_job_stops_waiting_and_tells_nothing_else(
    qtbot: QtBot, background: Background
) -> None:
    here, ended = Listener(), threading.Event()

    def work(progress: Progress) -> None:
        try:
            progress.wait(60)
        finally:
            ended.set()

    job = background.start(
        work, done=here.done, failed=here.failed, cancelled=here.cancelled, name="Waiting"
    )
    job.cancel()
    job.cancel()
    assert background.running == ()
    assert background.wait_for_all()
    assert ended.is_set()
    qtbot.waitUntil(lambda: here.cancels == 1)
    assert here.results == []
    assert here.errors == []


def test_work_that_overlooks_the_wish_is_not_heard(qtbot: QtBot, background: Background) -> None:
    here, go = Listener(), threading.Event()

    def work(_progress: Progress) -> str:
        go.wait(10)
        return "too late"

    job = background.start(work, done=here.done, failed=here.failed, name="Stubborn")
    job.cancel()
    go.set()
    assert background.wait_for_all()
    other = Listener()
    background.start(lambda _p: "next", done=other.done, failed=other.failed, name="Next")
    qtbot.waitUntil(lambda: other.results == ["next"])
    assert here.results == []


def test_what_is_gone_is_not_called(qtbot: QtBot, background: Background) -> None:
    gone, here, go = Listener(), Listener(), threading.Event()
    results = gone.results

    def work(_progress: Progress) -> str:
        go.wait(10)
        return "done"

    background.start(work, done=gone.done, failed=gone.failed, name="For nobody")
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    go.set()
    background.start(lambda _p: 1, done=here.done, failed=here.failed, name="After")
    qtbot.waitUntil(lambda: here.results == [1] and background.running == ())
    assert results == []


def test_reports_are_gathered_and_the_last_one_arrives(
    qtbot: QtBot, background: Background
) -> None:
    here = Listener()

    def work(progress: Progress) -> None:
        for at in range(10_000):
            progress.report("Reading", at, 10_000)

    background.start(
        work, done=here.done, failed=here.failed, progress=here.progress, name="Reading"
    )
    qtbot.waitUntil(lambda: here.results == [None])
    assert here.reports[-1] == Report("Reading", 9_999, 10_000)
    assert len(here.reports) < 10_000


def test_only_bound_methods_of_qobjects_are_taken(background: Background) -> None:
    here = Listener()
    with pytest.raises(TypeError, match="bound method"):
        background.start(lambda _p: 1, done=lambda _r: None, failed=here.failed, name="No")
    assert background.running == ()


def test_closing_gives_up_what_runs(background: Background) -> None:
    here = Listener()
    for _ in range(20):
        background.start(
            lambda progress: progress.wait(60), done=here.done, failed=here.failed, name="Long"
        )
    assert background.close()
    assert background.running == ()


def test_every_failure_is_told_to_whoever_watches_all_jobs(
    qtbot: QtBot, background: Background
) -> None:
    here, watcher = Listener(), Listener()
    background.failed.connect(watcher.failed)
    trouble = NoConnection("The service was not reached.")

    def fail(_progress: Progress) -> None:
        raise trouble

    background.start(fail, done=here.done, failed=here.failed, name="Asking")
    qtbot.waitUntil(lambda: here.errors == [trouble])
    assert watcher.errors == [trouble]
