"""Tokens: what is asked for, how long one is used, and what a refusal means."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import parse_qs

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NotFound,
    NotSignedIn,
    ScopeMissing,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.transport import Transport
from tests.fakes.scripted_server import TOKEN, Reply, ScriptedServer, said
from tests.parcel2go.conftest import Pauses, account_at

SIGN_IN = "POST /auth/connect/token"
THING = "GET /api/thing"
READ = get("/api/thing", "the thing")
ALL = "public-api payment my-profile"


@dataclass
class Clock:
    """Monotonic time that a test moves."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Stands still until it is moved."""
    return Clock()


@pytest.fixture
def signing(server: ScriptedServer, pauses: Pauses, clock: Clock) -> Iterator[Transport]:
    """A transport whose tokens age by the test's clock."""
    server.on(THING, said({}))
    opened = Transport(account_at(server.base_url), "s3 cret+", wait=pauses, monotonic=clock)
    yield opened
    opened.close()


def granted(word: str, **more: object) -> Reply:
    return said({"access_token": word, "token_type": "Bearer", "expires_in": 7200, **more})


def refused(error: str, status: int = 400) -> Reply:
    return said({"error": error}, status)


def asked(server: ScriptedServer) -> list[str]:
    """The scopes asked for, request by request."""
    return [parse_qs(one.body.decode())["scope"][0] for one in server.calls("/auth")]


def test_the_token_request_is_the_documented_form(
    server: ScriptedServer, signing: Transport
) -> None:
    signing.sign_in()
    (sent,) = server.requests
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert parse_qs(sent.body.decode()) == {
        "grant_type": ["client_credentials"], "scope": [ALL], "client_id": ["abc:shop"],
        "client_secret": ["s3 cret+"],
    }  # fmt: skip
    assert "Authorization" not in sent.headers


def test_one_token_serves_until_90_seconds_before_its_end(
    server: ScriptedServer, signing: Transport, clock: Clock
) -> None:
    server.on(SIGN_IN, granted("one"), granted("two"))
    for age, word in ((0, "one"), (7109, "one"), (7110, "two")):
        clock.now = 1000.0 + age
        signing.answer(READ)
        assert server.calls()[-1].headers["Authorization"] == f"Bearer {word}"


def test_a_short_lived_token_is_used_for_half_its_life(
    server: ScriptedServer, signing: Transport, clock: Clock
) -> None:
    server.on(SIGN_IN, granted("one", expires_in=60), granted("two"))
    signing.answer(READ)
    clock.now += 29
    signing.answer(READ)
    clock.now += 1
    signing.answer(READ)
    assert len(server.calls("/auth")) == 2


def test_the_wall_clock_does_not_matter(
    server: ScriptedServer, signing: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing.answer(READ)
    monkeypatch.setattr("time.time", lambda: 0.0)
    signing.answer(READ)
    assert len(server.calls("/auth")) == 1


def test_a_401_brings_one_new_token(server: ScriptedServer, signing: Transport) -> None:
    server.on(SIGN_IN, granted("one"), granted("two"))
    server.on(THING, Reply(401), said({}))
    assert signing.answer(READ).status == 200
    assert [one.headers["Authorization"] for one in server.calls()] == ["Bearer one", "Bearer two"]


def test_a_token_that_is_refused_again_ends_it(server: ScriptedServer, signing: Transport) -> None:
    server.on(THING, Reply(401))
    with pytest.raises(NotSignedIn):
        signing.answer(READ)
    assert len(server.calls()) == 2


def test_a_403_is_no_matter_of_the_token(server: ScriptedServer, signing: Transport) -> None:
    server.on(THING, Reply(403))
    with pytest.raises(ScopeMissing):
        signing.answer(READ)
    assert len(server.calls()) == 1


def test_many_threads_share_one_token(server: ScriptedServer, signing: Transport) -> None:
    barrier = threading.Barrier(8)

    def ask(_number: int) -> int:
        barrier.wait(10)
        return signing.answer(READ).status

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {200}
    assert len(server.calls("/auth")) == 1


def test_many_threads_renew_one_refused_token_once(
    server: ScriptedServer, signing: Transport
) -> None:
    server.on(SIGN_IN, granted("one"), granted("two"), granted("three"))
    first = signing.tokens.word()
    with ThreadPoolExecutor(8) as pool:
        words = set(pool.map(lambda _: signing.tokens.renewed(first), range(8)))
    assert words == {"two"}


def test_fewer_scopes_are_asked_for_and_remembered(
    server: ScriptedServer, signing: Transport, clock: Clock
) -> None:
    server.on(SIGN_IN, refused("invalid_scope"), granted("one"), granted("two"))
    signing.sign_in()
    clock.now += 8000
    signing.sign_in()
    assert asked(server) == [ALL, "public-api payment", "public-api payment"]


@pytest.mark.parametrize("status", [400, 401])
def test_an_unknown_key_is_not_signed_in(
    server: ScriptedServer, signing: Transport, status: int
) -> None:
    server.on(SIGN_IN, refused("invalid_client", status))
    with pytest.raises(NotSignedIn, match="does not know") as failure:
        signing.sign_in()
    assert not isinstance(failure.value, ScopeMissing)
    assert "Sandbox" in failure.value.advice
    assert len(server.requests) == 1


def test_a_key_without_any_scope_is_told_apart(server: ScriptedServer, signing: Transport) -> None:
    server.on(SIGN_IN, refused("invalid_scope"))
    with pytest.raises(ScopeMissing):
        signing.sign_in()
    assert len(server.requests) == 3


def test_a_key_of_another_kind_is_told_apart(server: ScriptedServer, signing: Transport) -> None:
    server.on(SIGN_IN, refused("unauthorized_client"))
    with pytest.raises(NotSignedIn, match="another kind"):
        signing.sign_in()


def test_a_refusal_without_json_is_a_refusal(server: ScriptedServer, signing: Transport) -> None:
    server.on(SIGN_IN, Reply(400, body=b"[]"))
    with pytest.raises(NotSignedIn):
        signing.sign_in()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(500), ServiceBroken),
        (Reply(404), NotFound),
        (Reply(429, headers={"Retry-After": "99"}), TooManyRequests),
        (Reply(body=b"<html>"), AnswerNotUnderstood),
        (Reply(204), AnswerNotUnderstood),
        (Reply(302), AnswerNotUnderstood),
        (said({}), AnswerNotUnderstood),
        (said({"access_token": ""}), AnswerNotUnderstood),
        (said({"access_token": "two\r\nlines: 1"}), AnswerNotUnderstood),
        (said({"access_token": "ключ"}), AnswerNotUnderstood),
    ],
)
def test_other_answers_are_told_as_what_they_are(
    server: ScriptedServer, signing: Transport, reply: Reply, kind: type[Exception]
) -> None:
    server.on(SIGN_IN, reply)
    with pytest.raises(kind):
        signing.answer(READ)
    assert server.calls() == []


@pytest.mark.parametrize("bad", [Reply(cut_at=0), Reply(503), Reply(429)])
def test_signing_in_is_tried_again(server: ScriptedServer, signing: Transport, bad: Reply) -> None:
    server.on(SIGN_IN, bad, TOKEN)
    assert signing.answer(READ).status == 200
