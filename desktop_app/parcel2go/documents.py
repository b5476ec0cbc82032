"""The documents that an order links to: public pages of the account's own host."""

from urllib.parse import urljoin

from desktop_app.domain.account import is_own_page
from desktop_app.domain.errors import AnswerNotUnderstood, Refused
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.errors import check_status
from desktop_app.parcel2go.refusals import refusal
from desktop_app.parcel2go.transport import Transport

_MOST_REDIRECTS = 5
_WHAT = "the document"
_STARTS = (b"%PDF", b"\x89PNG")


def document(transport: Transport, url: str) -> bytes:
    """A PDF or PNG, fetched without a token.

    Raises Refused as soon as the way leads to another host.
    """
    for _ in range(_MOST_REDIRECTS + 1):
        if not is_own_page(url, transport.account):
            message = "The document lies elsewhere than at Parcel2Go. It was not fetched."
            raise Refused(message, advice="Open the order on Parcel2Go's own website.")
        answer = transport.unsigned(url, _WHAT)
        target = answer.headers.get("location", "")
        if not (300 <= answer.status < 400 and target):
            return _content(answer)
        url = urljoin(url, target)
    raise AnswerNotUnderstood("The document was sent round in circles.", status=answer.status)


def _content(answer: Answer) -> bytes:
    check_status(answer)
    if answer.status >= 400:
        raise refusal(answer)
    if not answer.content.startswith(_STARTS):
        message = "Something else than a PDF came instead of the document."
        raise AnswerNotUnderstood(message, status=answer.status)
    return answer.content
