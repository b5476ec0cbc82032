"""`GET /api/invoices/{reference}`: the bill of an order as PDF (form ours; 500 in the sandbox)."""

import base64
import binascii
from collections.abc import Iterator

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.call import get, segment
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.reading import json_of

_PDF = b"%PDF"


def invoice(transport: Transport, order_id: str, order_hash: str = "") -> bytes:
    """The PDF, whether it came bare or in base64 somewhere in JSON."""
    path = f"/api/invoices/{segment(order_id)}"
    answer = transport.answer(get(path, "the invoice", {"hash": order_hash}))
    if answer.content.startswith(_PDF):
        return answer.content
    found = next(_pdfs(json_of(answer)), None)
    if found is None:
        raise _none(answer)
    return found


def _pdfs(sent: object) -> Iterator[bytes]:
    waiting = [sent]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (pdf := _decoded(value)):
            yield pdf


def _decoded(text: str) -> bytes:
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except (ValueError, binascii.Error):
        return b""
    return content if content.startswith(_PDF) else b""


def _none(answer: Answer) -> AnswerNotUnderstood:
    message = "Parcel2Go's answer about the invoice has no PDF in it."
    return AnswerNotUnderstood(message, status=answer.status)
