"""The service's bad days over real connections, and that none of them pays or orders twice."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import httpx
import pytest

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NotFound,
    NotSignedIn,
    PostroomError,
    ServiceBroken,
)
from desktop_app.domain.label import DocumentKind
from desktop_app.domain.order import Order
from desktop_app.domain.paper import LabelMedia
from desktop_app.domain.quote import Quote
from desktop_app.parcel2go.client import Parcel2GoBroker
from desktop_app.practice.server import PracticeServer
from tests.parcel2go.conftest import account_at
from tests.parcel2go.samples import HOME

PAY, CREATE = "POST /api/orders/*/paywithprepay", "POST /api/orders"
Happen = Callable[..., None]


@pytest.fixture
def happen(practice: PracticeServer) -> Happen:
    """Orders a bad day."""

    def order(kind: str, match: str = "* /api/*", **more: object) -> None:
        scenario = {"kind": kind, "match": match, **more}
        answer = httpx.post(f"{practice.base_url}/practice/scenarios", json=scenario)
        assert answer.status_code == 200

    return order


@pytest.fixture
def books(practice: PracticeServer) -> Callable[[], Any]:
    """What was bought and paid."""
    return lambda: httpx.get(f"{practice.base_url}/practice/books").json()


@pytest.fixture
def quote(practised: Parcel2GoBroker) -> Quote:
    """A quote for a parcel at home."""
    return practised.quotes(HOME)[0]


@pytest.fixture
def order(practised: Parcel2GoBroker, quote: Quote) -> Order:
    """An unpaid order."""
    return practised.create_order(HOME, quote, str(uuid.uuid4()))


@pytest.mark.parametrize(
    ("kind", "more", "error", "paid"),
    [
        ("cut_before", {}, ConnectionCut, 0),
        ("cut_after", {}, ConnectionCut, 1),
        ("cut_during", {}, PostroomError, 1),
        ("status", {"status": 500}, ServiceBroken, 0),
        ("body", {"shape": "html"}, AnswerNotUnderstood, 1),
        ("body", {"shape": "cut_json"}, AnswerNotUnderstood, 1),
        ("huge", {}, AnswerNotUnderstood, 1),
    ],
)
def test_a_payment_is_made_once_and_can_be_read_back(
    practised: Parcel2GoBroker,
    order: Order,
    happen: Happen,
    books: Callable[[], Any],
    kind: str,
    more: dict[str, object],
    error: type[Exception],
    paid: int,
) -> None:
    happen(kind, PAY, **more)
    with pytest.raises(error):
        practised.pay_with_prepay(order)
    assert len(books()["payments"]) == paid
    status = practised.read_order(order.order_id, order.hash)
    assert bool(status.paid_at) == bool(paid)


@pytest.mark.parametrize("kind", ["cut_before", "cut_after", "cut_during"])
def test_an_order_is_made_at_most_once(
    practised: Parcel2GoBroker,
    quote: Quote,
    happen: Happen,
    books: Callable[[], Any],
    kind: str,
) -> None:
    happen(kind, CREATE)
    with pytest.raises(PostroomError):
        practised.create_order(HOME, quote, str(uuid.uuid4()))
    assert len(books()["orders"]) == (0 if kind == "cut_before" else 1)


def test_too_little_balance_is_the_bare_500(
    practised: Parcel2GoBroker, practice: PracticeServer, order: Order
) -> None:
    httpx.post(f"{practice.base_url}/practice/balance", json={"balance": 0})
    with pytest.raises(ServiceBroken) as failure:
        practised.pay_with_prepay(order)
    assert failure.value.status == 500


def test_a_token_that_ends_midway_is_renewed_unseen(
    practised: Parcel2GoBroker, order: Order, happen: Happen, books: Callable[[], Any]
) -> None:
    happen("expire_tokens")
    practised.pay_with_prepay(order)
    assert len(books()["payments"]) == 1


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("retry_after", {"seconds": 3}),
        ("status", {"status": 500}),
        ("status", {"status": 503}),
        ("cut_before", {}),
        ("cut_after", {}),
    ],
)
@pytest.mark.parametrize("match", ["GET /api/countries", "POST /api/quotes", "POST /auth/*"])
def test_what_only_reads_gets_over_it(
    practised: Parcel2GoBroker, happen: Happen, kind: str, more: dict[str, object], match: str
) -> None:
    happen(kind, match, **more)
    assert practised.countries().rows
    assert practised.quotes(HOME)


@pytest.mark.parametrize(
    ("scenario", "error"),
    [
        ({"kind": "body", "shape": "html"}, AnswerNotUnderstood),
        ({"kind": "body", "shape": "cut_json"}, AnswerNotUnderstood),
        ({"kind": "body", "shape": "missing_fields"}, AnswerNotUnderstood),
        ({"kind": "body", "shape": "empty"}, AnswerNotUnderstood),
        ({"kind": "body", "shape": "bytes"}, AnswerNotUnderstood),
        ({"kind": "huge"}, AnswerNotUnderstood),
        ({"kind": "status", "status": 404}, NotFound),
        ({"kind": "status", "status": 401, "times": 2}, NotSignedIn),
        ({"kind": "status", "status": 500, "times": 4}, ServiceBroken),
    ],
)
def test_each_bad_answer_has_its_kind(
    practised: Parcel2GoBroker, happen: Happen, scenario: dict[str, Any], error: type[Exception]
) -> None:
    happen(match="GET /api/services", **scenario)
    with pytest.raises(error):
        practised.services()
    assert practised.services()


def test_late_labels_are_none_at_first(
    practised: Parcel2GoBroker, order: Order, happen: Happen
) -> None:
    practised.pay_with_prepay(order)
    happen("no_labels", "GET /api/labels/*")
    happen("no_labels", "GET /api/labels/*", status=404)
    wanted = (order, LabelMedia.LABEL_4X6, DocumentKind.LABEL)
    assert [len(practised.labels(*wanted).pdfs) for _ in range(3)] == [0, 0, 1]


def test_a_wrong_secret_is_not_signed_in(practice: PracticeServer) -> None:
    stranger = Parcel2GoBroker(account_at(practice.base_url, practice.client_id), "wrong")
    for call in (stranger.check, stranger.prepay_balance):
        with pytest.raises(NotSignedIn, match="does not know"):
            call()
    stranger.close()


def test_a_missing_paid_date_does_not_read_as_unpaid(
    practised: Parcel2GoBroker, order: Order, happen: Happen
) -> None:
    happen("body", "GET /api/orders", shape="missing_fields", fields=["PaidDate"])
    with pytest.raises(AnswerNotUnderstood, match="PaidDate"):
        practised.read_order(order.order_id, order.hash)


def test_an_order_without_its_hash_is_still_an_order(
    practised: Parcel2GoBroker, quote: Quote, happen: Happen
) -> None:
    happen("body", CREATE, shape="missing_fields", fields=["Hash"])
    made = practised.create_order(HOME, quote, str(uuid.uuid4()))
    assert made.hash == made.lines[0].hash
    assert practised.read_order(made.order_id, made.hash).total == made.price.total > Decimal(0)
