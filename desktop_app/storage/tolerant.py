"""Reads kept JSON that a newer or older Postroom wrote: what is unknown is left out, by name."""

import json
import logging
from typing import Any, TypeVar

from pydantic import ValidationError

from desktop_app.domain.value import Value

log = logging.getLogger(__name__)

V = TypeVar("V", bound=Value)
UNKNOWN_FIELD = frozenset({"extra_forbidden"})
# A choice that a newer Postroom added, such as a third theme: the default takes its place.
UNKNOWN_CHOICE = frozenset({"enum", "literal_error"})


def read_value(model: type[V], text: str | bytes, forgiven: frozenset[str] = UNKNOWN_FIELD) -> V:
    """The value in this JSON; fields with a `forgiven` kind of error are left out.

    Raises ValueError when it still is no such value. Only names are logged, never what was in
    the fields.
    """
    try:
        return model.model_validate_json(text)
    except ValidationError as failure:
        places = [error["loc"] for error in failure.errors() if error["type"] in forgiven]
        if not places:
            raise
    content = json.loads(text)
    for place in places:
        _leave_out(content, place)
    log.info("Unknown in a kept %s, left out: %s", model.__name__, ", ".join(_named(places)))
    return model.model_validate_json(json.dumps(content))


def _leave_out(content: Any, place: tuple[int | str, ...]) -> None:  # noqa: ANN401 - any JSON
    *way, last = place
    for step in way:
        content = content[step]
    del content[last]


def _named(places: list[tuple[int | str, ...]]) -> list[str]:
    return sorted({".".join(step for step in place if isinstance(step, str)) for place in places})
