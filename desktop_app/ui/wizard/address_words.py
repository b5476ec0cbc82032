"""What a country calls the parts of an address, in the window's language."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def address_word(word: str) -> str:
    """Of `AddressFormat`'s county or postcode word; one that is not known here stays English."""
    words = {
        "county": translate("AddressWords", "county"),
        "state": translate("AddressWords", "state"),
        "province": translate("AddressWords", "province"),
        "emirate": translate("AddressWords", "emirate"),
        "area": translate("AddressWords", "area"),
        "postcode": translate("AddressWords", "postcode"),
        "ZIP code": translate("AddressWords", "ZIP code"),
        "Eircode": translate("AddressWords", "Eircode"),
        "PIN code": translate("AddressWords", "PIN code"),
    }
    return words.get(word, word)
