"""Answers about address rules, prohibited items and questions: none of their forms is documented,
so that each field stands here under every name it may have."""

from desktop_app.parcel2go.wire.base import Loose, WireModel


class WireRule(WireModel):
    """A rule for one field of an address."""

    field: Loose = ""
    name: Loose = ""
    property_name: Loose = ""
    required: bool | None = None
    is_required: bool | None = None
    max_length: Loose = ""
    pattern: Loose = ""
    regex: Loose = ""
    message: Loose = ""
    error: Loose = ""


class WireProhibited(WireModel):
    """Something that may not be sent."""

    name: Loose = ""
    item: Loose = ""
    title: Loose = ""
    reason: Loose = ""
    description: Loose = ""
    details: Loose = ""
    restriction: Loose = ""


class WireFaq(WireModel):
    """A question with its answer in HTML."""

    question: Loose = ""
    title: Loose = ""
    answer: Loose = ""
    content: Loose = ""
    body: Loose = ""
