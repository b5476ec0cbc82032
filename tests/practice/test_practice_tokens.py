"""Tokens of the practice service: who gets one, what it opens, when it ends."""

import re

import httpx
import pytest

from desktop_app.practice.server import PracticeServer
from desktop_app.practice.settings import Settings
from tests.practice.caller import Caller


def test_a_token_is_opaque_and_its_scope_is_echoed(caller: Caller) -> None:
    answer = caller.token("public-api payment").json()
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", answer["access_token"])
    assert answer["expires_in"] == 7200
    assert answer["token_type"] == "Bearer"
    assert answer["scope"] == "public-api payment"


def test_the_client_id_looks_like_a_real_one(practice: PracticeServer) -> None:
    assert re.fullmatch(r"[0-9a-f]{32}:practice", practice.client_id)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"client_id": "nobody"}, "invalid_client"),
        ({"scope": "public_api"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_wrong_token_request_names_its_error(
    caller: Caller, changes: dict[str, str], error: str
) -> None:
    answer = caller.token(**changes)
    assert (answer.status_code, answer.json()) == (400, {"error": error})


def test_without_a_known_token_nothing_is_told(practice: PracticeServer) -> None:
    url = f"{practice.base_url}/api/countries"
    assert httpx.get(url).status_code == 401
    assert httpx.get(url, headers={"Authorization": "Bearer made-up"}).status_code == 401


def test_labels_hide_from_a_browser_without_a_token(practice: PracticeServer) -> None:
    assert httpx.get(f"{practice.base_url}/api/labels/1").status_code == 404


def test_paying_needs_the_payment_scope(practice: PracticeServer) -> None:
    with Caller(practice, "public-api") as caller:
        made = caller.order()
        assert caller.post(made["Links"]["PayWithPrePay"]).status_code == 403
        assert caller.books()["payments"] == []


def test_the_profile_needs_its_scope(practice: PracticeServer) -> None:
    with Caller(practice) as caller:
        assert caller.get("/api/me/detail").status_code == 403
    with Caller(practice, "my-profile") as caller:
        assert set(caller.get("/api/me/detail").json()) == {"Forename", "Surname", "Email"}
        assert caller.get("/api/countries").status_code == 403


def test_a_token_ends() -> None:
    now = [1_000_000.0]
    settings = Settings(token_lifetime=60, clock=lambda: now[0])
    with PracticeServer(settings=settings) as server, Caller(server) as caller:
        assert caller.token().json()["expires_in"] == 60
        assert caller.get("/api/prepay").status_code == 200
        now[0] += 60
        assert caller.get("/api/prepay").status_code == 401


def test_discovery_names_the_token_endpoint(caller: Caller) -> None:
    answer = caller.get("/auth/.well-known/openid-configuration").json()
    assert answer["token_endpoint"] == f"{caller.server.base_url}/auth/connect/token"
