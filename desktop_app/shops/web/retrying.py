"""When a call that changes nothing is sent again, and after what pause."""

import random
from collections.abc import Callable
from typing import TypeVar

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NameNotFound,
    NoConnection,
    NotTrusted,
    PostroomError,
    ProxyRefused,
    ServiceBroken,
    TooManyRequests,
)


class LastingFault(ServiceBroken):
    """A fault that the shop will have again as long as it is asked the same."""


_PAUSES = (0.5, 1.0, 2.0)
_JITTER = 0.25
# A longer pause is not sat out: the user is told, and asks again when he likes.
LONGEST_PAUSE = 60.0
# Asking again does not mend these; the user should know at once.
_LASTING = (NameNotFound, NotTrusted, ProxyRefused, AnswerNotUnderstood, LastingFault)
T = TypeVar("T")


def repeat(action: Callable[[], T], wait: Callable[[float], None]) -> T:
    """Does it up to four times, with growing pauses or as long as `Retry-After` asks for.

    Raises the last failure, and at once what asking again does not mend.
    """
    for pause in _PAUSES:
        try:
            return action()
        except (NoConnection, ServiceBroken, TooManyRequests) as failure:
            seconds = _pause(failure, pause)
            if seconds is None:
                raise
        wait(seconds)
    return action()


def _pause(failure: PostroomError, usual: float) -> float | None:
    """How long to wait before the next try; None where there should be none."""
    if isinstance(failure, _LASTING):
        return None
    # Jitter keeps several desks from coming back in step; nothing secret hangs on it.
    jittered = usual * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311
    if isinstance(failure, TooManyRequests) and failure.retry_after is not None:
        asked = failure.retry_after
        return None if asked > LONGEST_PAUSE else max(asked, jittered)
    return jittered
