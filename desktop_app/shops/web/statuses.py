"""What a shop's status means, and in which words its body says why.

400, other 4xx    Refused, with the shop's own words
401               NotSignedIn
404               NotFound
407               ProxyRefused
408               TimedOut
429               TooManyRequests, with what `Retry-After` says
5xx               ServiceBroken, with its status and words
3xx               AnswerNotUnderstood

A shop says what else it means by a status (ePages' 403, 406, 409, 410) before it comes here.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from desktop_app.domain.errors import (
    AnswerNotUnderstood,
    NotFound,
    NotSignedIn,
    PostroomError,
    ProxyRefused,
    Refused,
    ServiceBroken,
    TimedOut,
    TooManyRequests,
)
from desktop_app.domain.problem import error
from desktop_app.shops.web import exact_json
from desktop_app.shops.web.call import Answer

LONGEST_WAIT = 3600.0
CHECK_KEY = "Check the shop's address and its keys, then connect it again."
TRY_LATER = "Try again in a few minutes."
_LONGEST = 300
_WORDS = ("message", "msg", "error", "error_description", "title", "detail")
_LISTS = ("details", "errors", "errormessages")


def raise_for(answer: Answer, shop: str) -> None:
    """Raises what the status means; one of 2xx passes."""
    status = answer.status
    if 200 <= status < 300:
        return
    if status in _STATUSES:
        raise _STATUSES[status](answer, shop)
    if status >= 500:
        raise broken(answer, shop)
    if status < 400:
        message = f"{shop} sent the question about {answer.what} elsewhere. It did not go there."
        raise AnswerNotUnderstood(message, status=status)
    raise refused(answer, shop)


def refused(answer: Answer, shop: str, usual: str = "") -> Refused:
    """A refusal in the shop's own words, in `usual` ones where it has none."""
    said = words_of(answer)
    message = usual or f"{shop} refused {answer.what} ({answer.status})."
    if said:
        message = f"{shop} refused {answer.what}: {said[0]}"
    return Refused(message, [error("", one) for one in said])


def broken(answer: Answer, shop: str) -> ServiceBroken:
    """A fault of the shop's own."""
    message = f"{shop} has a fault at the moment ({answer.status}): {answer.what} did not come."
    failure = ServiceBroken(message, status=answer.status)
    failure.advice = TRY_LATER
    return failure


def words_of(answer: Answer) -> tuple[str, ...]:
    """Every sentence of a JSON error body, each once; none of a web page."""
    try:
        sent = exact_json.read(answer.content)
    except ValueError:
        return ()
    lines = (_line(text) for text in _texts(sent))
    return tuple(dict.fromkeys(line for line in lines if line))[:10]


def retry_after(answer: Answer) -> float | None:
    """The seconds `Retry-After` asks for, at most an hour; None when it says nothing usable.

    A date is held against the answer's own `Date`, since this computer's clock may be wrong.
    """
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), LONGEST_WAIT)
    return seconds_until(_date(said), answer)


def seconds_until(moment: datetime | None, answer: Answer) -> float | None:
    """How far away a moment is by the answer's own clock, at most an hour; None for none."""
    if moment is None:
        return None
    now = _date(answer.headers.get("date", "")) or datetime.now(UTC)
    return min(max(0.0, (moment - now).total_seconds()), LONGEST_WAIT)


def _texts(sent: object) -> Iterator[str]:
    if isinstance(sent, str):
        yield sent
    if not isinstance(sent, dict):
        return
    folded = {str(key).casefold(): value for key, value in sent.items()}
    for name in _WORDS:
        yield from _texts(folded.get(name))
    for name in _LISTS:
        for one in _several(folded.get(name)):
            yield from _texts(one)


def _several(held: object) -> Iterable[object]:
    """A list's entries; Centra has an object with a sentence for each line instead."""
    if isinstance(held, dict):
        return held.values()
    return held if isinstance(held, list) else ()


def _line(text: str) -> str:
    """The shop's own words as one plain line, its markup left out."""
    reader = _Words()
    try:
        reader.feed(text[: 4 * _LONGEST])
        reader.close()
    except AssertionError:  # what the parser makes of some broken declarations
        return ""
    return " ".join(" ".join(reader.words).split())[:_LONGEST]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _not_signed_in(_answer: Answer, shop: str) -> PostroomError:
    return NotSignedIn(f"{shop} does not accept the sign-in.", advice=CHECK_KEY)


def _not_found(answer: Answer, shop: str) -> PostroomError:
    return NotFound(f"{shop} does not have {answer.what}.")


def _too_many(answer: Answer, shop: str) -> PostroomError:
    message = f"{shop} asks for a pause: too many requests came with this key."
    return TooManyRequests(message, retry_after=retry_after(answer))


def _proxy(_answer: Answer, shop: str) -> PostroomError:
    message = f"The proxy between this computer and {shop} refused the connection."
    return ProxyRefused(message, may_have_arrived=False)


def _gave_up(_answer: Answer, shop: str) -> PostroomError:
    return TimedOut(f"{shop} gave up waiting for the request.", advice=TRY_LATER)


_STATUSES: dict[int, Callable[[Answer, str], PostroomError]] = {
    401: _not_signed_in,
    404: _not_found,
    407: _proxy,
    408: _gave_up,
    429: _too_many,
}


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
