"""One call to a shop, its answer, and how long all of it may take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from desktop_app.domain.errors import TimedOut

USUAL_SECONDS = 30.0
LIST_SECONDS = 90.0


@dataclass(frozen=True)
class Call:
    """`what` says in the user's words what is asked for; `path` begins behind the base address.

    `repeatable`: it changes nothing at the shop, so that it may be sent again. `body` is sent as
    JSON; None sends none. `headers` come on top of the shop's own.
    """

    method: str
    path: str
    what: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = USUAL_SECONDS
    repeatable: bool = False

    @property
    def target(self) -> str:
        """Path and query, every value percent-encoded; colons of a time stay readable."""
        query = urlencode(self.query, quote_via=quote, safe=":,")
        return f"{self.path}?{query}" if query else self.path


@dataclass(frozen=True)
class Answer:
    """One answer, whole; header names are lower case."""

    status: int
    content: bytes
    what: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_web_page(self) -> bool:
        """Whether it is HTML or XML, whatever it says of itself."""
        return self.content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def get(
    path: str, what: str, query: Mapping[str, str] | None = None, seconds: float = USUAL_SECONDS
) -> Call:
    """A call that reads, and may therefore be repeated."""
    return Call("GET", path, what, query or {}, seconds=seconds, repeatable=True)


def segment(value: str, safe: str = "") -> str:
    """An id as one part of a path, whatever is in it; dots alone would lead elsewhere."""
    return "%2E" * len(value) if value in {".", ".."} else quote(value, safe=safe)


class Deadline:
    """When a call has to be over; measured by a clock that nobody sets."""

    def __init__(self, seconds: float, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds until then, 0 once it is over."""
        return max(0.0, self._end - self._monotonic())

    def check(self, shop: str) -> None:
        """Raises TimedOut once it is over."""
        if self.left() <= 0:
            raise TimedOut(f"{shop} did not answer in time.")
