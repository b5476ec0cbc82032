"""A program that is killed while it pays: nothing is paid twice, and what was paid is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.conftest import Postroom
from tests.fakes.office import WHOLE


def stage(folder: Path) -> str:
    """The shipment's stage, as it is on disk."""
    with closing(sqlite3.connect(folder / "data" / "postroom.db", timeout=10)) as database:
        (found,) = database.execute("SELECT stage FROM shipments").fetchone()
    return str(found)


def test_a_killed_payment_is_uncertain_and_not_paid_over(postroom: Postroom) -> None:
    draft = postroom.draft(WHOLE)
    shipment = postroom.run("book", draft).json["shipment"]
    postroom.bad_day(kind="latency", seconds=3, match="POST /api/orders/*/paywithprepay")
    paying = postroom.start("pay", shipment)
    while stage(postroom.folder) != "uncertain":
        assert paying.poll() is None, "it came to its end before it was killed"
    paying.kill()
    paying.communicate()

    again = postroom.run("pay", shipment)
    assert again.code == 3
    assert again.json["paid"] == "uncertain"
    settled = postroom.run("settle")
    paid = settled.json["settled"][0]["paid"]
    assert (settled.code, paid) in {(0, True), (5, "uncertain")}
    assert len(postroom.books()["payments"]) == (1 if paid is True else 0)


def test_what_was_paid_before_the_kill_is_found_with_its_label(postroom: Postroom) -> None:
    draft = postroom.draft(WHOLE)
    shipment = postroom.run("book", draft).json["shipment"]
    postroom.bad_day(kind="latency", seconds=3, match="GET /api/labels/*")
    paying = postroom.start("pay", shipment)
    while stage(postroom.folder) != "paid":
        assert paying.poll() is None, "it came to its end before it was killed"
    paying.kill()
    paying.communicate()

    labels = postroom.run("labels", shipment, "--label", "4x6")
    assert labels.code == 0, labels.messages
    assert Path(labels.json["labels"][0]).is_file()
    assert len(postroom.books()["payments"]) == 1
