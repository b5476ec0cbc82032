"""What a user adds to an order that is entered in a shop: merged in, checked, named when wrong."""

from typing import Any, TypeVar

from pydantic import ValidationError

from desktop_app.domain.errors import InputError
from desktop_app.domain.problem import Problem, error
from desktop_app.shops.web.wire import EXACT, WireModel

Model = TypeVar("Model", bound=WireModel)


def merged(ours: Any, given: Any) -> Any:  # noqa: ANN401 - any JSON
    """What was given, and of ours what it leaves open; lists are merged place by place."""
    if isinstance(ours, dict) and isinstance(given, dict):
        names = {str(key).casefold(): key for key in ours}
        whole = dict(ours)
        for key, value in given.items():
            name = names.get(str(key).casefold(), key)
            whole[name] = merged(ours[name], value) if name in ours else value
        return whole
    if isinstance(ours, list) and isinstance(given, list):
        both = [merged(mine, theirs) for mine, theirs in zip(ours, given, strict=False)]
        return both + ours[len(given) :] + given[len(ours) :]
    return given


def exactly(model: type[Model], wanted: dict[str, Any]) -> Model:
    """The request as its model; raises InputError that names each field that is off."""
    try:
        return model.model_validate(wanted, context=EXACT)
    except ValidationError as failure:
        problems = tuple(_problem(fault) for fault in failure.errors(include_url=False))
        raise InputError(problems[0].message, problems) from failure


def sendable(request: WireModel) -> dict[str, Any]:
    """The request under its wire names, only what was given in it."""
    return request.model_dump(by_alias=True, exclude_unset=True)


def _problem(fault: Any) -> Problem:  # noqa: ANN401 - pydantic's own description
    path = "details"
    for step in fault["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    said = str(fault["msg"]).removeprefix("Value error, ")
    return error(path, f"“{path.removeprefix('details.')}” cannot be sent: {said}.")
