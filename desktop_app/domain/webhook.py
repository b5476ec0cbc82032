"""Webhooks: whether one is genuine, and what it says (seed 002, Webhooks).

The signature covers `Id`, `Timestamp` and `Type`, never the payload: an event is a reason to read
the API, not news to be believed.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from desktop_app.domain.errors import PostroomError
from desktop_app.domain.value import Value

MOST_BYTES = 64 * 1024
OLDEST = timedelta(hours=24)
"""A repeat may bear its first sending's time, and repeats grow apart."""
FURTHEST_AHEAD = timedelta(minutes=5)
_SECONDS = len("2018-08-30T11:37:03")
_ID_LENGTH = 100


class Fault(StrEnum):
    """Why a webhook is refused."""

    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"
    OUT_OF_TIME = "out of time"


class WebhookRefused(PostroomError):
    """It is not what Parcel2Go would send."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"A webhook was refused: it is {fault.value}.")
        self.fault = fault


class WebhookEvent(Value):
    """What a genuine webhook says; ids are text whether they came as numbers or not.

    `stage` is set for Tracking; `case_id`, `case_type`, `status` and `reference` for Case.
    """

    id: str
    at: datetime
    type: str
    order_line_id: str = ""
    stage: str = ""
    case_id: str = ""
    case_type: str = ""
    status: str = ""
    reference: str = ""


def signature(event_id: str, moment: str, kind: str, secret: str) -> str:
    """The documented HMAC-SHA256 of `Id:Timestamp:Type` in lower-case hex.

    `moment` is written `yyyy-MM-dd HH:mm:ss`.
    """
    text = f"{event_id}:{moment}:{kind}"
    return hmac.new(secret.encode(), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def read_webhook(body: bytes, secret: str, now: datetime) -> WebhookEvent:
    """The event in a body; raises WebhookRefused for one that is not genuine, or not of now."""
    if len(body) > MOST_BYTES:
        raise WebhookRefused(Fault.TOO_LARGE)
    sent = _envelope(body)
    event_id, stamp, kind = (_word(sent.get(name)) for name in ("id", "timestamp", "type"))
    if not event_id or not kind or len(event_id) > _ID_LENGTH or len(kind) > _ID_LENGTH:
        raise WebhookRefused(Fault.UNREADABLE)
    at = _moment(stamp)
    if not _is_signed(_word(sent.get("signature")), event_id, (stamp, at), kind, secret):
        raise WebhookRefused(Fault.UNSIGNED)
    if not now - OLDEST <= at <= now + FURTHEST_AHEAD:
        raise WebhookRefused(Fault.OUT_OF_TIME)
    payload = sent.get("payload")
    return WebhookEvent(
        id=event_id,
        at=at,
        type=kind,
        **_told(_folded(payload if isinstance(payload, dict) else {})),
    )


def _envelope(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as failure:
        raise WebhookRefused(Fault.UNREADABLE) from failure
    if not isinstance(sent, dict):
        raise WebhookRefused(Fault.UNREADABLE)
    return _folded(sent)


def _folded(sent: Mapping[str, Any]) -> dict[str, Any]:
    return {name.casefold(): value for name, value in sent.items()}


def _is_signed(
    given: str, event_id: str, moment: tuple[str, datetime], kind: str, secret: str
) -> bool:
    """Compares in constant time, with the time as it stands there and as UTC.

    Which of the two is signed where the offset is not zero is not known (facts, Webhooks).
    """
    stamp, at = moment
    as_written = stamp[:_SECONDS].replace("T", " ")
    as_utc = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    made = [signature(event_id, text, kind, secret) for text in (as_written, as_utc)]
    same = [hmac.compare_digest(given.lower().encode(), one.encode()) for one in made]
    return bool(secret) and any(same)


def _moment(stamp: str) -> datetime:
    """The time, its fraction of seven digits cut to six; without an offset it is UTC."""
    try:
        at = datetime.fromisoformat(stamp)
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return at.astimezone(UTC)
    except (ValueError, OverflowError) as failure:
        raise WebhookRefused(Fault.UNREADABLE) from failure


def _told(payload: Mapping[str, Any]) -> dict[str, str]:
    names = {
        "order_line_id": "orderlineid", "stage": "trackingstage", "case_id": "caseid",
        "case_type": "casetype", "status": "status", "reference": "customerreference",
    }  # fmt: skip
    return {ours: _word(payload.get(theirs))[:_ID_LENGTH] for ours, theirs in names.items()}


def _word(value: object) -> str:
    """Words and whole numbers; nothing else has a place in these fields."""
    if isinstance(value, str):
        # JSON can name halves of characters, which no signature, store or log can hold.
        return value.strip().encode("utf-8", "replace").decode()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    return ""
