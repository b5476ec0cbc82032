"""What an empty list says: what belongs there, and what to do now."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.shipments.filters import Filter


class EmptyWords(NamedTuple):
    """`action` is the button's text; "" for no button."""

    title: str
    sentence: str
    action: str = ""


def first_words(*, is_practice: bool) -> EmptyWords:
    """Of a list that never had a shipment."""
    kept = _tr("Your drafts, orders and labels are kept here, on this computer.")
    if not is_practice:
        return EmptyWords(_tr("No shipments yet"), kept, _tr("New shipment"))
    sentence = _tr("{0} Try it with a practice parcel that is filled in for you.").format(kept)
    return EmptyWords(_tr("No shipments yet"), sentence, _tr("Try it with a practice parcel"))


def nothing_found(search: str) -> EmptyWords:
    """Of a search that matches nothing."""
    sentence = _tr("No shipment matches “{0}”. Try fewer letters.").format(search)
    return EmptyWords(_tr("Nothing found"), sentence, _tr("Clear the search"))


def nothing_here(chosen: Filter) -> EmptyWords:
    """Of a filter that shows nothing just now."""
    words = {
        Filter.DRAFTS: (
            _tr("No drafts"),
            _tr("A shipment is a draft until it is ordered. Begin one with New shipment."),
        ),
        Filter.TO_PAY: (
            _tr("Nothing to pay"),
            _tr("Orders wait here until they are paid, from PrePay or in the browser."),
        ),
        Filter.TO_PRINT: (
            _tr("Nothing to print"),
            _tr("The labels of paid shipments wait here until they are printed or saved."),
        ),
        Filter.SENT: (
            _tr("Nothing sent yet"),
            _tr("A shipment comes here once its label is printed or saved."),
        ),
        Filter.PROBLEMS: (
            _tr("No problems"),
            _tr("A payment that is not certain, or an order with trouble, would stand here."),
        ),
    }
    return EmptyWords(*words.get(chosen, (_tr("Nothing here"), "")), action=_tr("Show all"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shipments", text)
