"""The map from httpx and from statuses to the domain's tree."""

import httpx
import pytest

from desktop_app.domain.errors import PostroomError, ServiceBroken, TooManyRequests
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.errors import FAILURES, check_status, failure_of, retry_after

# What httpx raises for misuse of itself: faults of ours, to be reported and not explained away.
OURS = {
    httpx.CookieConflict, httpx.HTTPStatusError, httpx.RequestNotRead, httpx.ResponseNotRead,
    httpx.StreamClosed, httpx.StreamConsumed, httpx.StreamError,
}  # fmt: skip


def test_every_error_of_httpx_is_mapped_or_known_to_be_ours() -> None:
    """Fails when httpx grows one, so that somebody decides what it means."""
    public = (getattr(httpx, name) for name in dir(httpx))
    errors = {one for one in public if isinstance(one, type) and issubclass(one, Exception)}
    assert errors == set(FAILURES) | OURS
    assert not set(FAILURES) & OURS


@pytest.mark.parametrize("kind", list(FAILURES), ids=lambda kind: kind.__name__)
def test_each_becomes_a_sentence(kind: type[Exception]) -> None:
    failure = failure_of(kind("deep inside"))
    assert isinstance(failure, PostroomError)
    assert failure.message.endswith(".")
    assert "deep inside" not in failure.message
    assert failure.advice


def test_a_new_kind_is_told_like_its_nearest_relative() -> None:
    class Slower(httpx.ReadTimeout):
        pass

    assert type(failure_of(Slower("x"))) is type(failure_of(httpx.ReadTimeout("x")))


def test_our_own_faults_are_not_explained_away() -> None:
    with pytest.raises(httpx.StreamClosed):
        failure_of(httpx.StreamClosed())


@pytest.mark.parametrize("status", range(300, 600))
def test_every_status_means_something(status: int) -> None:
    answer = Answer(status, b"", "the thing")
    if 400 <= status < 500 and status not in {401, 403, 404, 407, 408, 429}:
        check_status(answer)  # a refusal, which its resource reads
        return
    with pytest.raises(PostroomError) as failure:
        check_status(answer)
    assert failure.value.message
    if status >= 500:
        assert isinstance(failure.value, ServiceBroken)
        assert failure.value.status == status


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7), ("0", 0), ("999999", 3600), ("9" * 400, 3600), ("", None), ("soon", None),
        ("-3", None), ("1.5", None), ("٣", None),
        ("Mon, 23 Nov 2026 12:00:30 GMT", 30), ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("Mon, 99 Nov 2026 11:00:00 GMT", None), ("Mon, 23 Nov 2026 12:00:05 -0000", 5),
    ],
)  # fmt: skip
def test_retry_after_is_read(said: str, seconds: float | None) -> None:
    """A date is held against the answer's own, so that a wrong clock here does not matter."""
    headers = {"retry-after": said, "date": "Mon, 23 Nov 2026 12:00:00 GMT"}
    assert retry_after(Answer(429, b"", "x", headers)) == seconds


def test_too_many_requests_say_how_long() -> None:
    with pytest.raises(TooManyRequests) as failure:
        check_status(Answer(429, b"", "x", {"retry-after": "9"}))
    assert failure.value.retry_after == 9
