"""What ePages means by a status, where that is not what others mean by it.

403    the token is wrong, or may not do this      NotSignedIn, ScopeMissing for a change
406    another version of the API                  AnswerNotUnderstood
409    the order is open in the shop's edit mode   Refused
410    the cart has become an order already        Refused
4xx, 5xx bodies may be web pages of the server beneath: they are never shown.
"""

from desktop_app.domain.errors import AnswerNotUnderstood, NotSignedIn, Refused
from desktop_app.shops.web.call import Answer

_COPY_IT = (
    "Copy the access token again from Apps, Private apps in the shop's administration. It needs"
    " the right to read and to write orders."
)


def judge(answer: Answer) -> None:
    """Raises what an answer of ePages means; lets pass what means the same everywhere."""
    if answer.status in (401, 403):
        message = f"ePages does not accept the access token, or not for {answer.what}."
        raise NotSignedIn(message, advice=_COPY_IT)
    if answer.status == 406:
        message = "The shop does not speak version 1 of ePages' API."
        raise AnswerNotUnderstood(message, status=406)
    if answer.status == 409:
        message = "The order is open for editing in the shop."
        raise Refused(message, advice="Close it there, then send it again.")
    if answer.status == 410:
        raise Refused("This cart has become an order already.", advice="Look in the shop's orders.")
