"""Reads answers into wire models; what does not fit is named, by the wire's own names."""

import logging
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from desktop_app.domain.errors import AnswerNotUnderstood
from desktop_app.parcel2go.answer import Answer
from desktop_app.parcel2go.wire import exact_json
from desktop_app.parcel2go.wire.base import WireModel

_log = logging.getLogger(__name__)
Model = TypeVar("Model", bound=WireModel)


def json_of(answer: Answer) -> Any:  # noqa: ANN401 - whatever the answer holds
    """The answer's JSON; raises AnswerNotUnderstood for HTML, cut JSON and anything else."""
    try:
        return exact_json.read(answer.content)
    except ValueError as failure:
        raise AnswerNotUnderstood(_not_json(answer), status=answer.status) from failure


def read(model: type[Model], answer: Answer) -> Model:
    """The answer as this model; raises AnswerNotUnderstood naming the first field that is off."""
    return read_part(model, json_of(answer), answer)


def read_part(model: type[Model], part: object, answer: Answer) -> Model:
    """Part of an answer as this model, with the same refusal."""
    try:
        return model.read(part)
    except ValidationError as failure:
        message = f"Parcel2Go's answer about {answer.what} {_fault(failure)}."
        raise AnswerNotUnderstood(message, status=answer.status) from failure


def read_good(model: type[Model], parts: Iterable[object], answer: Answer) -> tuple[Model, ...]:
    """Every part that fits; one that does not is left out and logged by the field's name."""
    found = []
    for part in parts:
        try:
            found.append(read_part(model, part, answer))
        except AnswerNotUnderstood as failure:
            _log.warning("left out one of the list: %s", failure.message)
    return tuple(found)


def read_each(model: type[Model], parts: Sequence[object], answer: Answer) -> tuple[Model, ...]:
    """The same; raises AnswerNotUnderstood when there are parts and none of them fits."""
    found = read_good(model, parts, answer)
    if parts and not found:
        read_part(model, parts[0], answer)  # says what is wrong with it
    return found


def list_in(sent: object, *names: str) -> list[Any]:
    """The list itself, or the one under one of these names in any case; [] without one."""
    if isinstance(sent, dict):
        folded = {str(key).casefold(): value for key, value in sent.items()}
        sent = next((folded[name.casefold()] for name in names if name.casefold() in folded), None)
    return sent if isinstance(sent, list) else []


def required_list(answer: Answer, *names: str) -> list[Any]:
    """The list of an answer that is one or holds one; raises AnswerNotUnderstood without it."""
    sent = json_of(answer)
    folded = {str(key).casefold() for key in sent} if isinstance(sent, dict) else set()
    if not isinstance(sent, list) and not folded & {name.casefold() for name in names}:
        message = f"Parcel2Go's answer about {answer.what} lacks {names[0]}."
        raise AnswerNotUnderstood(message, status=answer.status)
    return list_in(sent, *names)


def _not_json(answer: Answer) -> str:
    start = answer.content[:200].lstrip().lower()
    if start.startswith(b"<"):
        return f"A web page came instead of {answer.what}."
    if not start:
        return f"An empty answer came instead of {answer.what}."
    return f"The answer about {answer.what} is cut short or garbled."


def _fault(failure: ValidationError) -> str:
    """Which field is missing or of the wrong kind; never what stands in it."""
    first = failure.errors(include_url=False, include_input=False, include_context=False)[0]
    path = ".".join(str(step) for step in first["loc"])
    if first["type"] == "missing":
        return f"lacks {path}"
    return f"has something unexpected in {path}" if path else "has an unexpected form"
