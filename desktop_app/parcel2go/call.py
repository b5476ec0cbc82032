"""One call to the service, and how long all of it may take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from desktop_app.domain.errors import TimedOut
from desktop_app.domain.shipment import Shipment

USUAL_SECONDS = 20.0
QUOTE_SECONDS = 45.0


@dataclass(frozen=True)
class Call:
    """`what` says in the user's words what is asked for.

    `repeatable`: it changes nothing at the service, so that it may be sent again. `body` is sent
    as JSON; None sends none. `draft` is what a refusal is about, so that it can name the field.
    """

    method: str
    path: str
    what: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    seconds: float = USUAL_SECONDS
    repeatable: bool = False
    draft: Shipment | None = None

    @property
    def target(self) -> str:
        """Path and query, every value percent-encoded (a hash has `+`, `/` and `=`)."""
        query = {name: value for name, value in self.query.items() if value}
        return self.path + ("?" + urlencode(query, quote_via=quote, safe="") if query else "")


def get(path: str, what: str, query: Mapping[str, str] | None = None) -> Call:
    """A call that reads, and may therefore be repeated."""
    return Call("GET", path, what, query or {}, repeatable=True)


def segment(value: str) -> str:
    """An id as one part of a path, whatever is in it."""
    return quote(value, safe="")


class Deadline:
    """When a call has to be over; measured by a clock that nobody sets."""

    def __init__(self, seconds: float, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds until then, 0 once it is over."""
        return max(0.0, self._end - self._monotonic())

    def check(self) -> None:
        """Raises TimedOut once it is over."""
        if self.left() <= 0:
            raise TimedOut("Parcel2Go did not answer in time.")
