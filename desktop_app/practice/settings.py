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
    is cut there. `token_in_fragment`: a sign-in comes back as OAuth has it, not as the documents
    show it. `webhook_pauses` lie between the tries of one webhook; after the last it is given up.
    """

    labels_delay: float = 2.0
    token_lifetime: int = 7200
    tracking_step: float = 60.0
    clock: Callable[[], float] = time.time
    watch: Watch | None = None
    token_in_fragment: bool = False
    webhook_pauses: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0)
