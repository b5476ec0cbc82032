"""What an empty list says: what belongs there, and what to do now."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.shipments.filters import Filter

translate = QCoreApplication.translate


class EmptyWords(NamedTuple):
    """`action` is the button's text; "" for no button."""

    title: str
    sentence: str
    action: str = ""


def first_words(*, is_practice: bool) -> EmptyWords:
    """Of a list that never had a shipment."""
    kept = translate("Shipments", "Your drafts, orders and labels are kept here, on this computer.")
    if not is_practice:
        return EmptyWords(
            translate("Shipments", "No shipments yet"), kept, translate("Shipments", "New shipment")
        )
    sentence = translate(
        "Shipments", "{0} Try it with a practice parcel that is filled in for you."
    ).format(kept)
    return EmptyWords(
        translate("Shipments", "No shipments yet"),
        sentence,
        translate("Shipments", "Try it with a practice parcel"),
    )


def nothing_found(search: str) -> EmptyWords:
    """Of a search that matches nothing."""
    sentence = translate("Shipments", "No shipment matches “{0}”. Try fewer letters.").format(
        search
    )
    return EmptyWords(
        translate("Shipments", "Nothing found"),
        sentence,
        translate("Shipments", "Clear the search"),
    )


def nothing_here(chosen: Filter) -> EmptyWords:
    """Of a filter that shows nothing just now."""
    words = {
        Filter.DRAFTS: (
            translate("Shipments", "No drafts"),
            translate(
                "Shipments",
                "A shipment is a draft until it is ordered. Begin one with New shipment.",
            ),
        ),
        Filter.TO_PAY: (
            translate("Shipments", "Nothing to pay"),
            translate(
                "Shipments", "Orders wait here until they are paid, from PrePay or in the browser."
            ),
        ),
        Filter.TO_PRINT: (
            translate("Shipments", "Nothing to print"),
            translate(
                "Shipments",
                "The labels of paid shipments wait here until they are printed or saved.",
            ),
        ),
        Filter.SENT: (
            translate("Shipments", "Nothing sent yet"),
            translate("Shipments", "A shipment comes here once its label is printed or saved."),
        ),
        Filter.PROBLEMS: (
            translate("Shipments", "No problems"),
            translate(
                "Shipments",
                "A payment that is not certain, or an order with trouble, would stand here.",
            ),
        ),
    }
    return EmptyWords(
        *words.get(chosen, (translate("Shipments", "Nothing here"), "")),
        action=translate("Shipments", "Show all"),
    )
