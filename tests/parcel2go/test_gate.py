"""Four questions at once, fewer after a 429, and the service's own pause for everybody."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

import pytest

from desktop_app.domain.errors import Cancelled, TooManyRequests
from desktop_app.parcel2go.gate import AT_ONCE, Gate
from tests.parcel2go.conftest import Pauses


class Crowd:
    """Threads that all want a place; each that got one stays until it is let go."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._inside = threading.Semaphore(0)
        self._go = threading.Event()
        self._lock = threading.Lock()
        self.here = self.most = 0

    @contextmanager
    def of(self, number: int) -> Iterator[None]:
        """So many, and all of them gone at the end."""
        with ThreadPoolExecutor(number) as pool:
            jobs = [pool.submit(self._ask) for _ in range(number)]
            try:
                yield
            finally:
                self._go.set()
                for job in jobs:
                    with suppress(Cancelled):
                        job.result(10)

    def wait_for(self, number: int) -> None:
        """Until so many have come in."""
        for _ in range(number):
            assert self._inside.acquire(timeout=10)

    def _ask(self) -> None:
        with self._gate.place():
            with self._lock:
                self.here += 1
                self.most = max(self.most, self.here)
            self._inside.release()
            assert self._go.wait(10)
            with self._lock:
                self.here -= 1


@pytest.fixture
def gate(pauses: Pauses) -> Gate:
    return Gate(pauses, lambda: 100.0)


def refused(gate: Gate, seconds: float | None = None) -> None:
    """A question that the service answers with 429."""
    with pytest.raises(TooManyRequests), gate.place(is_new=False):
        raise TooManyRequests("Too many.", retry_after=seconds)


def good(gate: Gate, times: int) -> None:
    for _ in range(times):
        with gate.place(is_new=False):
            pass


def most_at_once(gate: Gate, expected: int) -> int:
    """How many of eight get in while none leaves."""
    crowd = Crowd(gate)
    with crowd.of(8):
        crowd.wait_for(expected)
    return crowd.most


def test_four_at_once(gate: Gate) -> None:
    assert most_at_once(gate, AT_ONCE) == AT_ONCE == 4


@pytest.mark.parametrize(("refusals", "left"), [(1, 2), (2, 1), (5, 1)])
def test_each_429_halves_them(gate: Gate, refusals: int, left: int) -> None:
    for _ in range(refusals):
        refused(gate)
    crowd = Crowd(gate)
    with crowd.of(left):
        crowd.wait_for(left)
        assert crowd.here == left
    assert gate._limit == left


def test_good_answers_open_it_again(gate: Gate) -> None:
    refused(gate)
    good(gate, 7)
    assert gate._limit == 2
    good(gate, 1)
    assert gate._limit == 3
    good(gate, 100)
    assert gate._limit == AT_ONCE


def test_everybody_new_waits_as_long_as_the_service_asks(gate: Gate, pauses: Pauses) -> None:
    refused(gate, 7)
    refused(gate, 3)
    with gate.place(is_new=False):
        assert pauses.seconds == []
    with gate.place():
        assert pauses.seconds == [7.0]


def test_a_pause_of_an_hour_is_not_sat_out(gate: Gate, pauses: Pauses) -> None:
    refused(gate, 3600)
    with gate.place():
        assert pauses.seconds == []


def test_a_closed_gate_lets_nobody_in(gate: Gate) -> None:
    crowd = Crowd(gate)
    with crowd.of(8):
        crowd.wait_for(4)
        gate.close()
    assert crowd.most == 4
    with pytest.raises(Cancelled), gate.place():
        pass
