"""What Centra means by an answer, where that is not what others mean by it.

200 with `status: "no"`       Refused, with its `msg`, and with what its `code` says
401, 403                      NotSignedIn; ScopeMissing where the plugin does not allow the call
"""

from desktop_app.domain.errors import NotSignedIn, Refused, ScopeMissing
from desktop_app.domain.problem import error
from desktop_app.shops.web import exact_json
from desktop_app.shops.web.call import Answer
from desktop_app.shops.web.statuses import words_of

_COPY_IT = (
    "Copy the secret and the address again from the plugin “Order API” in Centra (System, Stores),"
    " then connect the shop again."
)
_ALLOW = "Allow it in Centra: System, Stores, the plugin “Order API”."
# The documented codes of an order that is refused, and the field each is about.
_CODES = {
    "-1": ("details.products", "A product cannot be added to the order."),
    "-2": ("details.products", "A product is out of stock."),
    "-3": ("details.products", "The order is empty."),
    "-4": ("details", "A field that Centra needs is missing."),
    "-5": ("details.orderNumber", "There is an order with this number already."),
    "-6": ("details.customerRegister", "The customer could not be registered."),
}


def judge(answer: Answer) -> None:
    """Raises what an answer of Centra means; lets pass what means the same everywhere."""
    if answer.status in (401, 403):
        if "not allowed" in _status(answer):
            raise ScopeMissing(f"The shop's plugin does not allow {answer.what}.", advice=_ALLOW)
        raise NotSignedIn("Centra does not accept the secret at this address.", advice=_COPY_IT)
    if answer.status == 200 and b'"no"' in answer.content and _status(answer) == "no":
        raise _refusal(answer)


def _refusal(answer: Answer) -> Refused:
    said = words_of(answer)
    field, meaning = _CODES.get(_field(answer, "code"), ("", ""))
    reasons = " ".join(said) or meaning or "it did not say why."
    message = f"Centra refused {answer.what}: {reasons}"
    refusal = Refused(message, [error(field, one) for one in (*said, meaning) if one])
    if "capture" in reasons.casefold():
        refusal.advice = "Keep the parcel here until the payment is settled in Centra."
    return refusal


def _status(answer: Answer) -> str:
    return _field(answer, "status").casefold()


def _field(answer: Answer, name: str) -> str:
    try:
        sent = exact_json.read(answer.content)
    except ValueError:
        return ""
    return str(sent.get(name, "")) if isinstance(sent, dict) else ""
