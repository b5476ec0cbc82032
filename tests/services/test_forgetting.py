"""A draft whose payment page was opened can be deleted once nobody can pay there any more."""

from collections.abc import Callable

import pytest

from desktop_app.domain.errors import AlreadyBought, NameNotFound, NotFound
from desktop_app.domain.record import ShipmentRecord, Stage
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import FakeOffice


@pytest.fixture
def opened(fake: FakeOffice, ordered: ShipmentRecord) -> ShipmentRecord:
    """Its page was opened, and then the user did not wait."""
    assert ordered.price
    fake.office.paying.start_browser_payment(ordered.id, ordered.price.total)
    return fake.office.paying.stop_waiting(ordered.id)


def failing(failure: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise failure

    return fail


def test_an_order_that_was_thrown_away_is_forgotten(
    fake: FakeOffice, opened: ShipmentRecord
) -> None:
    fake.broker.before["read_order"] = failing(NotFound("There is no such order."))
    record = fake.office.settling.forget_lost(opened.id)
    assert (record.opened, record.order, record.stage) == ((), None, Stage.DRAFT)
    assert fake.office.drafts.delete([opened.id]) == (record,)


def test_one_that_can_still_be_paid_is_kept(fake: FakeOffice, opened: ShipmentRecord) -> None:
    assert fake.office.settling.forget_lost(opened.id) == opened
    with pytest.raises(AlreadyBought, match="payment page was opened"):
        fake.office.drafts.delete([opened.id])


def test_one_that_was_paid_meanwhile_is_settled(fake: FakeOffice, opened: ShipmentRecord) -> None:
    assert opened.order
    fake.broker.paid[opened.order.order_id] = PAID_AT
    assert fake.office.settling.forget_lost(opened.id).is_paid
    with pytest.raises(AlreadyBought, match="paid shipment"):
        fake.office.drafts.delete([opened.id])


def test_a_paid_one_beside_a_lost_one_is_settled(fake: FakeOffice, opened: ShipmentRecord) -> None:
    """The draft has another order by now, and that one is gone."""
    assert opened.order
    later = opened.order.model_copy(update={"order_id": "99", "hash": "other"})
    fake.shipments.update(
        opened.id,
        lambda now: now.model_copy(update={"order": later, "opened": (*now.opened, later)}),
    )
    fake.broker.paid[opened.order.order_id] = PAID_AT
    read = fake.broker.read_order

    def read_order(order_id: str, order_hash: str) -> object:
        if order_id == "99":
            raise NotFound("There is no such order.")
        return read(order_id, order_hash)

    fake.broker.read_order = read_order  # type: ignore[method-assign, assignment]
    record = fake.office.settling.forget_lost(opened.id)
    assert record.is_paid
    assert record.order
    assert record.order.order_id == opened.order.order_id


def test_without_a_connection_nothing_is_forgotten(
    fake: FakeOffice, opened: ShipmentRecord
) -> None:
    offline = NameNotFound("Offline.", may_have_arrived=False)
    fake.broker.before["read_order"] = failing(offline)
    with pytest.raises(NameNotFound):
        fake.office.settling.forget_lost(opened.id)
    assert fake.office.drafts.get(opened.id) == opened


def test_a_page_that_was_never_opened_asks_nothing(
    fake: FakeOffice, ordered: ShipmentRecord
) -> None:
    fake.broker.before["read_order"] = failing(AssertionError("it was asked"))
    assert fake.office.settling.forget_lost(ordered.id) == ordered
