"""The PrePay balance and the page to top it up."""

from decimal import Decimal

import pytest

from desktop_app.domain.errors import AnswerNotUnderstood, NotSignedIn, ScopeMissing
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import TOKEN, Reply, ScriptedServer, said

BALANCE, TOP_UP = "GET /api/prepay", "POST /api/prepay/create-topup-links"
SIGN_IN = "POST /auth/connect/token"


@pytest.mark.parametrize("body", [b"50.25", b'{"Balance": 50.25}', b'{"balance": "50.25"}'])
def test_the_balance_is_read(server: ScriptedServer, broker: Parcel2GoBroker, body: bytes) -> None:
    server.on(BALANCE, Reply(body=body))
    assert broker.prepay_balance() == Decimal("50.25")


@pytest.mark.parametrize("body", [b"null", b"NaN", b'"much"', b"{}", b"[]", b"true", b"1e999", b""])
def test_what_is_no_balance_is_not_taken_for_one(
    server: ScriptedServer, broker: Parcel2GoBroker, body: bytes
) -> None:
    server.on(BALANCE, Reply(body=body))
    with pytest.raises(AnswerNotUnderstood):
        broker.prepay_balance()


@pytest.mark.parametrize("status", [401, 403])
def test_prepay_that_is_not_enabled_says_whom_to_ask(
    server: ScriptedServer, broker: Parcel2GoBroker, status: int
) -> None:
    server.on(BALANCE, Reply(status))
    with pytest.raises(ScopeMissing) as failure:
        broker.prepay_balance()
    assert "apihelp@parcel2go.com" in failure.value.advice


def test_a_key_that_is_gone_is_not_taken_for_prepay_not_enabled(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(BALANCE, Reply(401))
    server.on(SIGN_IN, TOKEN, said({"error": "invalid_client"}, 400))
    with pytest.raises(NotSignedIn) as failure:
        broker.prepay_balance()
    assert not isinstance(failure.value, ScopeMissing)


@pytest.mark.parametrize(
    "answer",
    [
        {"Links": [{"Name": "help", "Link": "https://x/h"}, {"Name": "payment", "Link": "https://x/p"}]},
        {"Links": {"help": "https://x/h", "payment": "https://x/p"}},
        [{"Name": "payment", "Link": "https://x/p"}],
        {"Url": "https://x/p"},
        "https://x/p",
    ],
)  # fmt: skip
def test_the_top_up_page_is_found_wherever_it_stands(
    server: ScriptedServer, broker: Parcel2GoBroker, answer: object
) -> None:
    server.on(TOP_UP, said(answer))
    assert broker.top_up_link(Decimal(100)) == "https://x/p"
    assert server.calls()[0].body == b'{"Amount":100,"CurrencyCode":"GBP"}'


def test_an_answer_without_a_page_is_not_understood(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(TOP_UP, said({"Links": []}))
    with pytest.raises(AnswerNotUnderstood, match="lacks Links"):
        broker.top_up_link(Decimal(1))
