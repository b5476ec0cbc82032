"""Trying a key: what is wrong with it, within its time."""

import socket
import threading

import pytest

from desktop_app.domain.account import LIVE_URL, SANDBOX_URL
from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NotSignedIn,
    PostroomError,
    TimedOut,
)
from desktop_app.parcel2go import auth
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.parcel2go.key_check import check
from desktop_app.parcel2go.transport import Transport
from tests.fakes.scripted_server import Reply, ScriptedServer, said
from tests.parcel2go.conftest import Pauses, account_at

SIGN_IN, BALANCE = "POST /auth/connect/token", "GET /api/prepay"
UNKNOWN = said({"error": "invalid_client"}, 400)


@pytest.mark.parametrize("reply", [said(12.5), Reply(401), Reply(403)])
def test_a_good_key_needs_no_prepay(
    server: ScriptedServer, broker: Parcel2GoBroker, reply: Reply
) -> None:
    server.on(BALANCE, reply)
    broker.check()
    assert server.calls()[-1].target == "/api/prepay"


@pytest.mark.parametrize(
    ("reply", "kind"), [(Reply(body=b"<html>"), AnswerNotUnderstood), (Reply(500), PostroomError)]
)
def test_a_service_that_is_none_is_found_out(
    server: ScriptedServer,
    broker: Parcel2GoBroker,
    pauses: Pauses,
    reply: Reply,
    kind: type[Exception],
) -> None:
    server.on(BALANCE, reply)
    with pytest.raises(kind):
        broker.check()
    assert pauses.seconds == []


def test_a_wrong_key_is_not_signed_in(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(SIGN_IN, UNKNOWN)
    with pytest.raises(NotSignedIn, match="does not know"):
        broker.check()


def test_a_key_for_the_other_environment_is_told_so(
    server: ScriptedServer, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedServer() as other:
        monkeypatch.setattr(auth, "_OTHER", {server.base_url: (other.base_url, "Sandbox")})
        server.on(SIGN_IN, UNKNOWN)
        with pytest.raises(NotSignedIn, match="for Sandbox") as failure:
            check(transport)
        assert failure.value.advice.startswith("Choose Sandbox")
        assert len(other.requests) == 1
        other.on(SIGN_IN, UNKNOWN)
        with pytest.raises(NotSignedIn, match="does not know"):
            check(transport)


def test_only_the_services_own_two_environments_know_each_other() -> None:
    assert auth._OTHER == {LIVE_URL: (SANDBOX_URL, "Sandbox"), SANDBOX_URL: (LIVE_URL, "Live")}


def test_silence_ends_in_time(server: ScriptedServer, transport: Transport) -> None:
    server.on(SIGN_IN, Reply(silent=True))
    with pytest.raises(TimedOut):
        check(transport, 0.1)


def test_a_name_that_is_never_found_ends_in_time(
    pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()

    def hang(*_args: object, **_more: object) -> None:
        over.wait()
        raise socket.gaierror(8, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    transport = Transport(account_at("http://parcel2go.invalid"), "s", wait=pauses)
    with pytest.raises(TimedOut, match="within 0 seconds"):
        check(transport, 0.01)
    over.set()
    for thread in threading.enumerate():
        if thread.name == "key-check":
            thread.join(10)
    transport.close()
