"""Maps every failure of the connection to the domain's tree; statuses are in `statuses.py`.

connect / pool time-out      TimedOut, certainly not arrived
read / write time-out        TimedOut
no such name                 NameNotFound, certainly not arrived
certificate not trusted      NotTrusted, certainly not arrived
other failure to connect     NoConnection, certainly not arrived
proxy said no                ProxyRefused, certainly not arrived
broken off                   ConnectionCut
garbled                      AnswerNotUnderstood
"""

import socket
import ssl
from collections.abc import Callable, Iterator

import httpx

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NameNotFound,
    NoConnection,
    NotTrusted,
    PostroomError,
    ProxyRefused,
    TimedOut,
)

AGAIN = "Check the connection, then try again."


def _connect(shop: str, failure: Exception) -> PostroomError:
    causes = tuple(_causes(failure))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return _unsent(NameNotFound, f"{shop}'s address was not found.")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        message = f"The certificate that answered for {shop} is not trusted. Nothing was sent."
        return NotTrusted(message, may_have_arrived=False)
    return _unsent(NoConnection, f"{shop} could not be reached.")


def _not_reached_in_time(shop: str, _failure: Exception) -> PostroomError:
    return _unsent(TimedOut, f"{shop} could not be reached in time.")


def _no_answer_in_time(shop: str, _failure: Exception) -> PostroomError:
    return TimedOut(f"{shop} did not answer in time.", advice=AGAIN)


def _proxy(shop: str, _failure: Exception) -> PostroomError:
    message = f"The proxy between this computer and {shop} refused the connection."
    advice = "Check the proxy in the system's network settings."
    return ProxyRefused(message, may_have_arrived=False, advice=advice)


def _cut(shop: str, _failure: Exception) -> PostroomError:
    return ConnectionCut(f"The connection to {shop} broke off.", advice=AGAIN)


def _address(shop: str, _failure: Exception) -> PostroomError:
    return _unsent(NoConnection, f"The address of {shop} cannot be used.")


def _garbled(shop: str, _failure: Exception) -> PostroomError:
    return AnswerNotUnderstood(f"{shop}'s answer is garbled.")


def _unsent(kind: type[NoConnection], message: str) -> NoConnection:
    return kind(message, may_have_arrived=False, advice=AGAIN)


FAILURES: dict[type[Exception], Callable[[str, Exception], PostroomError]] = {
    httpx.ConnectTimeout: _not_reached_in_time,
    httpx.PoolTimeout: _not_reached_in_time,
    httpx.TimeoutException: _no_answer_in_time,
    httpx.ConnectError: _connect,
    httpx.ProxyError: _proxy,
    httpx.UnsupportedProtocol: _address,
    httpx.InvalidURL: _address,
    httpx.DecodingError: _garbled,
    httpx.TooManyRedirects: _garbled,
    httpx.HTTPError: _cut,
}
"""What each of httpx's errors becomes, by the nearest class that is here."""


def failure_of(shop: str, failure: Exception) -> PostroomError:
    """The domain's error for one of httpx's; raises what is none of them again."""
    for kind in type(failure).__mro__:
        if kind in FAILURES:
            return FAILURES[kind](shop, failure)
    raise failure


def _causes(failure: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while failure is not None and id(failure) not in seen:
        seen.add(id(failure))
        yield failure
        failure = failure.__cause__ or failure.__context__
