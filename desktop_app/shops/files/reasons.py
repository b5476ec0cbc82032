"""Why a row is left out: it is cancelled, on its way, or nothing that is sent."""

import re
from collections.abc import Mapping

from desktop_app.domain.shop_order import SkipReason
from desktop_app.shops.files.cells import quantity_of
from desktop_app.shops.files.fields import Field
from desktop_app.shops.files.headers import plain
from desktop_app.shops.files.layout import Layout

# What is about the order as a whole, and stands in its first row only where a file is written so.
OF_ORDER = (Field.STATUS, Field.REFUND_STATUS, Field.CANCELLED, Field.DISPATCHED)
_CANCELLED = re.compile(
    r"cancel|void|storn|annul|return refund|"
    r"\b(refunded|failed|trash|rejected|returned|expired)\b"
)
_NOT_WHOLLY = re.compile(r"\bpart(ial(ly)?)?\b|\bto cancel\b|\bnot cancel")
_SENT = re.compile(
    r"\b(shipped|dispatched|despatched|delivered|fulfilled|posted|in transit|complete shipped|"
    r"versendet|versandt|zugestellt|expedie|livre|out for delivery)\b"
)
_NOT_YET = re.compile(
    r"\b(not|to|un|awaiting|ready|pending|partial|partially|part|to be|noch nicht|nicht|non)\b"
    r"|\bun(shipped|fulfilled|dispatched)\b"
)
_NO = {"false", "no", "0", "n", "nein", "non"}
_YES = {"true", "yes", "1", "y", "ja", "oui"}
_NOTHING = {"", "no", "n", "none", "null", "false", "0", "na", "n a", "not dispatched", "nan"}
_DIGITAL = re.compile(r"\b(digital|download(able)?|virtual|instant download|gift ?card)\b")


def reason_of(found: Mapping[Field, str], layout: Layout) -> SkipReason | None:
    """Why a row with these cells is no line that is to be sent; None: it is one."""
    if _is_cancelled(found):
        return SkipReason.CANCELLED
    if _is_sent(found, layout):
        return SkipReason.DISPATCHED
    if _is_digital(found):
        return SkipReason.DIGITAL
    if quantity_of(found.get(Field.QUANTITY, "")) == 0:
        return SkipReason.CANCELLED
    return None


def _is_cancelled(found: Mapping[Field, str]) -> bool:
    if Field.CANCELLED in found and _has_happened(found[Field.CANCELLED]):
        return True
    words = (plain(found[field]) for field in (*_STATES, Field.REFUND_STATUS) if field in found)
    return any(_CANCELLED.search(word) and not _NOT_WHOLLY.search(word) for word in words)


_STATES = (Field.LINE_STATUS, Field.STATUS)


def _is_sent(found: Mapping[Field, str], layout: Layout) -> bool:
    if Field.DISPATCHED in found and _has_happened(found[Field.DISPATCHED]):
        return True
    if quantity_of(found.get(Field.TO_SHIP, "")) == 0:
        return True
    words = [plain(found[field]) for field in _STATES if field in found]
    return any(word in layout.sent_words or _says_sent(word) for word in words)


def _says_sent(word: str) -> bool:
    return bool(_SENT.search(word)) and not _NOT_YET.search(word)


def _is_digital(found: Mapping[Field, str]) -> bool:
    if plain(found.get(Field.NEEDS_SHIPPING, "")) in _NO:
        return True
    return bool(_DIGITAL.search(plain(found.get(Field.KIND, ""))))


def _has_happened(cell: str) -> bool:
    """Whether a cell that says when, or whether, says that it has."""
    word = plain(cell)
    return word in _YES or (word not in _NOTHING and any(sign.isdigit() for sign in word))
