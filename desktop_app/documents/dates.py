"""Dates as our own papers write them, whatever language the system is set to."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def written(day: date) -> str:
    """ "23 November 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
