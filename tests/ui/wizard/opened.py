"""A wizard page on fakes, opened by itself: what the wizard's shell does, without the shell."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.progress import QuietProgress
from desktop_app.ui.background import Background
from desktop_app.ui.context import Context
from desktop_app.ui.wizard.page import WizardPage
from desktop_app.ui.wizard.session import Session
from tests.fakes.office import WHOLE, FakeOffice

P = TypeVar("P", bound=WizardPage)
Q = TypeVar("Q", bound=QObject)


@dataclass
class Opened(Generic[P]):
    """The page, what it works on, and what it asked of the window around it."""

    page: P
    session: Session
    fake: FakeOffice
    qtbot: QtBot
    pages: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    ready: list[None] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    browser_opens: bool = True

    def open_page(self, url: str) -> bool:
        """What the window does with a page for the browser."""
        self.pages.append(url)
        return self.browser_opens

    def wait(self) -> None:
        """Until nothing runs in the background any more."""
        self.qtbot.waitUntil(lambda: not self.session.background.running)

    def kept(self) -> ShipmentRecord:
        """The shipment as it is on disk."""
        return self.fake.office.drafts.get(self.session.record.id)


def open_page(
    qtbot: QtBot,
    background: Background,
    fake: FakeOffice,
    page_class: type[P],
    record: ShipmentRecord | None = None,
) -> Opened[P]:
    """Shown, entered, and with its first work done."""
    opened = enter_page(qtbot, background, fake, page_class, record)
    opened.wait()
    return opened


def enter_page(
    qtbot: QtBot,
    background: Background,
    fake: FakeOffice,
    page_class: type[P],
    record: ShipmentRecord | None = None,
) -> Opened[P]:
    """Shown and entered; its first work may still be under way."""
    owner = QObject(background)
    session = Session(fake.office, background, record or fake.office.drafts.new(WHOLE), owner, None)
    page = page_class(session, None)
    opened = Opened(page, session, fake, qtbot)
    session.context = Context(
        fake.office, background, opened.open_page, lambda text, _undo: opened.said.append(text)
    )
    page.ready.connect(lambda: opened.ready.append(None))
    page.wanted.connect(opened.wanted.append)
    session.changed.connect(page.show_record)
    qtbot.addWidget(page)
    page.resize(560, 560)
    page.show_record()
    page.show()
    page.enter()
    return opened


def chosen(fake: FakeOffice, slug: str = "evri-drop-off") -> ShipmentRecord:
    """A shipment with a service."""
    record = fake.office.drafts.new(WHOLE)
    listed = fake.office.quoting.fetch(record.shipment, QuietProgress())
    quote = next(one for one in listed.quotes if one.service.slug == slug)
    return fake.office.quoting.choose(record.id, quote, listed)


def ordered(fake: FakeOffice) -> ShipmentRecord:
    """A shipment with an unpaid order of 3.11 pounds."""
    return fake.office.booking.order(fake.office.drafts.new(WHOLE), "cheapest", QuietProgress())


def paid(fake: FakeOffice) -> ShipmentRecord:
    """A shipment that was paid from PrePay."""
    record = ordered(fake)
    assert record.price
    return fake.office.paying.pay_with_prepay(record.id, record.price.total, QuietProgress())


def waiting(fake: FakeOffice) -> ShipmentRecord:
    """A shipment whose payment in the browser is waited for."""
    record = ordered(fake)
    assert record.price
    return fake.office.paying.start_browser_payment(record.id, record.price.total)[0]


def raising(failure: Exception) -> Callable[[], None]:
    """A step of the fake broker that fails."""

    def fail() -> None:
        raise failure

    return fail


def held(gate: threading.Event) -> Callable[[], None]:
    """A step of the fake broker that waits until the test lets it go."""

    def hold() -> None:
        assert gate.wait(10), "nobody let it go"

    return hold


def part(page: QObject, kind: type[Q], name: str) -> Q:
    """A part of a page by its object name."""
    found = page.findChild(kind, name)
    assert found is not None, f"nothing is called {name}"
    return found
