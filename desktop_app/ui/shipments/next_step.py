"""The one next thing to do with a shipment, as the button in the details says and does it."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.measures import format_money
from desktop_app.domain.record import ShipmentRecord, Stage


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
        return _tr("Pay {0}").format(format_money(record.price.total))
    words = {
        Stage.WAITING: _tr("Check now"),
        Stage.UNCERTAIN: _tr("Check now"),
        Stage.PAID: _tr("Fetch the labels"),
        Stage.TO_PRINT: _tr("Print the label"),
        Stage.SENT: _tr("Open the labels"),
    }
    return words.get(record.stage, _tr("Continue"))


def outcome_word(record: ShipmentRecord) -> str:
    """What looking again has shown, in one sentence."""
    words = {
        Stage.WAITING: _tr("Not paid yet. It is looked at again by itself."),
        Stage.UNCERTAIN: _tr("Not certain yet. It is looked at again by itself."),
        Stage.TO_PAY: _tr("It was not paid: nothing was charged, and it can be paid now."),
        Stage.PAID: _tr("It is paid."),
        Stage.TO_PRINT: _tr("The label is here."),
    }
    return words.get(record.stage, "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shipments", text)
