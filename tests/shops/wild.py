"""Answers that no document shows, and a transport that gives the same one to every call."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st

from desktop_app.domain.errors import PostroomError
from desktop_app.shops.web.call import Answer, Call
from desktop_app.shops.web.transport import Transport

leaves = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["1e400", "-1", "2021-02-15T00:00:00", "0001-01-01", "no", "\x00", "9" * 40])
)  # fmt: skip


def wild(names: list[str]) -> st.SearchStrategy[Any]:
    """Any JSON, its keys often the shop's own."""
    keys = st.sampled_from(names)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
        max_leaves=14,
    )


def spoilt(value: Any, draw: st.DrawFn, anything: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401
    """A right answer with one wrong thing somewhere in it."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: spoilt(value[key], draw, anything)}
    if isinstance(value, list) and value and draw(st.integers(0, 4)):
        return [spoilt(value[0], draw, anything), *value[1:]]
    return draw(anything)


class CannedTransport(Transport):
    """Every call is answered with the same status and body; nobody waits."""

    def can(self, body: bytes, status: int = 200) -> None:
        """From now on."""
        self._canned = (status, body)

    def _sent(self, call: Call) -> Answer:
        status, body = self._canned
        return Answer(status, body, call.what)

    def _pause(self, seconds: float) -> None:
        """Not waited for."""


def survives(call: Callable[[], object]) -> None:
    """Only what `domain/errors.py` draws may be raised."""
    with suppress(PostroomError):
        call()


def text(value: object) -> bytes:
    return json.dumps(value).encode()
