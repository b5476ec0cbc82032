"""The extras in plain words: the service's own names are for its API."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.extras import ExtraKind

translate = QCoreApplication.translate


def extra_name(kind: str) -> str:
    """What an extra is called; one that is not documented keeps its own name."""
    words = {
        ExtraKind.SMS: translate("Extras", "Text message to the recipient"),
        ExtraKind.SIGNATURE: translate("Extras", "Signature on delivery"),
        ExtraKind.COVER: translate("Extras", "Parcel protection, full value"),
        ExtraKind.EXTENDED_BASE_COVER: translate("Extras", "Parcel protection, standard"),
        ExtraKind.DELIVERY_GUARANTEE: translate("Extras", "Delivery guarantee"),
        ExtraKind.PRINT_IN_STORE: translate("Extras", "Label printed in the shop"),
    }
    found = known(kind)
    return words[found] if found else kind


def extra_sentence(kind: str) -> str:
    """What an extra does, in one sentence; "" for one that is not documented."""
    words = {
        ExtraKind.SMS: translate("Extras", "The courier texts when the parcel is on its way."),
        ExtraKind.SIGNATURE: translate("Extras", "Someone signs for the parcel at the door."),
        ExtraKind.COVER: translate("Extras", "Pays for the goods if the parcel is lost or broken."),
        ExtraKind.EXTENDED_BASE_COVER: translate(
            "Extras", "Pays a fixed amount if the parcel is lost or broken."
        ),
        ExtraKind.DELIVERY_GUARANTEE: translate(
            "Extras", "The delivery is refunded if the parcel arrives late."
        ),
        ExtraKind.PRINT_IN_STORE: translate(
            "Extras",
            "Show the code on your phone and the shop prints the label. No printer needed.",
        ),
    }
    found = known(kind)
    return words[found] if found else ""


def known(kind: str) -> ExtraKind | None:
    """The documented extra with this name, in any case."""
    return next((one for one in ExtraKind if one.casefold() == kind.casefold()), None)
