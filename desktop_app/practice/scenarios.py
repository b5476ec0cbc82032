"""Bad days to order: what the next matching requests shall meet.

`POST /practice/scenarios` takes one of these or a list of them, `DELETE` clears them all:

    {"kind": "latency", "match": "POST /api/quotes", "seconds": 3, "times": 1, "skip": 0}

    match    `METHOD /path` with `*` for anything; left out: `* /api/*`, so not the token endpoint
    times    how many requests it is for (1); 0: all, until cleared
    skip     how many matching requests go by before it begins (0)

    kind             what happens
    latency          waits `seconds`, then works, even when the client is gone by then
    status           answers `status` with `body` (a sentence in JSON) and does no work
    retry_after      answers 429 (or `status`) with `Retry-After: seconds`
    cut_before       breaks the connection before the work is done
    cut_after        does the work, then breaks the connection without an answer
    cut_during       does the work, then breaks it off in the middle of the answer
    body             does the work, then answers something else, by `shape`:
                     `html`, `cut_json` (half the answer), `missing_fields` (without the top-level
                     `fields`, or without any), `bytes`, `empty`; or `body` as it is given,
                     with `status` and `content_type`
    huge             does the work, then answers `megabytes` (50) of JSON
    no_labels        label requests are answered "0 labels yet", or 404 with `"status": 404`
    late_labels      from now on labels come `seconds` after the payment (no match, no times)
    failed_labels    from now on the last `count` labels of an order cannot be made (likewise)
    expire_tokens    no token is known any more when the request comes
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import Field

from desktop_app.practice.received import Received

Kind = Literal[
    "latency", "status", "retry_after", "cut_before", "cut_after", "cut_during", "body", "huge",
    "no_labels", "late_labels", "failed_labels", "expire_tokens",
]  # fmt: skip
Shape = Literal["html", "cut_json", "missing_fields", "bytes", "empty"]


class Scenario(Received):
    """One bad day; see the module's text."""

    kind: Kind
    match: str = "* /api/*"
    times: Annotated[int, Field(ge=0)] = 1
    skip: Annotated[int, Field(ge=0)] = 0
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    status: Annotated[int, Field(ge=200, le=599)] | None = None
    body: str | None = None
    content_type: str = "application/json"
    shape: Shape | None = None
    fields: tuple[str, ...] = ()
    megabytes: Annotated[int, Field(ge=1, le=200)] = 50
    count: Annotated[int, Field(ge=1)] = 1

    def meets(self, method: str, path: str) -> bool:
        """Tell whether it is for such a request."""
        return fnmatchcase(f"{method} {path}", self.match)


class Turn:
    """How often a scenario still waits and still acts."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._skip = scenario.skip
        self._left = scenario.times or -1

    def comes(self) -> bool:
        """Count a matching request; tell whether the scenario acts on it."""
        if self._skip:
            self._skip -= 1
            return False
        if self._left == 0:
            return False
        self._left -= 1
        return True


class ScenarioBook:
    """The scenarios in hand, first come first served."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self.labels_delay: float | None = None
        self.labels_failed = 0

    def add(self, scenarios: Iterable[Scenario]) -> None:
        """Take scenarios in."""
        for scenario in scenarios:
            if scenario.kind == "late_labels":
                self.labels_delay = scenario.seconds
            elif scenario.kind == "failed_labels":
                self.labels_failed = scenario.count
            else:
                self._turns.append(Turn(scenario))

    def clear(self) -> None:
        """Forget all of them."""
        self._turns.clear()
        self.labels_delay = None
        self.labels_failed = 0

    def take(self, method: str, path: str) -> Scenario | None:
        """Return the first scenario that acts on this request."""
        matching = (turn for turn in self._turns if turn.scenario.meets(method, path))
        return next((turn.scenario for turn in matching if turn.comes()), None)
