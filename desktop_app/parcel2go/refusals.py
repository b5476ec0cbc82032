"""Reads why the service refused something, in all the forms it has for that."""

from collections.abc import Iterator

from desktop_app.domain.errors import AnswerNotUnderstood, PostroomError, Refused
from desktop_app.domain.problem import Problem
from desktop_app.domain.shipment import Shipment
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.field_map import problem_of_key, problem_of_text
from desktop_app.parcel2go.plain_text import plain_text
from desktop_app.parcel2go.wire import exact_json
from desktop_app.parcel2go.wire.refusals import RefusalAnswer, StatedError

_LONGEST = 300


def refusal(answer: Answer, draft: Shipment | None = None) -> PostroomError:
    """What a 400 says: Refused with the fields, or AnswerNotUnderstood for a web page."""
    try:
        sent = exact_json.read(answer.content)
    except ValueError:
        return _unreadable(answer)
    told = RefusalAnswer.read(sent if isinstance(sent, dict) else {"Message": sent})
    problems = tuple(dict.fromkeys(_problems(told, draft)))
    if problems:
        return refused(problems)
    return Refused(_sentence(told.message) or f"Parcel2Go refused {answer.what}.")


def stated_problems(errors: tuple[object, ...], draft: Shipment | None) -> tuple[Problem, ...]:
    """The problems of an `Errors` list, each once; also out of an answer that says 200."""
    told = RefusalAnswer.read({"Errors": list(errors)})
    return tuple(dict.fromkeys(_problems(told, draft)))


def refused(problems: tuple[Problem, ...]) -> Refused:
    """A refusal with its fields; its sentence is the first of them."""
    more = len(problems) - 1
    rest = f" There {'is 1 more' if more == 1 else f'are {more} more'} to mend." if more else ""
    return Refused(problems[0].message + rest, problems)


def _problems(told: RefusalAnswer, draft: Shipment | None) -> Iterator[Problem]:
    for sent in told.errors:
        error = StatedError.read(sent if isinstance(sent, dict) else {"Error": sent})
        if error.text:
            yield problem_of_text(_sentence(error.text), draft)
    for key, said in told.model_state.items():
        texts = said if isinstance(said, list) else [said]
        words = (text for text in texts if isinstance(text, str) and text.strip())
        yield from (problem_of_key(key, _sentence(text)) for text in words)


def _unreadable(answer: Answer) -> PostroomError:
    text = answer.content[: 4 * _LONGEST].decode("utf-8", "replace").strip()
    if text.startswith("<"):
        message = f"A web page came instead of {answer.what} ({answer.status})."
        return AnswerNotUnderstood(message, status=answer.status)
    return Refused(_sentence(text) or f"Parcel2Go refused {answer.what} ({answer.status}).")


def _sentence(text: str) -> str:
    """The service's own words as one plain line."""
    return " ".join(plain_text(text).split())[:_LONGEST]
