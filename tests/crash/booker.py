"""Books every draft of a data folder from wherever it stands, as a program that was killed does.

Runs in a process of its own, which may be killed at any moment; `book_all` then goes on.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from desktop_app.app import open_office
from desktop_app.cli.arguments import parse
from desktop_app.domain.errors import NoConnection, PaymentUncertain
from desktop_app.domain.record import ShipmentRecord
from desktop_app.services.clock import SystemClock
from desktop_app.services.office import Office
from desktop_app.services.progress import QuietProgress
from desktop_app.services.settling import Settling
from desktop_app.storage.database import Database


@dataclass(frozen=True)
class Life:
    """One life of the process, from its start to its end or its death.

    `minutes_on` is how long after the first start it begins: nobody waits out in a test what a
    payment needs to be given up. `dies_at` is the commit it dies at, counted from 1, 0 for none;
    `after_it` tells on which side. `forgetful` switches off all that knows of a payment in hand.
    `by_day` books them all as one day, else one after the other.
    """

    data: Path
    url: str
    client_id: str
    minutes_on: int = 0
    dies_at: int = 0
    after_it: bool = False
    forgetful: bool = False
    by_day: bool = False


def live(life: Life) -> None:
    """Brings every shipment home, or dies."""
    _turn_clock(life.minutes_on)
    if life.dies_at:
        _die_at_commit(life.dies_at, after_it=life.after_it)
    office = open_office(
        parse(["--data-dir", str(life.data), "--api-url", life.url, "--client-id", life.client_id])
    )
    if life.forgetful:
        _forget_payments(office)
    office.settling.settle_all(QuietProgress())
    if life.by_day:
        _book_the_day(office)
        office.close()
        return
    for row in sorted(office.drafts.rows(), key=lambda row: row.reference):
        _bring_home(office, row.id)
    office.close()


def _book_the_day(office: Office) -> None:
    """The day that was cut short, else a new one; then the labels of all that is paid."""
    progress = QuietProgress()
    run = office.day.unfinished(office.accounts.current.id)
    with suppress(NoConnection):
        drafts = office.drafts.to_buy(progress)
        if run is None and drafts:
            plan = office.preflight.check([draft.id for draft in drafts], progress)
            run = office.day.begin(plan.lines)
        if run:
            office.day.go_on(run.id, progress)
    records = (office.drafts.get(row.id) for row in office.drafts.rows())
    waiting = [record.id for record in records if record.is_paid and not record.documents]
    office.day.fetch_labels(waiting, progress)


def _bring_home(office: Office, shipment_id: str) -> None:
    """From where it stands to the label; what is uncertain is left for a later start."""
    progress = QuietProgress()
    record = office.drafts.get(shipment_id)
    try:
        if record.payment and not record.is_paid:
            record = office.settling.settle(shipment_id)
        if record.order is None:
            record = office.booking.order(record, "cheapest", progress)
        if not record.is_paid and record.payment is None and record.price:
            record = office.paying.pay_with_prepay(shipment_id, record.price.total, progress)
        if record.is_paid and not record.documents:
            office.labelling.fetch(shipment_id, progress)
    except (NoConnection, PaymentUncertain):
        return


def _turn_clock(minutes: int) -> None:
    ahead = timedelta(minutes=minutes)

    def now(_clock: SystemClock) -> datetime:
        return datetime.now(UTC) + ahead

    SystemClock.now = now  # type: ignore[method-assign,assignment]


def _die_at_commit(number: int, *, after_it: bool) -> None:
    """Dies right before or right after the transaction of this number is committed."""
    writing = Database.writing
    seen = 0

    @contextmanager
    def deadly(database: Database) -> Iterator[Connection]:
        nonlocal seen
        seen += 1
        now = seen == number
        with writing(database) as connection:
            yield connection
            if now and not after_it:
                os.kill(os.getpid(), signal.SIGKILL)
        if now and after_it:
            os.kill(os.getpid(), signal.SIGKILL)

    Database.writing = deadly  # type: ignore[method-assign,assignment]


def _forget_payments(office: Office) -> None:
    """As if nothing had been written down: no journal, no look whether an order is paid already.

    It is what the crash tests have to catch.
    """

    def no_look(_settling: Settling, _record: ShipmentRecord) -> None:
        return None

    Settling.paid_elsewhere = no_look  # type: ignore[method-assign,assignment]
    for row in office.drafts.rows():
        if attempt := office.settling.live_attempt(row.id):
            office.settling.mark_failed(row.id, attempt, "forgotten")
