"""Calls over a bad line: what is repeated, what is not, and how every failure is told."""

import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    Cancelled,
    ConnectionCut,
    NameNotFound,
    NoConnection,
    NotTrusted,
    PostroomError,
    ProxyRefused,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.parcel2go.call import Call, Deadline, get
from desktop_app.parcel2go.countries import countries
from desktop_app.parcel2go.exchange import MOST_BYTES, Exchange, Request
from desktop_app.parcel2go.transport import Transport
from tests.fakes.scripted_server import TOKEN_PATH, Reply, ScriptedServer, said
from tests.parcel2go.conftest import Pauses, account_at

THING = "GET /api/thing"
READ = get("/api/thing", "the thing")
OK = said({})


@pytest.fixture
def secure() -> Iterator[ScriptedServer]:
    """A server whose certificate nobody trusts."""
    with ScriptedServer(tls=True) as scripted:
        yield scripted


def to(url: str, pauses: Pauses) -> Transport:
    return Transport(account_at(url), "s3cret", wait=pauses)


@pytest.mark.parametrize("bad", [Reply(cut_at=0), Reply(body=b"12", cut_at=40), Reply(503)])
def test_reading_is_tried_again_with_growing_pauses(
    server: ScriptedServer, transport: Transport, pauses: Pauses, bad: Reply
) -> None:
    server.on(THING, bad, bad, bad, OK)
    assert transport.answer(READ).content == b"{}"
    assert len(pauses.seconds) == 3
    assert pauses.seconds == sorted(pauses.seconds)


def test_the_last_failure_is_told(server: ScriptedServer, transport: Transport) -> None:
    server.on(THING, Reply(500))
    with pytest.raises(ServiceBroken) as failure:
        transport.answer(READ)
    assert failure.value.status == 500
    assert len(server.calls()) == 4


@pytest.mark.parametrize("reply", [Reply(cut_at=0), Reply(500), Reply(429)])
def test_what_may_change_something_is_sent_once(
    server: ScriptedServer, transport: Transport, pauses: Pauses, reply: Reply
) -> None:
    server.on("POST /api/thing", reply)
    with pytest.raises(PostroomError):
        transport.answer(Call("POST", "/api/thing", "the thing"))
    assert len(server.calls()) == 1
    assert pauses.seconds == []


@pytest.mark.parametrize("bad", [Reply(429), Reply(cut_at=0), Reply(502)])
def test_a_post_that_creates_nothing_is_tried_again(
    server: ScriptedServer, transport: Transport, bad: Reply
) -> None:
    server.on("POST /api/quotes", bad, OK)
    call = Call("POST", "/api/quotes", "the prices", body={}, repeatable=True)
    assert transport.answer(call).status == 200


def test_retry_after_is_obeyed(
    server: ScriptedServer, transport: Transport, pauses: Pauses
) -> None:
    server.on(THING, Reply(429, headers={"Retry-After": "7"}), OK)
    transport.answer(READ)
    assert pauses.seconds == [7]


def test_a_longer_pause_than_the_call_may_take_is_left_to_the_user(
    server: ScriptedServer, transport: Transport, pauses: Pauses
) -> None:
    server.on(THING, Reply(429, headers={"Retry-After": "60"}), OK)
    with pytest.raises(TooManyRequests) as failure:
        transport.answer(READ)
    assert failure.value.retry_after == 60
    assert pauses.seconds == []


def test_no_try_begins_when_the_calls_time_is_nearly_over(server: ScriptedServer) -> None:
    moments = [0.0]
    transport = Transport(
        account_at(server.base_url),
        "s",
        wait=lambda _: moments.append(19.9),
        monotonic=lambda: moments[-1],
    )
    server.on(THING, Reply(500))
    with pytest.raises(ServiceBroken):
        transport.answer(READ)
    assert len(server.calls()) == 2
    transport.close()


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"<!DOCTYPE html>", "web page"), (b'{"a": [1', "cut short"), (b"", "empty answer")],
)
def test_what_is_no_json_is_told_at_once(
    server: ScriptedServer, transport: Transport, body: bytes, words: str
) -> None:
    server.on("GET /api/countries", Reply(body=body))
    with pytest.raises(AnswerNotUnderstood, match=words):
        countries(transport)
    assert len(server.calls()) == 1


def test_an_endless_answer_is_left_at_30_mb(server: ScriptedServer, transport: Transport) -> None:
    server.on(THING, Reply(body=b" " * 1_000_000, endless=True))
    with pytest.raises(AnswerNotUnderstood, match="far too large"):
        transport.answer(READ)
    assert MOST_BYTES == 30 * 1024 * 1024


def test_a_redirect_is_not_followed(server: ScriptedServer, transport: Transport) -> None:
    server.on(THING, Reply(307, headers={"Location": "https://example.com/"}))
    with pytest.raises(AnswerNotUnderstood, match="elsewhere"):
        transport.answer(READ)


