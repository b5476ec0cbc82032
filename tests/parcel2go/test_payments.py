"""Paying from PrePay: sent once, whatever happens."""

import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NoConnection,
    NotFound,
    NotSignedIn,
    PostroomError,
    Refused,
    ScopeMissing,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.parcel2go.client import Parcel2GoBroker
from tests.fakes.scripted_server import TOKEN, Reply, ScriptedServer, said
from tests.parcel2go.samples import ORDER

PAY = "POST /api/orders/76423942/paywithprepay"
SIGN_IN = "POST /auth/connect/token"


def test_it_is_a_post_without_a_body_and_with_an_encoded_hash(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(PAY, said({"Links": [{"Name": "labels-4x6", "Link": "https://x/4x6"}]}))
    links = broker.pay_with_prepay(ORDER)
    assert [(link.name, link.url) for link in links] == [("labels-4x6", "https://x/4x6")]
    (sent,) = server.calls()
    assert sent.target == (
        "/api/orders/76423942/paywithprepay?hash=hXJHm9%2FgsMM8QkLhu7z%2FQbRc%2BIdhzpLXx86f1te9p0o%3D"
    )
    assert sent.body == b""
    assert "Content-Type" not in sent.headers


@pytest.mark.parametrize("links", [[], None, {}, {"labels-a4": "https://x"}])
def test_links_may_be_missing_or_of_the_other_form(
    server: ScriptedServer, broker: Parcel2GoBroker, links: object
) -> None:
    server.on(PAY, said({"Links": links}))
    assert len(broker.pay_with_prepay(ORDER)) == len(links or ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reply", "kind", "status"),
    [
        (said({"Message": "An error has occurred."}, 500), ServiceBroken, 500),
        (said({}, 503), ServiceBroken, 503),
        (Reply(429, headers={"Retry-After": "0"}), TooManyRequests, None),
        (Reply(404), NotFound, None),
        (Reply(403), ScopeMissing, None),
        (said({"Message": "No."}, 400), Refused, None),
        (Reply(cut_at=0), ConnectionCut, None),
        (Reply(body=b'{"Links": [', cut_at=30), ConnectionCut, None),
        (Reply(body=b"<html>"), AnswerNotUnderstood, 200),
        (Reply(body=b""), AnswerNotUnderstood, 200),
        (Reply(302, headers={"Location": "/elsewhere"}), AnswerNotUnderstood, 302),
        (said({"Errors": [{"Name": "E1", "Description": "Declined."}]}), Refused, None),
    ],
)
def test_it_is_never_sent_again(
    server: ScriptedServer,
    broker: Parcel2GoBroker,
    reply: Reply,
    kind: type[PostroomError],
    status: int | None,
) -> None:
    server.on(PAY, reply)
    with pytest.raises(kind) as failure:
        broker.pay_with_prepay(ORDER)
    assert getattr(failure.value, "status", None) == status
    assert getattr(failure.value, "may_have_arrived", True)
    assert len(server.calls()) == 1


def test_a_401_was_not_a_payment(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(PAY, Reply(401), said({"Links": []}))
    server.on(SIGN_IN, TOKEN, said({"access_token": "Second", "expires_in": 7200}))
    broker.pay_with_prepay(ORDER)
    assert [one.headers["Authorization"] for one in server.calls()] == [
        "Bearer T0ken", "Bearer Second",
    ]  # fmt: skip


def test_a_second_401_ends_it(server: ScriptedServer, broker: Parcel2GoBroker) -> None:
    server.on(PAY, Reply(401))
    with pytest.raises(NotSignedIn):
        broker.pay_with_prepay(ORDER)
    assert len(server.calls()) == 2


@pytest.mark.parametrize("reply", [Reply(cut_at=0), said({}, 500), Reply(body=b"<html>")])
def test_without_a_sign_in_certainly_nothing_was_paid(
    server: ScriptedServer, broker: Parcel2GoBroker, reply: Reply
) -> None:
    server.on(SIGN_IN, reply)
    with pytest.raises(NoConnection) as failure:
        broker.pay_with_prepay(ORDER)
    assert not failure.value.may_have_arrived
    assert server.calls() == []


def test_a_sign_in_lost_on_renewal_means_that_nothing_was_paid(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    server.on(PAY, Reply(401))
    server.on(SIGN_IN, TOKEN, Reply(cut_at=0))
    with pytest.raises(NoConnection) as failure:
        broker.pay_with_prepay(ORDER)
    assert not failure.value.may_have_arrived


def test_without_the_payment_scope_nothing_is_sent(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    refused = said({"error": "invalid_scope"}, 400)
    granted = said({"access_token": "T", "expires_in": 7200, "scope": "public-api"})
    server.on(SIGN_IN, refused, refused, granted, refused, refused, granted)
    with pytest.raises(ScopeMissing, match="payment"):
        broker.pay_with_prepay(ORDER)
    assert server.calls() == []


def test_a_scope_that_was_added_meanwhile_is_found(
    server: ScriptedServer, broker: Parcel2GoBroker
) -> None:
    refused = said({"error": "invalid_scope"}, 400)
    server.on(SIGN_IN, refused, refused, TOKEN, TOKEN)
    server.on(PAY, said({"Links": []}))
    assert broker.pay_with_prepay(ORDER) == ()
