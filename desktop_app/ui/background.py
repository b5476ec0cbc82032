"""The one door for slow work: a job runs in a thread and speaks to the window by signals.

    job = background.start(work, done=self._show_quotes, failed=self._banner.show_error,
                           name=self.tr("Getting quotes"))

The job is made in the window's thread, connected to bound methods of QObjects, and only then
started: its signals reach the window's thread, and a receiver that is gone is not called. `work`
gets a `Progress` to report to and to ask whether it should stop. Work in Python shares one lock
with the window, so long calculations belong in pieces with `progress.check()` between them.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from desktop_app.domain.errors import Cancelled

T = TypeVar("T")
_AT_ONCE = 8


@dataclass(frozen=True)
class Report:
    """What a job last said; `total` 0 means that nobody knows how much there is."""

    text: str = ""
    done: int = 0
    total: int = 0


class Progress:
    """The job's side for the work: called in the worker's thread."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._latest = Report()
        self._told = True

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is going on. Cheap: the window is told of the latest report only."""
        with self._lock:
            self._latest = Report(text, done, total)
            tell, self._told = self._told, False
        if tell and not self._stop.is_set():
            self._tell()

    def check(self) -> None:
        """Raise `Cancelled` if the user wants it stopped."""
        if self._stop.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Pause; raise `Cancelled` at once when the user wants it stopped."""
        if self._stop.wait(seconds):
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to end."""
        self._stop.set()

    def take(self) -> Report:
        """The latest report, for the window."""
        with self._lock:
            self._told = True
            return self._latest


class Job(QObject, Generic[T]):
    """One piece of slow work, as the window sees it. Made by `Background.start` only."""

    progressed = Signal(object)
    _told = Signal()
    _returned = Signal(object)
    _raised = Signal(object)
    _done = Signal(object)
    _failed = Signal(object)
    _cancelled = Signal()
    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.latest = Report()
        self.is_running = True
        self._progress = Progress(self._told.emit)
        self._told.connect(self._pass_on)
        self._returned.connect(self._succeed)
        self._raised.connect(self._fail)

    def cancel(self) -> None:
        """Ask it to stop; from now on neither `done` nor `failed` is called."""
        if not self.is_running:
            return
        self._progress.stop()
        self.is_running = False
        self._ended.emit(self)
        self._cancelled.emit()

    def run(self, work: Callable[[Progress], T], slots: threading.Semaphore) -> None:
        """The worker's thread, from start to end."""
        try:
            with slots:
                self._progress.check()
                result = work(self._progress)
        except Cancelled as error:
            self._speak(self._raised, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the window has to be told
            self._speak(self._raised, error)
        else:
            self._speak(self._returned, result)

    def _speak(self, signal: SignalInstance, outcome: object) -> None:
        """Nothing is said once the job was given up: the window may be gone."""
        if self.is_running:
            signal.emit(outcome)

    @Slot()
    def _pass_on(self) -> None:
        self.latest = self._progress.take()
        if self.is_running:
            self.progressed.emit(self.latest)

    @Slot(object)
    def _succeed(self, result: T) -> None:
        if self._end():
            self._done.emit(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self._end():
            self._cancelled.emit() if isinstance(error, Cancelled) else self._failed.emit(error)

    def _end(self) -> bool:
        """Whether it was still running, and so has something to tell."""
        was_running, self.is_running = self.is_running, False
        if was_running:
            self._ended.emit(self)
        return was_running


class Background(QObject):
    """Starts jobs and knows which are running. `changed` tells of every start, step and end,
    `failed(error)` of every failure, whoever else is told of it."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job[object]] = []
        self._threads: list[tuple[threading.Thread, Job[object]]] = []
        self._slots = threading.Semaphore(_AT_ONCE)

    @property
    def running(self) -> tuple[Job[object], ...]:
        """Jobs that are neither done nor given up, oldest first: `.name`, `.latest`."""
        return tuple(self._jobs)

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
        progress: Callable[[Report], None] | None = None,
        name: str,
    ) -> Job[T]:
        """Run `work` in a thread; every other callable is a bound method of a QObject.

        `name` is what the status line says, as "Getting quotes". Raises TypeError for a callable
        that would still be called after its widget is gone (a lambda, a function).
        """
        job: Job[T] = Job(name, self)
        _connect(job._done, done)  # noqa: SLF001 - the two classes are one mechanism
        _connect(job._failed, failed)  # noqa: SLF001
        if cancelled:
            _connect(job._cancelled, cancelled)  # noqa: SLF001
        if progress:
            _connect(job.progressed, progress)
        job.progressed.connect(self._step)
        job._failed.connect(self.failed)  # noqa: SLF001
        job._ended.connect(self._forget)  # noqa: SLF001
        self._sweep()
        self._jobs.append(job)  # type: ignore[arg-type]
        thread = threading.Thread(
            target=job.run, args=(work, self._slots), name=f"job: {name}", daemon=True
        )
        self._threads.append((thread, job))  # type: ignore[arg-type]
        thread.start()
        self.changed.emit()
        return job

    def wait_for_all(self, seconds: float = 5.0) -> bool:
        """Wait until every thread has ended; False if one still runs after that time."""
        end = time.monotonic() + seconds
        for thread, _job in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread, _job in self._threads)

    def close(self, seconds: float = 5.0) -> bool:
        """Give every job up and wait for the threads; what does not end dies with the program."""
        for job in self.running:
            job.cancel()
        return self.wait_for_all(seconds)

    @Slot(object)
    def _step(self, _report: Report) -> None:
        self.changed.emit()

    @Slot(object)
    def _forget(self, job: Job[object]) -> None:
        self._jobs.remove(job)
        self._sweep()
        self.changed.emit()

    def _sweep(self) -> None:
        """Let go of jobs that are over, here in the window's thread, never in a worker's."""
        over = [pair for pair in self._threads if not pair[0].is_alive() and not pair[1].is_running]
        for pair in over:
            self._threads.remove(pair)
            pair[1].deleteLater()


def _connect(signal: SignalInstance, receiver: Callable[..., None]) -> None:
    if not isinstance(getattr(receiver, "__self__", None), QObject):
        raise TypeError(f"{receiver!r} is not a bound method of a QObject")
    signal.connect(receiver)
