"""Opens pages in the system's browser: only those of the account's own host."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.account import Account, is_own_page

translate = QCoreApplication.translate


def open_own_page(url: str, account: Account) -> str:
    """Opens the page if it is the account's own; "" once it is open, else why it is not."""
    if not is_own_page(url, account):
        return translate(
            "Pages", "The link leads somewhere else than to Parcel2Go, so it was not opened."
        )
    if not QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode)):
        return translate("Pages", "The browser could not be started. Open it, then try again.")
    return ""
