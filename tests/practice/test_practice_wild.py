"""Wild bodies and addresses: the practice service answers them, and never with a fault."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as quoted

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.practice.server import PracticeServer
from tests.practice.caller import Caller
from tests.practice.orders_sent import abroad, order, quote

PATHS = (
    "/api/quotes", "/api/orders", "/api/orders/verify", "/api/collectiondates",
    "/api/prepay/create-topup-links", "/practice/scenarios", "/practice/balance",
    "/auth/connect/token", "/order/payment", "/prepay/topup",
)  # fmt: skip
WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def calm(practice: PracticeServer) -> Iterator[Caller]:
    """A caller whose service meets no scenario, whatever a wild body may order."""
    with Caller(practice) as caller:
        yield caller


def nested_places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """Yield every place in a body."""
    yield at
    parts = dict(enumerate(value)) if isinstance(value, list) else value
    if isinstance(parts, dict):
        for key, part in parts.items():
            yield from nested_places(part, (*at, key))


def replaced(value: Any, at: tuple[Any, ...], by: Any) -> Any:  # noqa: ANN401
    """Return a copy of a body with one place changed."""
    if not at:
        return by
    if isinstance(value, dict):
        return {k: replaced(v, at[1:], by) if k == at[0] else v for k, v in value.items()}
    return [replaced(v, at[1:], by) if k == at[0] else v for k, v in enumerate(value)]


def places(value: Any) -> st.SearchStrategy[tuple[Any, ...]]:  # noqa: ANN401
    """Choose a place in a body."""
    return st.sampled_from(list(nested_places(value)))


@FEW
@given(path=st.sampled_from(PATHS), body=st.binary(max_size=200))
def test_any_bytes_get_an_answer(calm: Caller, path: str, body: bytes) -> None:
    for kind in ("application/json", "application/x-www-form-urlencoded", ""):
        answer = calm.post(path, content=body, headers={"Content-Type": kind})
        assert answer.status_code < 500, answer.text


@FEW
@given(at=places(order(abroad())), by=WILD, path=st.sampled_from(["", "/verify"]))
def test_any_value_in_an_order_gets_an_answer(
    calm: Caller, at: tuple[Any, ...], by: object, path: str
) -> None:
    _send(calm, f"/api/orders{path}", replaced(order(abroad()), at, by))


@FEW
@given(at=places(quote()), by=WILD)
def test_any_value_in_a_quote_gets_an_answer(calm: Caller, at: tuple[Any, ...], by: object) -> None:
    _send(calm, "/api/quotes", replaced(quote(), at, by))


@FEW
@given(name=st.text(max_size=40), word=st.text(max_size=40))
def test_any_address_gets_an_answer(calm: Caller, name: str, word: str) -> None:
    for path in ("/api/labels/", "/api/tracking/", "/tracking/", "/documents/1/", "/"):
        query = {"hash": word, "labelMedia": word}
        answer = calm.get(path + quoted(name, safe=""), params=query)
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"Amount": ' + b"9" * 5000 + b"}",
        b'{"Amount": NaN}',
        b'{"Amount": 1e999999}',
        b'{"Amount": 1e-999999}',
        b'{"Amount": "\\ud800"}',
        b"\xff\xfe",
        b"x" * 5_000_000,
    ],
)
def test_notorious_bodies_are_refused(caller: Caller, body: bytes) -> None:
    assert caller.post("/api/prepay/create-topup-links", content=body).status_code == 400


def test_form_names_that_contradict_are_refused(caller: Caller) -> None:
    form = "application/x-www-form-urlencoded"
    for body in ("a=1&a[b]=2", "a[b]=2&a=1", "[][][]=1", "a[0]=1&a[x]=2"):
        answer = caller.post("/api/quotes", content=body, headers={"Content-Type": form})
        assert answer.status_code == 400


def test_unknown_addresses_and_methods_are_told(caller: Caller) -> None:
    assert caller.get("/api/nothing").json()["Message"].startswith("No HTTP resource")
    assert caller.get("/api/quotes").status_code == 405


def _send(caller: Caller, path: str, body: object) -> None:
    sent = json.dumps(body).encode()
    answer = caller.post(path, content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500, answer.text
    answer.json()
