"""What kind of account it is, in a word and its colour."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.account import Environment
from desktop_app.ui.widgets.badge import BadgeTone

translate = QCoreApplication.translate


def environment_badge(environment: Environment) -> tuple[str, BadgeTone]:
    """The text and the tone of its badge."""
    badges: dict[Environment, tuple[str, BadgeTone]] = {
        Environment.PRACTICE: (translate("Environments", "Practice"), "practice"),
        Environment.SANDBOX: (translate("Environments", "Sandbox"), "sandbox"),
        Environment.LIVE: (translate("Environments", "Live"), "live"),
    }
    return badges[environment]
