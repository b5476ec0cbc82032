"""How a practice service behaves: delays, lifetimes and its clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass

# Told "before" and "after" the work for a request, its method and path; answers whether it goes on.
Watch = Callable[[str, str, str], bool]


@dataclass(frozen=True)
class Settings:
    """All in seconds; `clock` gives Unix time and may be turned by a test.

    `watch` is asked at both ends of the work for each request; where it says no, the connection
    is cut there.
    """

    labels_delay: float = 2.0
    token_lifetime: int = 7200
    tracking_step: float = 60.0
    clock: Callable[[], float] = time.time
    watch: Watch | None = None
