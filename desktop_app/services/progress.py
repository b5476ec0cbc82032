"""A progress for work that nobody watches: commands and tests."""

import threading
from collections.abc import Callable
from contextlib import suppress

from desktop_app.domain.errors import Cancelled
from desktop_app.services.ports import Progress


class QuietProgress:
    """Fills the `Progress` port; each new text goes to `said`, and `stop` ends the work."""

    def __init__(self, said: Callable[[str], None] | None = None) -> None:
        self._said = said
        self._last = ""
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Makes the work raise Cancelled at its next step."""
        self._stopped.set()

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Says a text once."""
        counted = f"{text} ({done} of {total})" if total else text
        if self._said and counted != self._last:
            self._said(counted)
        self._last = counted

    def check(self) -> None:
        """Raises Cancelled once it was stopped."""
        if self._stopped.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Waits, and raises Cancelled as soon as it is stopped."""
        if self._stopped.wait(seconds):
            raise Cancelled


class Unspoken:
    """A part of longer work: it can be stopped with the whole, which alone says how far it is."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Nothing: many parts at once would speak over one another."""

    def check(self) -> None:
        """Raises Cancelled once the whole was stopped."""
        self._whole.check()

    def wait(self, seconds: float) -> None:
        """Waits; raises Cancelled as soon as the whole is stopped."""
        self._whole.wait(seconds)


class InHand:
    """Work that is finished once it is begun: a stop shortens its pauses, nothing else."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """Nothing: the whole says how far it is."""

    def check(self) -> None:
        """Nothing: it is not stopped midway."""

    def wait(self, seconds: float) -> None:
        """Waits, until the whole is stopped."""
        with suppress(Cancelled):
            self._whole.wait(seconds)


class Braked:
    """The whole, which can also be stopped by a brake of one's own and still tell its end."""

    def __init__(self, whole: Progress, brake: threading.Event) -> None:
        self._whole = whole
        self._brake = brake

    def report(self, text: str, done: int = 0, total: int = 0) -> None:
        """As the whole says it."""
        self._whole.report(text, done, total)

    def check(self) -> None:
        """Raises Cancelled once the brake was pulled or the whole was stopped."""
        self._whole.check()
        if self._brake.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Waits; raises Cancelled as soon as it is stopped either way."""
        self.check()
        if self._brake.wait(seconds):
            raise Cancelled
        self._whole.check()
