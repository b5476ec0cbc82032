"""The one next thing to do with a shipment, as the button in the details says and does it."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.measures import format_money
from desktop_app.domain.record import ShipmentRecord, Stage

translate = QCoreApplication.translate


class NextStep(Enum):
    """Where the button leads."""

    OPEN = auto()
    CHECK = auto()
    FETCH = auto()
    PRINT = auto()


_STEPS = {
    Stage.WAITING: NextStep.CHECK,
    Stage.UNCERTAIN: NextStep.CHECK,
    Stage.PAID: NextStep.FETCH,
    Stage.TO_PRINT: NextStep.PRINT,
}


def next_step(record: ShipmentRecord) -> NextStep:
    """What the button does."""
    return _STEPS.get(record.stage, NextStep.OPEN)


def next_word(record: ShipmentRecord) -> str:
    """What the button says; where money is asked for, how much."""
    if record.stage is Stage.TO_PAY and record.price:
        return translate("Shipments", "Pay {0}").format(format_money(record.price.total))
    words = {
        Stage.WAITING: translate("Shipments", "Check now"),
        Stage.UNCERTAIN: translate("Shipments", "Check now"),
        Stage.PAID: translate("Shipments", "Fetch the labels"),
        Stage.TO_PRINT: translate("Shipments", "Print the label"),
        Stage.SENT: translate("Shipments", "Open the labels"),
    }
    return words.get(record.stage, translate("Shipments", "Continue"))


def outcome_word(record: ShipmentRecord) -> str:
    """What looking again has shown, in one sentence."""
    words = {
        Stage.WAITING: translate("Shipments", "Not paid yet. It is looked at again by itself."),
        Stage.UNCERTAIN: translate(
            "Shipments", "Not certain yet. It is looked at again by itself."
        ),
        Stage.TO_PAY: translate(
            "Shipments", "It was not paid: nothing was charged, and it can be paid now."
        ),
        Stage.PAID: translate("Shipments", "It is paid."),
        Stage.TO_PRINT: translate("Shipments", "The label is here."),
    }
    return words.get(record.stage, "")
