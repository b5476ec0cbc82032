"""A practice service, a data folder with drafts, and lives that are ended in it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from desktop_app.app import SECRET_VARIABLE, open_office
from desktop_app.cli.arguments import parse
from desktop_app.domain.paper import LabelPaper
from desktop_app.practice.server import PracticeServer
from tests.crash.booker import Life
from tests.fakes.office import WHOLE

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL
# Longer than a payment is waited for until it is given up.
MINUTES_BETWEEN = 6
# Lives that end by themselves and leave something undone, one after the other.
MOST_QUIET_LIVES = 4


@dataclass
class Town:
    """`orders` drafts lie in the folder before the first life begins."""

    practice: PracticeServer
    folder: Path
    orders: int = 20
    by_day: bool = False
    lives: int = 0
    deaths: int = 0
    process: int = 0
    _born: threading.Event = field(default_factory=threading.Event, repr=False)
    _nursery: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.practice.state.till.set_balance(self.practice.state.till.balance * 100)
        os.environ[SECRET_VARIABLE] = self.practice.client_secret
        office = open_office(parse(self._arguments()))
        for number in range(self.orders):
            office.drafts.new(WHOLE.model_copy(update={"reference": f"ORD-{number:02}"}))
        office.close()

    def close(self) -> None:
        """No life begins any more."""
        if self._nursery is not None:
            self._nursery.communicate(timeout=20)

    def live(
        self,
        *,
        dies_at: int = 0,
        after_it: bool = False,
        dies_after: float = 0.0,
        forgetful: bool = False,
    ) -> int:
        """One life to its end; how it ended. Each begins some minutes after the one before.

        It dies at a commit, or after so many seconds, if it has not come to its end by then.
        """
        life = Life(
            self.folder, self.practice.base_url, self.practice.client_id,
            self.lives * MINUTES_BETWEEN, dies_at, after_it, forgetful, self.by_day,
        )  # fmt: skip
        self.lives += 1
        nursery = self._nursery or self._open_nursery()
        assert nursery.stdin
        assert nursery.stdout
        nursery.stdin.write(json.dumps({**asdict(life), "data": str(life.data)}) + "\n")
        nursery.stdin.flush()
        self.process = int(nursery.stdout.readline())
        self._born.set()
        clock = threading.Timer(dies_after, self.kill)
        if dies_after:
            clock.start()
        end = int(nursery.stdout.readline())
        clock.cancel()
        self._born.clear()
        self.deaths += end == KILLED
        assert end in {0, KILLED}, "it ended with a fault; see standard error"
        return end

    def kill(self) -> None:
        """Ends the life that runs now, if one does; its first request may be here before its id."""
        if self._born.wait(5):
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)

    def live_until_all_is_done(self, *, forgetful: bool = False) -> None:
        """Starts it again, however often it dies, until every shipment has its label."""
        quiet = 0
        while not self.is_done():
            quiet = 0 if self.live(forgetful=forgetful) == KILLED else quiet + 1
            assert quiet <= MOST_QUIET_LIVES, f"nothing goes on any more: {self.stages()}"

    # What is there now

    def stages(self) -> Counter[str]:
        """How many shipments stand where."""
        with closing(sqlite3.connect(self.folder / "postroom.db", timeout=20)) as database:
            return Counter(stage for (stage,) in database.execute("SELECT stage FROM shipments"))

    def is_done(self) -> bool:
        """Whether all have their labels."""
        return self.stages() == {"to-print": self.orders}

    def paid_twice(self) -> list[str]:
        """Orders that the service's own books show paid more than once, and drafts paid twice."""
        payments: Counter[str] = Counter(
            str(one.order_id) for one in self.practice.state.till.payments()
        )
        references = Counter(
            line.item.reference
            for order in self.practice.state.orders.all()
            for line in order.lines
            if order.paid_at is not None
        )
        return [name for name, times in (payments + references).items() if times > 1]

    def lost(self) -> list[str]:
        """What is wrong with what was kept: drafts, labels, the database itself."""
        office = open_office(parse(self._arguments()))
        try:
            records = [office.drafts.get(row.id) for row in office.drafts.rows()]
            references = {record.shipment.reference for record in records}
            wanted = {f"ORD-{number:02}" for number in range(self.orders)}
            missing = sorted(wanted ^ references)
            for record in records:
                saved = office.labelling.save(
                    record.id, LabelPaper.SIX_BY_FOUR, self.folder / "saved"
                )
                if not saved.read_bytes().startswith(b"%PDF"):
                    missing.append(f"{record.shipment.reference}: its label")
            missing += [] if len(records) == self.orders else [f"{len(records)} shipments"]
        finally:
            office.close()
        with closing(sqlite3.connect(self.folder / "postroom.db", timeout=20)) as database:
            (told,) = database.execute("PRAGMA integrity_check").fetchone()
        return missing if told == "ok" else [*missing, f"the database: {told}"]

    def _arguments(self) -> list[str]:
        account = ["--api-url", self.practice.base_url, "--client-id", self.practice.client_id]
        return ["--data-dir", str(self.folder), *account]

    def _open_nursery(self) -> "subprocess.Popen[str]":
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        return self._nursery
