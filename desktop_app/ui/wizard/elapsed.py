"""How long something has lasted, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def elapsed(since: datetime, now: datetime) -> str:
    """Such as "42 s", "3 min" or "2 h 5 min"; a clock that was set back makes it "0 s"."""
    seconds = max(int((now - since).total_seconds()), 0)
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    if hours:
        return translate("Elapsed", "{h} h {m} min").format(h=hours, m=minutes)
    if minutes:
        return translate("Elapsed", "{m} min").format(m=minutes)
    return translate("Elapsed", "{s} s").format(s=seconds)
