"""Opens pages in the system's browser: only those of the account's own host."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.account import Account, is_own_page


def open_own_page(url: str, account: Account) -> bool:
    """Opens the page if it is the account's own; whether that worked."""
    return is_own_page(url, account) and QDesktopServices.openUrl(
        QUrl(url, QUrl.ParsingMode.StrictMode)
    )
