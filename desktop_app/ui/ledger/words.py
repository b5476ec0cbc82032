"""The ledger in the user's words."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.ledger import EntryKind, EntryState
from desktop_app.domain.measures import format_date, format_month
from desktop_app.domain.refund import RefundFlag
from desktop_app.services.ledger_view import Grouping, Line
from desktop_app.ui.widgets.badge import BadgeTone

translate = QCoreApplication.translate

_TONES: dict[EntryState, BadgeTone] = {
    EntryState.UNPAID: "neutral",
    EntryState.PAID: "success",
    EntryState.DROPPED: "neutral",
    EntryState.WAITING: "warning",
    EntryState.UNCERTAIN: "danger",
    EntryState.SEEN: "success",
    EntryState.ASKED: "warning",
    EntryState.RECEIVED: "success",
    EntryState.REFUSED: "danger",
}


def kind_word(kind: EntryKind) -> str:
    """What an entry is about."""
    words = {
        EntryKind.ORDER: translate("Ledger", "Order"),
        EntryKind.PAYMENT: translate("Ledger", "Payment"),
        EntryKind.TOP_UP: translate("Ledger", "Top-up"),
        EntryKind.REFUND_ASKED: translate("Ledger", "Refund asked for"),
        EntryKind.REFUND: translate("Ledger", "Refund"),
    }
    return words[kind]


def state_word(line: Line) -> tuple[str, BadgeTone]:
    """How an entry stands, with its colour; what should be asked back says how long that goes."""
    if line.flag:
        return days_left(line.flag), "danger" if line.flag.is_urgent else "warning"
    words = {
        EntryState.UNPAID: translate("Ledger", "Not paid"),
        EntryState.PAID: translate("Ledger", "Paid"),
        EntryState.DROPPED: translate("Ledger", "Not used"),
        EntryState.WAITING: translate("Ledger", "In the browser"),
        EntryState.UNCERTAIN: translate("Ledger", "Uncertain"),
        EntryState.SEEN: translate("Ledger", "Seen"),
        EntryState.ASKED: translate("Ledger", "Asked for"),
        EntryState.RECEIVED: translate("Ledger", "Received"),
        EntryState.REFUSED: translate("Ledger", "Refused"),
    }
    return words[line.entry.state], _TONES[line.entry.state]


def days_left(flag: RefundFlag) -> str:
    """How long a refund can still be asked for."""
    if flag.days_left == 0:
        return translate("Ledger", "Last day")
    if flag.days_left == 1:
        return translate("Ledger", "1 day left")
    return translate("Ledger", "{0} days left").format(flag.days_left)


def remark(line: Line) -> str:
    """What there is to know of it: that nobody scanned it, or what was noted."""
    if line.flag:
        words = translate("Ledger", "Never scanned. Ask for the refund by {0}.")
        return words.format(format_date(line.flag.ends_on))
    return line.entry.note


def about_whom(line: Line) -> str:
    """For whom it was; what has no recipient is said by its kind."""
    if line.entry.kind is EntryKind.TOP_UP:
        return translate("Ledger", "PrePay balance")
    return line.entry.recipient or translate("Ledger", "Deleted draft")


def grouping_word(grouping: Grouping) -> str:
    """What the spending is added up by."""
    words = {
        Grouping.MONTH: translate("Ledger", "Month"),
        Grouping.COURIER: translate("Ledger", "Courier"),
        Grouping.SERVICE: translate("Ledger", "Service"),
        Grouping.SHOP: translate("Ledger", "Shop"),
    }
    return words[grouping]


def group_word(grouping: Grouping, name: str) -> str:
    """A group as it is read; what carries no name says so."""
    if grouping is Grouping.MONTH:
        return format_month(name)
    return name or translate("Ledger", "Not known")
