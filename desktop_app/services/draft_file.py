"""The draft file: the JSON that commands read, the window exports, and `schema` documents."""

import json
from typing import Any

from pydantic import ValidationError

from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import Problem, error
from desktop_app.domain.shipment import Shipment
from desktop_app.services.draft_words import wrong_value


def read_draft(text: str) -> Shipment:
    """A shipment from the draft file's text; raises InputError that names every wrong field."""
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()
    except RecursionError as wrong:
        raise InputError("The file is not a draft: it is nested too deeply.") from wrong
    except UnicodeEncodeError as wrong:  # a lone surrogate, such as "\\ud800"
        raise InputError("The file holds half a character, which is no text.") from wrong
    except json.JSONDecodeError as wrong:
        raise InputError(_not_json(text, wrong)) from wrong
    except ValueError as wrong:
        raise InputError(f"The file is not JSON: {wrong}.") from wrong
    if not isinstance(found, dict):
        raise InputError("The file holds no draft: it has to be one JSON object.")
    try:
        return Shipment.model_validate(found)
    except ValidationError as wrong:
        problems = tuple(_problem(detail) for detail in wrong.errors())
        first = problems[0]
        raise InputError(f"{first.field}: {first.message}", problems) from wrong


def _not_json(text: str, wrong: json.JSONDecodeError) -> str:
    """Where it ends to be a draft file; a file that never began as one is another kind of file."""
    if not text.lstrip().startswith("{"):
        return "The file is not JSON, as draft files are. Orders in a table are brought in instead."
    return f"The file is not JSON: line {wrong.lineno} cannot be read, at character {wrong.colno}."


def write_draft(shipment: Shipment) -> str:
    """The draft file's text; `read_draft` gives the same shipment back."""
    return json.dumps(shipment.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"


def draft_schema() -> dict[str, Any]:
    """The draft file's JSON Schema."""
    return Shipment.model_json_schema()


def _refuse(constant: str) -> str:
    raise ValueError(f"{constant} is not a number")


def _problem(detail: Any) -> Problem:  # noqa: ANN401 - pydantic's ErrorDetails
    path = ""
    for part in detail["loc"]:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return error(path.lstrip("."), wrong_value(detail))
