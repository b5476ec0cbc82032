"""What the service says beside the order: address rules, prohibited items, questions answered."""

from desktop_app.domain.value import Value


class AddressRule(Value):
    """What one address field has to be for a country and service; `field` is ours, "" if unknown.

    `name` is the service's own word for the field, `message` its sentence, where it gives one.
    """

    name: str
    field: str = ""
    is_required: bool = False
    max_length: int | None = None
    pattern: str = ""
    message: str = ""


class AddressRules(Value):
    """The rules that were understood, and the whole answer in plain words for the others."""

    rules: tuple[AddressRule, ...] = ()
    as_told: str = ""


class ProhibitedItem(Value):
    """Something that may not be sent, or only on conditions, and why."""

    name: str
    reason: str = ""
    is_restricted_only: bool = False


class ProhibitedItems(Value):
    """What a search found, and the whole answer in plain words where it was not understood."""

    items: tuple[ProhibitedItem, ...] = ()
    as_told: str = ""


class Faq(Value):
    """A question and its answer, as plain text."""

    question: str
    answer: str = ""


class Faqs(Value):
    """All questions, and the whole answer in plain words where it was not understood."""

    entries: tuple[Faq, ...] = ()
    as_told: str = ""
