"""Turns a request's body into one of the documented shapes, or into the service's 400."""

from typing import TypeVar

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response

from desktop_app.practice.answers import Refusal, not_valid, refused
from desktop_app.practice.bodies import BadBodyError, read_body
from desktop_app.practice.order_request import BadFormatError
from desktop_app.practice.received import Received

Body = TypeVar("Body", bound=Received)


class NotTaken(Exception):
    """The request ends here, with this answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


async def receive(request: Request, shape: type[Body]) -> Body:
    """Read the body as `shape`; raises `NotTaken` with the answer when it does not fit."""
    try:
        return shape.model_validate(await read_body(request))
    except BadBodyError as error:
        raise NotTaken(not_valid()) from error
    except ValidationError as error:
        raise NotTaken(_complaint(error)) from error


def _complaint(error: ValidationError) -> Response:
    causes = (fault.get("ctx", {}).get("error") for fault in error.errors(include_url=False))
    if any(isinstance(cause, BadFormatError) for cause in causes):
        return refused([Refusal("Json", "Badly formatted json")])
    return not_valid(error)
