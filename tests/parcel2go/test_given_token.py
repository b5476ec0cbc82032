"""A token that the user allowed: used until it ends, never renewed."""

from collections.abc import Callable

import pytest

from desktop_app.domain.errors import NotSignedIn, ScopeMissing
from desktop_app.domain.sign_in import GrantedToken
from desktop_app.parcel2go.transport import Transport
from tests.fakes.scripted_server import ScriptedServer
from tests.parcel2go.conftest import account_at

TOKEN = GrantedToken(word="T0k", seconds=7200, scopes=frozenset({"public-api"}))


def opened(server: ScriptedServer, monotonic: Callable[[], float] = lambda: 0.0) -> Transport:
    return Transport(
        account_at(server.base_url), "", wait=lambda _s: None, monotonic=monotonic, token=TOKEN
    )


def test_it_is_sent_and_no_other_is_asked_for(server: ScriptedServer) -> None:
    transport = opened(server)
    assert transport.tokens.word() == "T0k"
    with pytest.raises(NotSignedIn, match="has ended"):
        transport.tokens.renewed("T0k")
    with pytest.raises(NotSignedIn, match="has ended"):
        transport.sign_in()
    assert server.requests == []
    transport.close()


def test_it_ends_before_the_service_says_so(server: ScriptedServer) -> None:
    now = [0.0]
    transport = opened(server, lambda: now[0])
    now[0] = 7169.0
    transport.sign_in()
    now[0] = 7170.0
    with pytest.raises(NotSignedIn, match="has ended") as failure:
        transport.sign_in()
    assert "entered is kept" in failure.value.advice
    transport.close()


def test_a_scope_that_was_not_allowed_is_named(server: ScriptedServer) -> None:
    transport = opened(server)
    with pytest.raises(ScopeMissing, match="payment"):
        transport.require_scope("payment")
    transport.close()
