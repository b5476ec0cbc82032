"""How a practice service behaves: delays, lifetimes and its clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """All in seconds; `clock` gives Unix time and may be turned by a test."""

    labels_delay: float = 2.0
    token_lifetime: int = 7200
    tracking_step: float = 60.0
    clock: Callable[[], float] = time.time
