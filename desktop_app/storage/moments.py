"""Points in time as text of one width in UTC, so that their order is that of the text."""

from datetime import UTC, datetime


def to_text(at: datetime) -> str:
    """Such as `2026-11-23T12:00:00.000000+00:00`; raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone is no point in time")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """The same moment again; raises ValueError for other text."""
    return datetime.fromisoformat(text)
