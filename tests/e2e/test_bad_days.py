"""Whatever the line and the service do at whichever step: a sentence, nothing lost, paid once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from desktop_app.app import SECRET_VARIABLE, open_office
from desktop_app.cli.arguments import Arguments
from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    ConnectionCut,
    NotSignedIn,
    PaymentUncertain,
    PostroomError,
    Refused,
    ScopeMissing,
    ServiceBroken,
    TooManyRequests,
)
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.practice.server import PracticeServer
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress
from tests.e2e.drafts import ABROAD

STEPS = {
    "quotes": "POST /api/quotes",
    "verify": "POST /api/orders/verify",
    "order": "POST /api/orders",
    "pay": "POST /api/orders/*/paywithprepay",
    "labels": "GET /api/labels/*",
}
NO_WAIT = QuietProgress()


@dataclass
class Bench:
    """A real Office against one practice service that can have bad days."""

    office: Office
    practice: PracticeServer

    def bad_day(self, **scenario: object) -> None:
        """Orders one for the next matching requests."""
        url = f"{self.practice.base_url}/practice/scenarios"
        httpx.post(url, json=scenario).raise_for_status()

    def good_day(self) -> None:
        """Clears them all."""
        httpx.delete(f"{self.practice.base_url}/practice/scenarios").raise_for_status()

    def payments(self) -> list[Any]:
        """What the service has charged."""
        books = httpx.get(f"{self.practice.base_url}/practice/books").json()
        return list(books["payments"])

    def go_on(self, record: ShipmentRecord) -> ShipmentRecord:
        """From wherever it stands to its labels, as a user does who tries again."""
        office = self.office
        record = office.drafts.get(record.id)
        if record.stage is Stage.DRAFT:
            record = office.booking.order(record, "cheapest", NO_WAIT)
        if record.stage in {Stage.UNCERTAIN, Stage.WAITING}:
            record = office.settling.settle(record.id)
        if record.stage is Stage.TO_PAY and record.price:
            record = office.paying.pay_with_prepay(record.id, record.price.total, NO_WAIT)
        return office.labelling.fetch(record.id, NO_WAIT) if record.is_paid else record


@pytest.fixture
def bench(
    practice: PracticeServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    monkeypatch.setenv(SECRET_VARIABLE, practice.client_secret)
    office = open_office(
        Arguments(data_dir=tmp_path, api_url=practice.base_url, client_id=practice.client_id)
    )
    yield Bench(office, practice)
    office.close()


WRONG: dict[str, tuple[dict[str, Any], type[PostroomError]]] = {
    "html": ({"kind": "body", "shape": "html"}, AnswerNotUnderstood),
    "cut json": ({"kind": "body", "shape": "cut_json"}, AnswerNotUnderstood),
    "empty": ({"kind": "body", "shape": "empty"}, AnswerNotUnderstood),
    "bytes": ({"kind": "body", "shape": "bytes"}, AnswerNotUnderstood),
    "huge": ({"kind": "huge", "megabytes": 50}, AnswerNotUnderstood),
    "500": ({"kind": "status", "status": 500}, ServiceBroken),
    "503": ({"kind": "status", "status": 503}, ServiceBroken),
    "404": ({"kind": "status", "status": 404}, Refused),
    "403": ({"kind": "status", "status": 403}, ScopeMissing),
    "401": ({"kind": "status", "status": 401}, NotSignedIn),
    "429 for an hour": ({"kind": "retry_after", "seconds": 3600}, TooManyRequests),
    "cut before": ({"kind": "cut_before"}, ConnectionCut),
    "cut after": ({"kind": "cut_after"}, ConnectionCut),
}


@pytest.mark.parametrize("day", WRONG)
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_lost_and_it_goes_on_the_next_day(bench: Bench, step: str, day: str) -> None:
    scenario, expected = WRONG[day]
    record = bench.office.drafts.new(ABROAD)
    not_yet = (step, day) == ("labels", "404")  # which is waited for, for minutes
    bench.bad_day(match=STEPS[step], times=3 if not_yet else 0, **scenario)
    told = _outcome(bench, record)
    bench.good_day()

    assert told is None or told.message.endswith((".", "?"))
    assert bench.office.drafts.get(record.id).shipment == ABROAD
    assert _fits(step, day, told, expected), f"{type(told).__name__}: {told}"
    after = bench.go_on(record)
    if after.stage is Stage.UNCERTAIN:
        assert bench.payments() == []
    else:
        assert after.stage is Stage.TO_PRINT
        assert len(bench.payments()) == 1
        assert after.consignments


def _outcome(bench: Bench, record: ShipmentRecord) -> PostroomError | None:
    try:
        bench.go_on(record)
    except PostroomError as failure:
        return failure
    return None


def _fits(step: str, day: str, told: PostroomError | None, expected: type[PostroomError]) -> bool:
    """A payment is uncertain instead, unless the order was read back; a label may just be late."""
    if isinstance(told, expected):
        return True
    if step == "pay":
        return told is None or isinstance(told, (PaymentUncertain, Refused))
    return step == "labels" and day == "404" and told is None


def test_a_token_that_ends_midway_is_never_seen(bench: Bench) -> None:
    record = bench.office.drafts.new(ABROAD)
    for match in STEPS.values():
        bench.bad_day(kind="expire_tokens", match=match)
    assert bench.go_on(record).stage is Stage.TO_PRINT
    assert len(bench.payments()) == 1


def test_a_short_retry_after_is_obeyed_without_a_word(bench: Bench) -> None:
    record = bench.office.drafts.new(ABROAD)
    bench.bad_day(kind="retry_after", seconds=0.1, match="POST /api/quotes", times=2)
    bench.bad_day(kind="retry_after", seconds=0.1, match="GET /api/labels/*", times=1)
    assert bench.go_on(record).stage is Stage.TO_PRINT


def test_late_labels_are_waited_for(bench: Bench) -> None:
    bench.bad_day(kind="late_labels", seconds=1)
    assert bench.go_on(bench.office.drafts.new(ABROAD)).stage is Stage.TO_PRINT


def test_a_payment_charged_without_an_answer_is_found_and_not_repeated(bench: Bench) -> None:
    record = bench.office.drafts.new(ABROAD)
    bench.bad_day(kind="cut_after", match=STEPS["pay"])
    assert bench.go_on(record).stage is Stage.TO_PRINT
    assert len(bench.payments()) == 1