def test_compressed_nonsense_is_not_understood(
    server: ScriptedServer, transport: Transport
) -> None:
    server.on(THING, Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}))
    with pytest.raises(AnswerNotUnderstood, match="garbled"):
        transport.answer(READ)


@pytest.mark.parametrize("reply", [Reply(silent=True), Reply(body=b" ", endless=True)])
def test_silence_and_dripping_end_in_time(server: ScriptedServer, reply: Reply) -> None:
    server.on(THING, reply)
    exchange = Exchange(account_at(server.base_url))
    with pytest.raises(TimedOut) as failure:
        exchange.send(
            Request("GET", exchange.url("/api/thing"), "the thing"), Deadline(0.1, time.monotonic)
        )
    assert failure.value.may_have_arrived
    exchange.close()


def test_a_refused_connection_never_arrived(pauses: Pauses) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    transport = to(f"http://127.0.0.1:{port}", pauses)
    with pytest.raises(NoConnection, match="could not be reached") as failure:
        transport.answer(READ)
    assert not failure.value.may_have_arrived
    transport.close()


def test_a_name_that_dns_does_not_know(pauses: Pauses) -> None:
    transport = to("http://parcel2go.invalid", pauses)
    with pytest.raises(NameNotFound) as failure:
        transport.answer(READ)
    assert not failure.value.may_have_arrived
    assert pauses.seconds == []
    transport.close()


def test_a_certificate_that_nobody_trusts(secure: ScriptedServer, pauses: Pauses) -> None:
    transport = to(secure.base_url, pauses)
    with pytest.raises(NotTrusted, match="Nothing was sent") as failure:
        transport.answer(READ)
    assert not failure.value.may_have_arrived
    assert secure.requests == []
    transport.close()


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_says_no(
    server: ScriptedServer, pauses: Pauses, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", server.base_url)
    server.on("CONNECT parcel2go.invalid:443", Reply(status))
    transport = to("https://parcel2go.invalid", pauses)
    with pytest.raises(ProxyRefused) as failure:
        transport.answer(READ)
    assert not failure.value.may_have_arrived
    transport.close()


def test_a_proxy_of_an_unusable_kind(pauses: Pauses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1")
    transport = to("https://parcel2go.invalid", pauses)
    with pytest.raises(ProxyRefused):
        transport.answer(READ)


def test_the_practice_service_is_never_asked_through_a_proxy(
    server: ScriptedServer, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid")
    server.on(THING, OK)
    assert transport.answer(READ).status == 200


def test_a_407_of_a_plain_proxy_is_told_as_such(
    server: ScriptedServer, transport: Transport
) -> None:
    server.on(THING, Reply(407))
    with pytest.raises(ProxyRefused):
        transport.answer(READ)


def test_a_closed_transport_stops(server: ScriptedServer, transport: Transport) -> None:
    transport.close()
    with pytest.raises(Cancelled):
        transport.answer(READ)
    assert server.requests == []


def test_closing_ends_a_pause(server: ScriptedServer) -> None:
    transport = Transport(account_at(server.base_url), "s3cret")
    server.on(THING, Reply(429, headers={"Retry-After": "15"}))
    ended: list[PostroomError] = []

    def ask() -> None:
        try:
            transport.answer(READ)
        except PostroomError as failure:
            ended.append(failure)

    thread = threading.Thread(target=ask)
    thread.start()
    while not server.calls():
        assert thread.is_alive()
    transport.close()
    thread.join(10)
    assert ended
    assert isinstance(ended[0], Cancelled | ConnectionCut)


def test_the_log_names_calls_and_nothing_else(
    server: ScriptedServer, transport: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    server.on("GET /api/orders", OK)
    with caplog.at_level(logging.INFO, "desktop_app"):
        transport.answer(get("/api/orders", "the order", {"orderId": "7", "hash": "S+ecret="}))
    lines = [one.getMessage() for one in caplog.records if one.name.startswith("desktop_app")]
    assert [line.split(" ", 1)[1].split(",")[0] for line in lines] == [
        f"POST {TOKEN_PATH}: 200", "GET /api/orders: 200",
    ]  # fmt: skip
    assert all(len(line.split()[0]) == 8 for line in lines)
    assert not [word for word in ("ecret", "T0ken", "abc", "?") if word in "".join(lines)]


def test_the_version_is_told_where_it_is_known(server: ScriptedServer, pauses: Pauses) -> None:
    transport = Transport(account_at(server.base_url), "s", wait=pauses, app_version="1.2.3")
    server.on(THING, OK)
    transport.answer(READ)
    assert server.calls()[0].headers["AppVersion"] == "1.2.3"
    transport.close()
