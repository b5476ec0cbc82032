"""Puts off making a part until somebody uses it, so that the window is on screen first."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


def on_first_use(make: Callable[[], T]) -> T:
    """A stand-in for what `make` returns; it is made once, by the first thread that needs it.

    When making it fails the failure is raised there, and the next use tries again.
    """
    return cast("T", _Later(make))


class _Later:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._made: object = None
        self._lock = threading.RLock()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the part has
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return getattr(self._made, name)
