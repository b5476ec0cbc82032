"""`GET /api/faqs`: questions and answers for the help pages (form ours)."""

from desktop_app.domain.guidance import Faq, Faqs
from desktop_app.parcel2go.as_told import as_told
from desktop_app.parcel2go.call import get
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.guidance import WireFaq
from desktop_app.parcel2go.wire.reading import json_of, list_in, read_good


def faqs(transport: Transport) -> Faqs:
    """All of them, as plain text."""
    answer = transport.answer(get("/api/faqs", "the questions and answers"))
    rows = read_good(WireFaq, list_in(json_of(answer), "Results", "Faqs"), answer)
    entries = tuple(entry for entry in map(_faq, rows) if entry.question)
    return Faqs(entries=entries, as_told="" if entries else as_told(answer))


def _faq(wire: WireFaq) -> Faq:
    return Faq(
        question=plain_text(wire.question or wire.title),
        answer=plain_text(wire.answer or wire.content or wire.body),
    )
