"""Where a command speaks: results on stdout, everything else on stderr."""

import json
import sys
from decimal import Decimal
from typing import Any, TextIO

from desktop_app.domain.errors import PostroomError, ProblemsError


class Output:
    """Text for people, or one JSON value for scripts."""

    def __init__(
        self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def say(self, text: str) -> None:
        """A line for people: on stdout, unless that is kept for JSON."""
        print(text, file=self._err if self.as_json else self._out, flush=True)

    def note(self, text: str) -> None:
        """What is going on, on stderr."""
        print(text, file=self._err, flush=True)

    def result(self, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """The one JSON value; nothing when people read."""
        if self.as_json:
            print(json.dumps(value, default=_plain, indent=2), file=self._out, flush=True)

    def failure(self, failure: PostroomError) -> None:
        """What happened, at which fields, and what to do now; on stderr."""
        self.note(failure.message)
        for problem in problems_of(failure):
            if problem["message"] not in failure.message:
                self.note(f"  {problem['field'] or 'shipment'}: {problem['message']}")
        if failure.advice:
            self.note(failure.advice)


def problems_of(failure: PostroomError) -> list[dict[str, str]]:
    """The problems of a failure as `{"field", "message"}`; its own sentence where it names none."""
    named = failure.problems if isinstance(failure, ProblemsError) else ()
    found = [{"field": one.field, "message": one.message} for one in named]
    return found or [{"field": "", "message": failure.message}]


def _plain(value: object) -> object:
    """Pounds as JSON numbers: two decimals survive the way through a float and back."""
    return float(value) if isinstance(value, Decimal) else str(value)
