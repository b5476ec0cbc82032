"""A courier that cannot make every label of an order: the others are kept, and the last comes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import ShipmentRecord, Stage
from desktop_app.domain.shipment import Shipment
from desktop_app.services import labelling
from desktop_app.services.progress import QuietProgress
from tests.e2e.barcodes import decoded
from tests.e2e.conftest import Postroom
from tests.e2e.desk import Desk
from tests.fakes.office import SENDER, WHOLE

THREE = WHOLE.model_copy(update={"parcels": WHOLE.parcels * 3})


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The courier is given no time to make the others."""
    monkeypatch.setattr(labelling, "_WAIT_FOR_FAILED", 0.0)


def bought(desk: Desk, shipment: Shipment = THREE) -> ShipmentRecord:
    record = desk.order(shipment)
    assert record.price
    return desk.office.paying.pay_with_prepay(record.id, record.price.total, QuietProgress())


def codes(desk: Desk, shipment_id: str) -> set[str]:
    """What a scanner reads on the labels that are kept."""
    folder = desk.folder.parent / "scanned"
    folder.mkdir(exist_ok=True)
    return decoded(desk.office.labelling.save(shipment_id, LabelPaper.SIX_BY_FOUR, folder))


def test_the_others_can_be_printed_and_the_missing_one_is_fetched_on_demand(desk: Desk) -> None:
    record = bought(desk)
    desk.bad_day(kind="failed_labels", count=1)
    driver = desk.open(SENDER)
    driver.window.open_shipment(record.id)
    driver.wait_until(lambda: desk.kept(record.id).documents, "the labels there are")
    driver.settle()
    assert desk.kept(record.id).trouble.startswith("1 label is missing")
    assert len(codes(desk, record.id)) == 2
    desk.office.labelling.mark_printed(record.id, "Zebra", LabelPaper.SIX_BY_FOUR)

    desk.good_day()
    driver.find(QAbstractButton, "tryAgain").click()
    driver.wait_until(lambda: not desk.kept(record.id).trouble, "the missing label")
    driver.settle()
    assert len(codes(desk, record.id)) == 3
    assert desk.kept(record.id).stage is Stage.TO_PRINT


def test_after_a_restart_the_missing_one_comes_by_itself(desk: Desk) -> None:
    record = bought(desk)
    desk.bad_day(kind="failed_labels", count=2)
    desk.office.labelling.fetch(record.id, QuietProgress())
    assert len(codes(desk, record.id)) == 1
    desk.good_day()
    driver = desk.open(SENDER)
    driver.wait_until(lambda: not desk.kept(record.id).trouble, "the missing labels")
    driver.settle()
    assert len(codes(desk, record.id)) == 3


def test_the_command_line_writes_those_there_are_and_says_what_is_missing(
    postroom: Postroom,
) -> None:
    postroom.bad_day(kind="failed_labels", count=1)
    out = str(postroom.folder / "out")
    done = postroom.run(
        "book", postroom.draft(THREE), "--pay", "prepay", "--label", "4x6", "--out", out
    )
    assert done.code == 3
    assert done.json["paid"] is True
    assert "1 label is missing" in done.messages
    assert len(decoded(Path(done.json["labels"][0]))) == 2
