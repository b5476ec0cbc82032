"""Order, pay, settle, label: whatever the service answers and wherever a process dies.

Two windows work on one shipment. Each call to the disk or the service may be the last one of its
process, and at each of them the other window may do something of its own. Each payment may be
answered in every way. At the end, with all faults gone, the money has moved once at most, and
whoever has paid holds the label.
"""

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop_app.domain.errors import (
    Cancelled,
    ConnectionCut,
    NameNotFound,
    NotSignedIn,
    PostroomError,
    Refused,
    ServiceBroken,
)
from desktop_app.domain.order import Link, Order
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.paying import Paying
from desktop_app.services.settling import Settling
from tests.fakes.fake_broker import PAID_AT
from tests.fakes.office import WHOLE, FakeOffice, make_office
from tests.services.conftest import NoWaiting

COST = Decimal("3.11")
# What the service does with a payment: not at all, at once, or a minute and a half later.
NEVER, AT_ONCE, LATE = "never", "at once", "late"
LATENESS = timedelta(seconds=90)
Answer = tuple[str, Exception | None]
ANSWERS: tuple[Answer, ...] = (
    (AT_ONCE, None),
    (NEVER, Refused("refused")),
    (AT_ONCE, Refused("errors in a 200")),
    (NEVER, ServiceBroken("bare", status=500)),
    (AT_ONCE, ServiceBroken("bare", status=500)),
    (NEVER, ConnectionCut("cut")),
    (AT_ONCE, ConnectionCut("cut")),
    (LATE, ConnectionCut("cut")),
    (LATE, ServiceBroken("gateway", status=504)),
    (NEVER, NameNotFound("offline", may_have_arrived=False)),
    (NEVER, NotSignedIn("token")),
    (AT_ONCE, Cancelled()),
)
calls = st.integers(1, 10)
deeds = st.sampled_from(
    (
        ("pay",), ("settle",), ("edit",), ("browser",),
        ("give up", "pay"), ("give up", "browser"), ("give up", "edit"),
    )
)  # fmt: skip


class PowerCut(BaseException):
    """The process ends here."""


class Service:
    """The service's own books: what was charged, and what it is still working on."""

    def __init__(self, fake: FakeOffice) -> None:
        self.broker, self.clock = fake.broker, fake.clock
        self.answer = ANSWERS[0]
        self.due: list[tuple[datetime, str]] = []

    def pay(self, order: Order) -> tuple[Link, ...]:
        """Does the work of `answer`, then gives its answer."""
        work, failure = self.answer
        if work == LATE:
            self.due.append((self.clock.now() + LATENESS, order.order_id))
        elif work == AT_ONCE:
            self.charge(order.order_id)
        if failure:
            raise failure
        return ()

    def charge(self, order_id: str) -> None:
        self.broker.charged.append(order_id)
        self.broker.paid[order_id] = PAID_AT

    def let_time_pass(self, seconds: int) -> None:
        self.clock.move(seconds=seconds)
        now = self.clock.now()
        for _, order_id in (one for one in self.due if one[0] <= now):
            self.charge(order_id)
        self.due = [one for one in self.due if one[0] > now]


