"""A parcel inside the country, sent from the window by the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.address import Address
from desktop_app.domain.paper import LabelPaper
from desktop_app.domain.record import Stage
from desktop_app.flow.steps import Step
from desktop_app.ui.driver import Driver
from tests.e2e.barcodes import decoded
from tests.e2e.desk import CTRL, Desk, Hand, NoMouse
from tests.fakes.office import RECIPIENT, SENDER, WHOLE


@pytest.fixture(autouse=True)
def no_mouse(qapp: QApplication) -> Iterator[None]:
    """Nobody touches the mouse in here."""
    watch = NoMouse()
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    assert not watch.touched


def type_parcel(driver: Driver, hand: Hand) -> None:
    driver.wait_for_step(Step.PARCELS)
    hand.fill("parcels[0].weight_kg", "1.5")
    hand.fill("parcels[0].length_cm", "30")
    hand.fill("parcels[0].width_cm", "20")
    hand.fill("parcels[0].height_cm", "10")
    hand.fill("parcels[0].contents_summary", "Slippers")
    hand.fill("value_gbp", "45")
    hand.enter()


def to_the_labels(desk: Desk, driver: Driver, hand: Hand) -> None:
    """Enter from the prices on, and what must be there at the end."""
    for step in (Step.QUOTES, Step.EXTRAS, Step.REVIEW, Step.PAY):
        driver.wait_for_step(step)
        hand.enter()
    driver.wait_for_step(Step.LABELS)
    driver.settle()
    record = desk.kept()
    assert record.stage is Stage.TO_PRINT
    assert len(desk.payments()) == 1
    for paper in LabelPaper:
        pdf = desk.office.labelling.save(record.id, paper, desk.folder / "saved")
        assert {one.number for one in record.consignments} <= decoded(pdf), paper


def test_the_first_parcel_ever_is_typed_and_sent(desk: Desk) -> None:
    driver = desk.open()
    hand = Hand(driver)
    hand.press(Qt.Key.Key_Space)  # “Try Practice”
    driver.settle()
    hand.press(Qt.Key.Key_N, CTRL)
    driver.wait_for_step(Step.ADDRESSES)
    driver.settle()
    type_address(hand, "sender", SENDER)
    type_address(hand, "recipient", RECIPIENT)
    hand.enter()
    type_parcel(driver, hand)
    to_the_labels(desk, driver, hand)
    assert desk.office.settings.load().sender.street == SENDER.street


def type_address(hand: Hand, where: str, address: Address) -> None:
    for name in ("name", "property", "street", "town", "postcode", "email", "phone"):
        hand.fill(f"{where}.{name}", getattr(address, name))


def test_a_known_address_is_found_by_a_few_letters(desk: Desk) -> None:
    desk.office.memory.remember(WHOLE)
    driver = desk.open(SENDER)
    hand = Hand(driver)
    hand.press(Qt.Key.Key_N, CTRL)
    driver.wait_for_step(Step.ADDRESSES)
    driver.settle()

    hand.write("ann f")
    hand.take_offer()
    assert driver.wizard.session.shipment.recipient == RECIPIENT
    hand.enter()
    type_parcel(driver, hand)
    to_the_labels(desk, driver, hand)
