"""How many questions are asked at once: four, and fewer while the service asks for less."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.domain.errors import Cancelled, TooManyRequests

AT_ONCE = 4
# So many good answers in a row, and one more may be asked at the same time again.
_GOOD_ONES = 8
# A longer pause is not sat out: who was refused says so, and the user asks again when he likes.
_LONGEST_HOLD = 20.0


class Gate:
    """Every question of an account goes through it, from whichever thread.

    After a 429 half as many are let in, and nobody new before the service's `Retry-After` is
    over, if that is a matter of seconds; whoever was told to wait does so himself before he comes
    back. What is asked only once, as a payment, does not queue here: it is sent when it was
    promised to be, or not at all.
    """

    def __init__(
        self, wait: Callable[[float], None], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._wait = wait
        self._monotonic = monotonic
        self._changed = threading.Condition()
        self._limit = AT_ONCE
        self._inside = 0
        self._good = 0
        self._held_until = 0.0
        self._is_closed = False

    @contextmanager
    def place(self, *, is_new: bool = True) -> Iterator[None]:
        """One place, for as long as the question takes; Cancelled when the gate is closed."""
        if is_new and (seconds := self._held_until - self._monotonic()) > 0:
            self._wait(seconds)
        self._enter()
        try:
            yield
        except TooManyRequests as refusal:
            self._slow_down(refusal.retry_after or 0.0)
            raise
        else:
            self._go_well()
        finally:
            self._leave()

    @contextmanager
    def passing(self) -> Iterator[None]:
        """For what does not queue: it is counted, so that others wait the longer."""
        with self._changed:
            self._inside += 1
        try:
            yield
        finally:
            self._leave()

    def close(self) -> None:
        """Lets nobody in any more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def _enter(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._inside < self._limit)
            if self._is_closed:
                raise Cancelled
            self._inside += 1

    def _leave(self) -> None:
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def _slow_down(self, seconds: float) -> None:
        with self._changed:
            self._limit = max(1, self._limit // 2)
            self._good = 0
            if seconds <= _LONGEST_HOLD:
                self._held_until = max(self._held_until, self._monotonic() + seconds)

    def _go_well(self) -> None:
        with self._changed:
            self._good += 1
            if self._good >= _GOOD_ONES and self._limit < AT_ONCE:
                self._limit, self._good = self._limit + 1, 0
                self._changed.notify_all()
