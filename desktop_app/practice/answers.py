"""The service's answers: PascalCase JSON, prices as exact JSON numbers, and its error shapes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from starlette.responses import JSONResponse, Response

NO_ITEM = "00000000-0000-0000-0000-000000000000"
NO_PRICE = "A price could not be found for these specifications."


@dataclass(frozen=True)
class Refusal:
    """One reason why an order is not taken, for the item it is about."""

    type: str
    error: str
    item_id: str = NO_ITEM

    def shown(self) -> dict[str, str]:
        """Return it as the service answers it."""
        return {"Type": self.type, "Error": self.error, "ItemId": self.item_id}


class Answer(JSONResponse):
    """JSON whose decimals are numbers: `Decimal("13.19")` is written `13.19`."""

    def render(self, content: object) -> bytes:
        """Write the body; a float of two decimals prints back exactly those."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_number)
        return text.encode("utf-8", "replace")


def refused(refusals: Iterable[Refusal]) -> Response:
    """Answer 400 with the list of errors the documents show."""
    return Answer({"Errors": [refusal.shown() for refusal in refusals]}, 400)


def said(message: str, status: int) -> Response:
    """Answer with the one-sentence shape of ASP.NET: `{"Message": …}`."""
    return Answer({"Message": message}, status)


def not_found(message: str = "The requested resource could not be found.") -> Response:
    """Answer 404."""
    return said(message, 404)


def broken() -> Response:
    """Answer the bare 500 that a payment without enough PrePay gets."""
    return said("An error has occurred.", 500)


def not_valid(error: ValidationError | None = None) -> Response:
    """Answer 400 for a body that does not fit, naming the fields in `ModelState`."""
    body: dict[str, Any] = {"Message": "The request is invalid."}
    if error is not None:
        body["ModelState"] = {
            _path(fault["loc"]): [fault["msg"]] for fault in error.errors(include_url=False)
        }
    return Answer(body, 400)


def _path(steps: tuple[int | str, ...]) -> str:
    shown = ""
    for step in steps:
        shown += f"[{step}]" if isinstance(step, int) else f".{_pascal(step)}"
    return f"request{shown}"


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} has no place in an answer")
