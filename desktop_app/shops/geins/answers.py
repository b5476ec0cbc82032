"""What Geins means by an answer, where that is not what others mean by it.

401, 403                               NotSignedIn: user, password or key
500 “A database error occured.”        QueryNotTaken: it will not take these filters
"""

from desktop_app.domain.errors import NotSignedIn
from desktop_app.shops.web.call import Answer
from desktop_app.shops.web.retrying import LastingFault
from desktop_app.shops.web.statuses import words_of

_CHECK = (
    "Check the API user, its password and its API key in the Geins Merchant Center, then connect"
    " the shop again."
)


class QueryNotTaken(LastingFault):
    """Geins' way of saying that a query has no filter it can use."""


def judge(answer: Answer) -> None:
    """Raises what an answer of Geins means; lets pass what means the same everywhere."""
    if answer.status in (401, 403):
        message = "Geins does not accept the API user, its password or its key."
        raise NotSignedIn(message, advice=_CHECK)
    if answer.status == 500 and any("database error" in one.casefold() for one in words_of(answer)):
        message = "Geins could not answer this query (“A database error”)."
        raise QueryNotTaken(message, status=500)
