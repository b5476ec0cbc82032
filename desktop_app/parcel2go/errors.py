"""Maps every failure of the connection and every status of the service to the domain's tree.

connect / pool time-out      TimedOut, certainly not arrived
read / write time-out        TimedOut
no such name                 NameNotFound, certainly not arrived
certificate not trusted      NotTrusted, certainly not arrived
other failure to connect     NoConnection, certainly not arrived
proxy said no, 407           ProxyRefused, certainly not arrived
broken off                   ConnectionCut
400, other 4xx               Refused, each problem at its field (field_map.py)
401                          NotSignedIn
403                          ScopeMissing
404                          NotFound
408                          TimedOut
429                          TooManyRequests, with what `Retry-After` says
5xx                          ServiceBroken, with its status
3xx, and what is no JSON     AnswerNotUnderstood
"""

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NameNotFound,
    NoConnection,
    NotFound,
    NotSignedIn,
    NotTrusted,
    PostroomError,
    ProxyRefused,
    ScopeMissing,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.parcel2go.answer import Answer

LONGEST_WAIT = 3600.0
_PROXY = "The proxy between this computer and Parcel2Go refused the connection."


def _connect(failure: Exception) -> PostroomError:
    causes = tuple(_causes(failure))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return NameNotFound("Parcel2Go's address was not found.", may_have_arrived=False)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        message = "The certificate that answered for Parcel2Go is not trusted. Nothing was sent."
        return NotTrusted(message, may_have_arrived=False)
    return NoConnection("Parcel2Go could not be reached.", may_have_arrived=False)


def _not_reached_in_time(_failure: Exception) -> PostroomError:
    return TimedOut("Parcel2Go could not be reached in time.", may_have_arrived=False)


def _no_answer_in_time(_failure: Exception) -> PostroomError:
    return TimedOut("Parcel2Go did not answer in time.")


def _proxy(_failure: Exception) -> PostroomError:
    return ProxyRefused(_PROXY, may_have_arrived=False)


def _cut(_failure: Exception) -> PostroomError:
    return ConnectionCut("The connection to Parcel2Go broke off.")


def _address(_failure: Exception) -> PostroomError:
    return NoConnection("The address of the service cannot be used.", may_have_arrived=False)


def _garbled(_failure: Exception) -> PostroomError:
    return AnswerNotUnderstood("Parcel2Go's answer is garbled.")


FAILURES: dict[type[Exception], Callable[[Exception], PostroomError]] = {
    httpx.ConnectTimeout: _not_reached_in_time,
    httpx.PoolTimeout: _not_reached_in_time,
    httpx.ReadTimeout: _no_answer_in_time,
    httpx.WriteTimeout: _no_answer_in_time,
    httpx.TimeoutException: _no_answer_in_time,
    httpx.ConnectError: _connect,
    httpx.ReadError: _cut,
    httpx.WriteError: _cut,
    httpx.CloseError: _cut,
    httpx.NetworkError: _cut,
    httpx.RemoteProtocolError: _cut,
    httpx.LocalProtocolError: _cut,
    httpx.ProtocolError: _cut,
    httpx.TransportError: _cut,
    httpx.ProxyError: _proxy,
    httpx.UnsupportedProtocol: _address,
    httpx.InvalidURL: _address,
    httpx.DecodingError: _garbled,
    httpx.TooManyRedirects: _garbled,
    httpx.RequestError: _cut,
    httpx.HTTPError: _cut,
}
"""What each of httpx's errors becomes. Those that are not here are faults of our own code."""


def failure_of(failure: Exception) -> PostroomError:
    """The domain's error for one of httpx's, by the nearest class that is mapped."""
    for kind in type(failure).__mro__:
        if kind in FAILURES:
            return FAILURES[kind](failure)
    raise failure


def check_status(answer: Answer) -> None:
    """Raises what the status means; a status of 2xx passes."""
    status = answer.status
    if 200 <= status < 300:
        return
    if status in _STATUSES:
        raise _STATUSES[status](answer)
    if status >= 500:
        raise ServiceBroken(_fault(answer), status=status)
    if status < 400:
        message = f"Parcel2Go sent the question about {answer.what} elsewhere. It did not go there."
        raise AnswerNotUnderstood(message, status=status)


def retry_after(answer: Answer) -> float | None:
    """The seconds `Retry-After` asks for, at most an hour; None when it says nothing usable.

    A date is held against the answer's own `Date`, since this computer's clock may be wrong.
    """
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), LONGEST_WAIT)
    until = _date(said)
    if until is None:
        return None
    now = _date(answer.headers.get("date", "")) or datetime.now(UTC)
    return min(max(0.0, (until - now).total_seconds()), LONGEST_WAIT)


def _fault(answer: Answer) -> str:
    return f"Parcel2Go has a fault at the moment ({answer.status}): {answer.what} did not come."


def _not_signed_in(_answer: Answer) -> PostroomError:
    return NotSignedIn("Parcel2Go does not accept the sign-in (any more).")


def _scope_missing(_answer: Answer) -> PostroomError:
    return ScopeMissing("Parcel2Go does not allow these credentials to do this.")


def _not_found(answer: Answer) -> PostroomError:
    return NotFound(f"Parcel2Go does not have {answer.what}.")


def _too_many(answer: Answer) -> PostroomError:
    seconds = retry_after(answer)
    message = "Parcel2Go asks for a pause: too many requests came from this account."
    return TooManyRequests(message, retry_after=seconds)


def _proxy_status(_answer: Answer) -> PostroomError:
    return ProxyRefused(_PROXY, may_have_arrived=False)


def _gave_up(_answer: Answer) -> PostroomError:
    return TimedOut("Parcel2Go gave up waiting for the request.")


_STATUSES: dict[int, Callable[[Answer], PostroomError]] = {
    401: _not_signed_in,
    403: _scope_missing,
    404: _not_found,
    407: _proxy_status,
    408: _gave_up,
    429: _too_many,
}


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _causes(failure: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while failure is not None and id(failure) not in seen:
        seen.add(id(failure))
        yield failure
        failure = failure.__cause__ or failure.__context__
