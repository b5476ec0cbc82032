"""Turns what httpx and the service say into the failures of `domain/errors.py`; needs httpx."""

import socket
import ssl
from collections.abc import Callable
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
    Refused,
    ScopeMissing,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.field_map import problems_in

_NEVER_SENT = (httpx.ConnectTimeout, httpx.PoolTimeout)


def connection_error(failure: httpx.HTTPError | httpx.InvalidURL, host: str) -> PostroomError:
    """The failure for a call that brought no whole answer."""
    if isinstance(failure, httpx.TimeoutException):
        sent = not isinstance(failure, _NEVER_SENT)
        return TimedOut(f"{host} did not answer in time.", may_have_arrived=sent)
    if isinstance(failure, httpx.ProxyError):
        return ProxyRefused("The proxy did not let Postroom through.", may_have_arrived=False)
    if isinstance(failure, httpx.ConnectError):
        return _not_connected(failure, host)
    if isinstance(failure, (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError)):
        return NoConnection(f"The address of {host} cannot be used.", may_have_arrived=False)
    if isinstance(failure, httpx.DecodingError):
        return AnswerNotUnderstood(f"The answer of {host} could not be unpacked.")
    return ConnectionCut(f"The connection to {host} broke off before the answer was there.")


def _not_connected(failure: httpx.ConnectError, host: str) -> NoConnection:
    causes = _chain(failure)
    if any(isinstance(one, ssl.SSLError) for one in causes) or "CERTIFICATE" in str(failure):
        return NotTrusted(f"The certificate of {host} is not trusted.", may_have_arrived=False)
    if any(isinstance(one, socket.gaierror) for one in causes):
        return NameNotFound(f"No address is known for {host}.", may_have_arrived=False)
    return NoConnection(f"{host} cannot be reached.", may_have_arrived=False)


def _chain(failure: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    cause: BaseException | None = failure
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found


def refusal(answer: Answer) -> PostroomError:
    """The failure for an answer that is not a success."""
    status = answer.status
    if told := _BY_STATUS.get(status):
        return told()
    problems = problems_in(answer.json)
    sentence = problems[0].message if problems else ""
    if status == httpx.codes.NOT_FOUND:
        return NotFound(sentence or "Parcel2Go has no such thing, or not yet.", problems)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return TooManyRequests(_SLOW_DOWN, retry_after=retry_after(answer))
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return ServiceBroken(f"Parcel2Go answered with a fault ({status}).", status=status)
    if status >= httpx.codes.BAD_REQUEST and answer.json is not None:
        return Refused(sentence or f"Parcel2Go refused this ({status}).", problems)
    return AnswerNotUnderstood(f"Parcel2Go gave an unexpected answer ({status}).", status=status)


_SLOW_DOWN = "Parcel2Go asks Postroom to slow down."
_BY_STATUS: dict[int, Callable[[], PostroomError]] = {
    401: lambda: NotSignedIn("Parcel2Go does not accept the sign-in any more."),
    403: lambda: ScopeMissing("These credentials may not do this."),
    407: lambda: ProxyRefused("The proxy asks for a password.", may_have_arrived=False),
}


def retry_after(answer: Answer) -> float | None:
    """The seconds that `Retry-After` asks for, as a number or as a date; None without it."""
    value = answer.headers.get("Retry-After", "")
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
