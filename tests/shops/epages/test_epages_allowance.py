"""6,000 calls an hour: counted here, and as the shop tells them."""

import pytest

from desktop_app.domain.errors import TooManyRequests
from desktop_app.shops.epages.allowance import Allowance
from desktop_app.shops.web.call import Answer


class Clock:
    """Moves on by what is waited."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


def told(left: str, **headers: str) -> Answer:
    date = {"date": "Mon, 02 Mar 2026 10:00:00 GMT", "x-ratelimit-remaining": left}
    return Answer(200, b"", "", date | {k.replace("_", "-"): v for k, v in headers.items()})


def test_the_first_six_thousand_go_straight_through() -> None:
    clock = Clock()
    pace = Allowance(clock)
    for _ in range(6000):
        pace.hold(clock.wait)
    with pytest.raises(TooManyRequests, match="in 60 min") as pause:
        pace.hold(clock.wait)
    assert pause.value.retry_after == 3600
    clock.now = 3590.0
    pace.hold(clock.wait)
    assert clock.waited == [10.0]


def test_the_hour_slides() -> None:
    clock = Clock()
    pace = Allowance(clock, calls=2)
    pace.hold(clock.wait)
    clock.now = 30.0
    pace.hold(clock.wait)
    clock.now = 3595.0
    pace.hold(clock.wait)
    pace.hold(clock.wait)
    assert clock.waited == [5.0, 30.0]


def test_what_others_used_of_the_token_counts() -> None:
    clock = Clock()
    pace = Allowance(clock)
    pace.note(told("0", x_ratelimit_reset="2026-03-02T10:00:30.000Z"))
    pace.hold(clock.wait)
    assert clock.waited == [30.0]


def test_both_spellings_of_the_header_are_read() -> None:
    clock = Clock()
    pace = Allowance(clock)
    pace.note(told("0", x_rate_limit_reset="2026-03-02T10:00:05Z"))
    pace.hold(clock.wait)
    assert clock.waited == [5.0]


def test_a_refusal_says_until_when_by_the_same_header() -> None:
    clock = Clock()
    pace = Allowance(clock)
    refused = told("", x_ratelimit_reset="2026-03-02T10:00:07Z")
    pace.note(Answer(429, b"", "", refused.headers))
    pace.hold(clock.wait)
    assert clock.waited == [7.0]


def test_headers_that_say_nothing_hold_nobody() -> None:
    clock = Clock()
    pace = Allowance(clock)
    for answer in (told("12", x_ratelimit_reset="2026-03-02T11:00:00Z"), told("0"), told("x")):
        pace.note(answer)
    pace.note(told("0", x_ratelimit_reset="soon"))
    pace.note(told("0", x_ratelimit_reset="2020-01-01T00:00:00Z"))
    pace.hold(clock.wait)
    assert clock.waited == []