class Money(RuleBasedStateMachine):
    """One shipment, two windows, and a service that may do anything."""

    def __init__(self) -> None:
        super().__init__()
        self.fake = make_office()
        self.office = self.fake.office
        self.service = Service(self.fake)
        self.windows = [self.window(), self.window()]
        self.open_pages: set[str] = set()
        self.calls_left: int | None = None
        self.calls_until_then: int | None = None
        self.meanwhile: Callable[[], None] = self.nothing
        self.nap = 400
        self.shipment = self.office.drafts.new(WHOLE).id
        vars(self.fake.broker)["pay_with_prepay"] = self.sent
        for part, names in (
            (self.fake.journal, ("begin", "end")),
            (self.fake.shipments, ("update",)),
            (self.fake.broker, ("create_order", "read_order")),
        ):
            for name in names:
                vars(part)[name] = self.mortal(getattr(part, name))
        self.attempt(self.book)

    def window(self) -> Paying:
        """Another process: only the database is shared."""
        fake, accounts = self.fake, self.fake.office.accounts
        settling = Settling(fake.shipments, accounts, fake.journal, fake.clock)
        return Paying(
            fake.shipments, accounts, fake.journal, settling, fake.office.spending, fake.clock
        )

    @property
    def record(self) -> ShipmentRecord:
        return self.office.drafts.get(self.shipment)

    # What can go wrong at a call.

    def mortal(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """A call around which the process may end, and the other window may act."""

        @functools.wraps(call)
        def called(*arguments: Any) -> Any:  # noqa: ANN401 - as the call itself
            self.may_end()
            self.may_happen()
            answer = call(*arguments)
            self.may_end()
            self.may_happen()
            return answer

        return called

    def sent(self, order: Order) -> tuple[Link, ...]:
        """The payment on its way; nobody sleeps for long with a request under way."""
        self.may_end()
        self.nap = 20
        self.may_happen()
        self.nap = 400
        answer = self.service.pay(order)
        self.may_end()
        return answer

    def may_end(self) -> None:
        if self.calls_left is not None:
            self.calls_left -= 1
            if self.calls_left == 0:
                self.calls_left = None
                raise PowerCut

    def may_happen(self) -> None:
        if self.calls_until_then is not None:
            self.calls_until_then -= 1
            if self.calls_until_then == 0:
                self.calls_until_then = None
                self.meanwhile()

    def attempt(self, deed: Callable[[], object]) -> None:
        """A user's deed: it may be refused, and its process may end."""
        try:
            deed()
        except (PostroomError, PowerCut):
            return

    def nothing(self) -> None:
        """Nothing happens."""

    # What users do.

    def book(self) -> None:
        self.office.booking.order(self.record, "cheapest", NoWaiting())

    def prepay(self, window: Paying) -> None:
        window.pay_with_prepay(self.shipment, COST, NoWaiting())

    def browser(self, window: Paying) -> None:
        record, _page = window.start_browser_payment(self.shipment, COST)
        if not record.is_paid and record.order:
            self.open_pages.add(record.order.order_id)

    def look(self, window: Paying) -> None:
        window._settling.settle(self.shipment)

    def later(self, window: Paying) -> None:
        self.service.let_time_pass(self.nap)
        self.look(window)

    def card(self) -> None:
        """Pays on a page that is open; nobody pays in two places at once on purpose."""
        if self.open_pages and not self.service.due and not self.fake.broker.charged:
            self.service.charge(min(self.open_pages))

    def change(self, text: str) -> None:
        self.office.drafts.save(self.shipment, WHOLE.model_copy(update={"reference": text}))

    def elsewhere(self, done: tuple[str, ...], window: Paying) -> None:
        """What happens elsewhere."""
        known: dict[str, Callable[[], None]] = {
            "pay": lambda: self.prepay(window),
            "settle": lambda: self.look(window),
            "give up": lambda: self.later(window),
            "edit": lambda: self.change("meanwhile"),
            "browser": lambda: self.browser(window),
        }
        for name in done:
            self.attempt(known[name])

    @rule(answer=st.sampled_from(ANSWERS))
    def pay(self, answer: Answer) -> None:
        self.service.answer = answer
        self.attempt(lambda: self.prepay(self.windows[0]))

    @rule(answer=st.sampled_from(ANSWERS), dies=calls)
    def pay_and_die(self, answer: Answer, dies: int) -> None:
        self.calls_left = dies
        self.pay(answer)
        self.calls_left = None
        self.windows.reverse()

    @rule(answer=st.sampled_from(ANSWERS), then=calls, done=deeds)
    def pay_beside_another_window(self, answer: Answer, then: int, done: tuple[str, ...]) -> None:
        other = self.windows[1]
        self.calls_until_then, self.meanwhile = then, lambda: self.elsewhere(done, other)
        self.pay(answer)
        self.calls_until_then = None

    @rule(dies=st.none() | calls)
    def pay_in_the_browser(self, dies: int | None) -> None:
        self.calls_left = dies
        self.attempt(lambda: self.browser(self.windows[0]))
        self.calls_left = None

    @precondition(lambda self: self.open_pages)
    @rule()
    def use_the_card(self) -> None:
        self.card()

    @precondition(lambda self: self.open_pages)
    @rule(dies=st.none() | calls, then=calls)
    def stop_waiting(self, dies: int | None, then: int) -> None:
        self.calls_left, self.calls_until_then, self.meanwhile = dies, then, self.card
        self.attempt(lambda: self.windows[0].stop_waiting(self.shipment))
        self.calls_left = self.calls_until_then = None

    @rule(dies=st.none() | calls)
    def check_now(self, dies: int | None) -> None:
        self.calls_left = dies
        self.attempt(lambda: self.look(self.windows[1]))
        self.calls_left = None

    @rule(text=st.sampled_from(["a", "b"]))
    def edit(self, text: str) -> None:
        self.attempt(lambda: self.change(text))

    @rule(dies=st.none() | calls)
    def order_again(self, dies: int | None) -> None:
        self.calls_left = dies
        self.attempt(self.book)
        self.calls_left = None

    @rule()
    def delete_and_undo(self) -> None:
        drafts = self.office.drafts
        self.attempt(lambda: drafts.restore(drafts.delete([self.shipment])))

    @rule(seconds=st.sampled_from([1, 25, 60, 400]))
    def come_back(self, seconds: int) -> None:
        self.service.let_time_pass(seconds)
        self.attempt(lambda: self.look(self.windows[0]))

    @invariant()
    def money_moved_once(self) -> None:
        assert len(self.fake.broker.charged) <= 1

    def teardown(self) -> None:
        """The next day, with all faults gone."""
        self.service.answer = ANSWERS[0]
        self.service.let_time_pass(400)
        paying = self.window()
        paying._settling.settle_all(NoWaiting())
        paying.stop_waiting(self.shipment)
        self.look(paying)
        if not self.fake.broker.charged:
            assert self.record.payment is None
            self.book()
            self.prepay(paying)
        assert self.record.is_paid
        assert self.record.order
        assert [self.record.order.order_id] == self.fake.broker.charged
        assert self.office.labelling.fetch(self.shipment, NoWaiting()).documents
        assert self.fake.journal.live() == ()


TestMoney = Money.TestCase
TestMoney.settings = settings(max_examples=300, stateful_step_count=15, deadline=None)
