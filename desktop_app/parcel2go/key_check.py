"""Tries a key within eight seconds altogether, and says what is wrong with it."""

import threading
from concurrent.futures import Future

from desktop_app.domain.errors import NotSignedIn, PostroomError, ScopeMissing, TimedOut
from desktop_app.parcel2go.call import Deadline
from desktop_app.parcel2go.prepay import check_key
from desktop_app.parcel2go.transport import Transport

CHECK_SECONDS = 8.0


def check(transport: Transport, seconds: float = CHECK_SECONDS) -> None:
    """Signs in and reads something small; raises what is wrong.

    It works in a thread of its own, because looking up a name has no time-out; that thread ends
    with the look-up.
    """
    outcome: Future[None] = Future()
    work = threading.Thread(
        target=_try, args=(transport, seconds, outcome), name="key-check", daemon=True
    )
    work.start()
    try:
        outcome.result(seconds + 0.5)
    except TimeoutError as failure:
        message = f"Parcel2Go did not answer within {seconds:.0f} seconds."
        raise TimedOut(message, may_have_arrived=False) from failure


def _try(transport: Transport, seconds: float, outcome: "Future[None]") -> None:
    try:
        _check(transport, transport.deadline(seconds))
    except PostroomError as failure:
        outcome.set_exception(failure)
    else:
        outcome.set_result(None)


def _check(transport: Transport, deadline: Deadline) -> None:
    try:
        check_key(transport, deadline)
    except ScopeMissing:
        raise
    except NotSignedIn as failure:
        name = transport.tokens.other_environment(deadline)
        if not name:
            raise
        message = f"This key is for {name}, not for {transport.account.environment.capitalize()}."
        raise NotSignedIn(message, advice=f"Choose {name}, or enter another key.") from failure
