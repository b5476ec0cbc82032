"""Keeps to the 6,000 calls an hour that ePages allows a token."""

import math
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime

from desktop_app.domain.errors import TooManyRequests
from desktop_app.shops.web.call import Answer
from desktop_app.shops.web.retrying import LONGEST_PAUSE
from desktop_app.shops.web.statuses import seconds_until
from desktop_app.shops.web.transport import Pace, Wait

AN_HOUR = 3600.0
CALLS = 6000
_LEFT = "x-ratelimit-remaining"
# The documents spell the last of the three headers in two ways.
_RESETS = ("x-ratelimit-reset", "x-rate-limit-reset")


class Allowance(Pace):
    """Counts our own calls, and listens to what the shop says is left: others use the token too.

    A call that would be one too many waits until the shop lets it through, if that is a matter
    of seconds; else TooManyRequests says when that is, and nothing is sent.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic, calls: int = CALLS) -> None:
        self._monotonic = monotonic
        self._calls = calls
        self._made: deque[float] = deque()
        self._closed_until = 0.0
        self._lock = threading.Lock()

    def hold(self, wait: Wait) -> None:
        """Waits while nothing is left, then counts the call that follows."""
        while (seconds := self._too_early_by()) > 0:
            if seconds > LONGEST_PAUSE:
                minutes = math.ceil(seconds / 60)
                message = f"ePages allows {CALLS} calls an hour. The next one is in {minutes} min."
                raise TooManyRequests(message, retry_after=seconds)
            wait(seconds)

    def note(self, answer: Answer) -> None:
        """Reads how many calls are left, and until when none; a 429 says that none are."""
        if answer.headers.get(_LEFT, "").strip() != "0" and answer.status != 429:
            return
        said = next((answer.headers[name] for name in _RESETS if name in answer.headers), "")
        seconds = seconds_until(_moment(said), answer)
        if seconds is not None:
            with self._lock:
                self._closed_until = self._monotonic() + seconds

    def _too_early_by(self) -> float:
        with self._lock:
            now = self._monotonic()
            while self._made and self._made[0] <= now - AN_HOUR:
                self._made.popleft()
            if self._closed_until > now:
                return self._closed_until - now
            if len(self._made) >= self._calls:
                return self._made[0] + AN_HOUR - now
            self._made.append(now)
            return 0.0


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
