"""A ready order on fakes, for the tests of what follows it."""

import pytest

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.progress import QuietProgress
from tests.fakes.office import WHOLE, FakeOffice, make_office


class NoWaiting(QuietProgress):
    """A progress that waits no time; `waited` sums up what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def wait(self, seconds: float) -> None:
        self.waited += seconds
        self.check()


@pytest.fixture
def progress() -> NoWaiting:
    return NoWaiting()


@pytest.fixture
def fake() -> FakeOffice:
    return make_office()


@pytest.fixture
def ordered(fake: FakeOffice, progress: NoWaiting) -> ShipmentRecord:
    """A shipment whose unpaid order stands at the service."""
    record = fake.office.drafts.new(WHOLE)
    return fake.office.booking.order(record, "cheapest", progress)


@pytest.fixture
def paid(fake: FakeOffice, ordered: ShipmentRecord, progress: NoWaiting) -> ShipmentRecord:
    """A shipment that was paid from PrePay."""
    assert ordered.price
    return fake.office.paying.pay_with_prepay(ordered.id, ordered.price.total, progress)
