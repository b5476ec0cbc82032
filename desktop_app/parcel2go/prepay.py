"""`/api/prepay`: the balance, and the page where it is topped up."""

from decimal import Decimal

from desktop_app.domain.errors import AnswerNotUnderstood, NotSignedIn, ScopeMissing
from desktop_app.domain.order import Link
from desktop_app.parcel2go.call import Call, Deadline, get
from desktop_app.parcel2go.transport import Transport
from desktop_app.parcel2go.wire.links import links_in
from desktop_app.parcel2go.wire.prepay import PrePay
from desktop_app.parcel2go.wire.reading import json_of, read

BALANCE = get("/api/prepay", "the PrePay balance")


def balance(transport: Transport) -> Decimal:
    """What PrePay holds, in pounds; raises ScopeMissing where PrePay is not enabled."""
    try:
        return read(PrePay, transport.answer(BALANCE)).balance
    except NotSignedIn as failure:
        transport.sign_in()  # raises when it is the key itself
        raise _not_enabled() from failure


def check_key(transport: Transport, deadline: Deadline) -> None:
    """Signs in and reads the balance, which is the smallest answer there is; within `deadline`.

    A key without PrePay is a good key all the same.
    """
    transport.sign_in(deadline)
    call = Call("GET", BALANCE.path, BALANCE.what)
    try:
        read(PrePay, transport.answer(call, deadline))
    except NotSignedIn:
        return


def top_up_link(transport: Transport, amount: Decimal) -> str:
    """A page on which PrePay is topped up by so many pounds.

    The form of this answer was never recorded: its links may stand anywhere.
    """
    call = Call(
        "POST", "/api/prepay/create-topup-links", "the top-up page",
        body={"Amount": amount, "CurrencyCode": "GBP"},
    )  # fmt: skip
    answer = transport.answer(call)
    links = _links(json_of(answer))
    named = (link.url for link in links if link.name.casefold() == "payment")
    url = next(named, "") or next((link.url for link in links), "")
    if not url:
        message = "Parcel2Go's answer about the top-up page lacks Links."
        raise AnswerNotUnderstood(message, status=answer.status)
    return url


def _links(sent: object) -> tuple[Link, ...]:
    if isinstance(sent, str):
        sent = {"payment": sent}
    if isinstance(sent, dict):
        nested = (links_in(value) for value in sent.values())
        sent_links = (*links_in(sent), *(link for links in nested for link in links))
        return tuple(link for link in sent_links if "://" in link.url)
    return links_in(sent)


def _not_enabled() -> ScopeMissing:
    return ScopeMissing(
        "Parcel2Go does not let this account use PrePay through its API.",
        advice="Ask apihelp@parcel2go.com to enable it, or pay in the browser.",
    )
